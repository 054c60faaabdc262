using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Roles;

/// <content>What a scene does that takes more than one line.</content>
internal static partial class StepPlaces
{
    public static async Task CommitAsync(MemoryHost host, Acting acting, string draw)
    {
        DrawCeremony ceremony = await host.Way.Draws.FindAsync(draw, Cancellation);
        if (ceremony.Opening is null)
        {
            await host.Way.Draws.CommitAsync(acting, draw, Digest.Parse(new string('1', 64)), "", Cancellation);
            return;
        }

        Digest commitment = SeedText.Commitment(ceremony.Opening, acting.Person.Id, new string('1', 64), Sha256.Instance);
        string toSign = SeedText.CommitmentToSign(Digest.Parse(ceremony.OpeningDigest!), acting.Person.Id, commitment);
        await host.Way.Draws.CommitAsync(acting, draw, commitment, PartySignature.Sign(SomeKey, Encoding.UTF8.GetBytes(toSign)), Cancellation);
    }

    /// <summary>Strikes out a party that has not given what is awaited.</summary>
    public static async Task StrikeAsync(MemoryHost host, Acting acting)
    {
        CeremonyStatus status = (await host.Way.Draws.FindAsync(Way.DrawId, Cancellation)).Status;
        await host.Way.Draws.StrikeAsync(acting, Way.DrawId, status == CeremonyStatus.AwaitingPublicValue ? Way.Lottery : Way.Witness.Person.Id, Cancellation);
    }

    public static async Task ProposeAsync(MemoryHost host, Acting acting)
    {
        DrawnList? list = await host.Way.Draws.FindListAsync(Way.TaskId, Cancellation);
        ImmutableArray<VisitView> visits = await host.Get<IViews>().QueryAsync(new VisitsOfTask(Way.TaskId), Cancellation);
        string unit = list?.Effective.First(u => list.Asked(u.Id).Length > 1).Id ?? "nobody";
        string[] team = visits.FirstOrDefault(v => v.SubjectCode == unit) is { } visit
            ? [.. (await host.Way.Visits.FindAsync(visit.Key, Cancellation)).Team.Inspectors]
            : ["scjg-02", "scjg-03"];
        Acting by = acting.Person.Roles.Contains(Role.Inspector) ? acting with { Person = acting.Person with { Id = team[0] } } : acting;
        await host.Way.Replacements.ProposeAsync(
            by,
            Way.TaskId,
            unit,
            [new(new LocalDate(2026, 11, 24), "上门", "门牌号不存在", null, [.. team]), new(new LocalDate(2026, 11, 25), "电话", "停机", null, [team[1]])],
            Cancellation);
    }

    /// <summary>The first visit whose team is incomplete; the first of all where none is.</summary>
    public static async Task<string> ShortVisitAsync(MemoryHost host) =>
        (await host.Get<IViews>().QueryAsync(new ShortVisits(SampleDepartments.Market), Cancellation)).FirstOrDefault(v => v.Status == VisitStatus.Planned)?.Key ?? Way.VisitId;

    public static async Task ProposeAssignmentAsync(MemoryHost host, Acting acting)
    {
        string id = await ShortVisitAsync(host);
        ImmutableArray<Inspector> free = await host.Way.Matches.AssignableAsync(id, Cancellation);
        await host.Way.Matches.ProposeAssignmentAsync(acting, id, AssignmentCase.NobodyMatched, free[0].Id, "人手不足", Cancellation);
    }

    public static async Task AskAsync(MemoryHost host, Acting acting)
    {
        Visit visit = await host.Way.Visits.FindAsync(Way.VisitId, Cancellation);
        await host.Way.Recusals.AskAsync(acting, visit.Team.Inspectors[0], visit.Plan.SubjectCode, "近亲属", Cancellation);
    }

    public static Task PublishAsync(MemoryHost host, Acting acting) =>
        host.Get<DisclosureWorkflow>().PublishAsync(acting, $"result-{Way.VisitId}", "公示系统（辽宁）", Cancellation);

    public static async Task LoadNoticesAsync(MemoryHost host, Acting acting)
    {
        (WorkingDayCalendar calendar, _) = await host.Get<CalendarInUse>().ReadAsync(Cancellation);
        string notice = NoticeFile.Write(
        [
            new HolidayNotice("桂政办电〔2026〕0号", "三月三放假通知（虚构）", 2026, CalendarLayer.Region, [new(new(2026, 4, 17), DayKind.Regional, "三月三")], published: new LocalDate(2026, 3, 1), grantedDays: 1),
        ]);
        await host.Get<DisclosureWorkflow>().LoadNoticesAsync(acting, notice, null, calendar.Version, Cancellation);
    }

    public static async Task EraseAboutAsync(MemoryHost host, Acting acting) => await host.Get<PersonalErasures>().EraseAboutAsync(
        StepScene.ActorOf(acting), acting.At, await AboutAsync(host), "个人信息保护法 第四十七条", Cancellation);

    public static async Task EraseAsync(MemoryHost host, Acting acting)
    {
        string reason = (await host.Way.Recusals.FindAsync(Way.RecusalId, Cancellation)).Request.Reason;
        await host.Get<PersonalErasures>().EraseAsync(
            StepScene.ActorOf(acting), acting.At, [PersonalCommitment.Referred(reason)!], "个人信息保护法 第四十七条", Cancellation);
    }

    private static async Task<string> AboutAsync(MemoryHost host) =>
        PersonalPieces.AboutInspector((await host.Way.Recusals.FindAsync(Way.RecusalId, Cancellation)).Request.Inspector);
}
