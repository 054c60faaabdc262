using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Supervision;
using static RandomInspection.Tests.Acceptance.MemoryHost;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(六) 特殊情况下执法人员无法随机分配的，可直接指派: with a named case, a reason and a second person, and flagged wherever it is told.</summary>
public sealed class A7AssignmentTests
{
    [Fact]
    public async Task A7_直接指派_TakesEffectOnlyWhenASecondPersonApproves()
    {
        using MemoryHost host = new();
        (string visit, string first, string second) = await ShortAsync(host);
        await host.RefusedAsync("RI2013", () => ProposeAsync(host, As(Role.AuthorityHead), visit, first));
        await host.RefusedAsync("RI2305", () => host.Get<MatchWorkflow>().ProposeAssignmentAsync(As(Role.DrawingOperator), visit, AssignmentCase.NobodyMatched, first, " ", Cancellation));
        await host.RefusedAsync("RI3035", () => host.Get<MatchWorkflow>().AssignAsync(As(Role.AuthorityHead), visit, Cancellation));
        await ProposeAsync(host, As(Role.DrawingOperator), visit, first);
        Assert.DoesNotContain(first, (await host.Visits.FindAsync(visit, Cancellation)).Team.Inspectors);
        Assert.Equal(visit, Assert.Single(await host.Views.QueryAsync(new ProposedAssignments(SampleDepartments.Market), Cancellation)).Key);

        // Whoever proposed it does not approve it, whatever roles they hold; nor does who is assigned.
        Acting everything = As(Role.DrawingOperator) with { Person = As(Role.DrawingOperator).Person with { Roles = [.. Enum.GetValues<Role>()] } };
        await host.RefusedAsync("RI3036", () => host.Get<MatchWorkflow>().AssignAsync(everything, visit, Cancellation));
        await host.RefusedAsync("RI3036", () => host.Get<MatchWorkflow>().AssignAsync(everything with { Person = everything.Person with { Id = first } }, visit, Cancellation));

        // Refused with a reason: the team stays as it is.
        await host.RefusedAsync("RI2305", () => host.Get<MatchWorkflow>().RefuseAssignmentAsync(As(Role.AuthorityHead), visit, "", Cancellation));
        await host.Get<MatchWorkflow>().RefuseAssignmentAsync(As(Role.AuthorityHead), visit, "该员正在参加另一专项", Cancellation);
        Assert.Empty((await host.Visits.FindAsync(visit, Cancellation)).Assigned);
        await host.RefusedAsync("RI3035", () => host.Get<MatchWorkflow>().AssignAsync(As(Role.AuthorityHead), visit, Cancellation));

        await ProposeAsync(host, As(Role.DrawingOperator), visit, second);
        await host.Get<MatchWorkflow>().AssignAsync(As(Role.AuthorityHead), visit, Cancellation);
        VisitEvent.OfficerAssigned assigned = Assert.Single((await host.Visits.FindAsync(visit, Cancellation)).Assigned);
        Assert.Equal(
            (second, AssignmentCase.SpecialExpertise, As(Role.DrawingOperator).Person.Id, As(Role.AuthorityHead).Person.Id),
            (assigned.Inspector, assigned.Case!.Value, assigned.ProposedBy, assigned.Approver));
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A7_直接指派_SaidWhereTheResultIsPublishedAndCountedBySupervision()
    {
        using MemoryHost host = new();
        (string visit, _, string second) = await ShortAsync(host);
        await ProposeAsync(host, As(Role.DrawingOperator), visit, second);
        await host.Get<MatchWorkflow>().AssignAsync(As(Role.AuthorityHead), visit, Cancellation);
        while ((await host.Visits.FindAsync(visit, Cancellation)).Team.Missing > 0)
        {
            ImmutableArray<Inspector> free = await host.Get<MatchWorkflow>().AssignableAsync(visit, Cancellation);
            await ProposeAsync(host, As(Role.DrawingOperator), visit, free[0].Id);
            await host.Get<MatchWorkflow>().AssignAsync(As(Role.AuthorityHead), visit, Cancellation);
        }

        await host.AuditedAsync(visit);
        int assigned = (await host.Visits.FindAsync(visit, Cancellation)).Assigned.Length;
        (ImmutableArray<DisclosureEvent> events, _) = await host.Ledger.ReadEventsAsync<DisclosureEvent>(DomainEvents.Codec, $"disclosure/result-{visit}", Cancellation);
        string published = await host.Get<PublicContents>().OfAsync(DisclosureObligation.Replay(events), Cancellation);
        Assert.Contains($"直接指派 {assigned} 人：专业能力特殊", published, StringComparison.Ordinal);
        Assert.DoesNotContain(second, published, StringComparison.Ordinal); // how many and why, not who

        SupervisionRows rows = await host.Get<SupervisionReader>().ReadAsync(Cancellation);
        SupervisionFigures figures = SupervisionFigures.Of(rows, SupervisionScope.OfYear(2026), RateTable.Henan2021, Today);
        Assert.Equal(assigned, figures.DirectAssignments.Numerator);
        Assert.All(rows.Assignments, one => Assert.Equal((As(Role.AuthorityHead).Person.Id, true), (one.Approver, one.HasReason)));
        ComplianceReport report = await host.Get<ComplianceAuditor>().AuditAsync(Morning, Cancellation);
        Assert.Equal(ComplianceStatus.Held, report.Lines.Single(line => line.Clause == "A7").Status);
    }

    /// <summary>A visit of a match in which everybody may go once only, and two officers who could be assigned to it.</summary>
    private static async Task<(string Visit, string First, string Second)> ShortAsync(MemoryHost host)
    {
        await host.ImportAsync();
        string task = await host.ApprovedAsync();
        await host.DrawnAsync(task, selected: 40);
        await host.MatchedAsync(task, MatchRequest.Usual(new LocalDate(2026, 11, 23), new LocalDate(2026, 12, 4)) with { Capacity = 1 });
        string visit = (await host.Views.QueryAsync(new ShortVisits(SampleDepartments.Market), Cancellation))[0].Key;
        ImmutableArray<Inspector> free = await host.Get<MatchWorkflow>().AssignableAsync(visit, Cancellation);
        return (visit, free[0].Id, free[1].Id);
    }

    private static Task ProposeAsync(MemoryHost host, Acting acting, string visit, string inspector) => host.Get<MatchWorkflow>().ProposeAssignmentAsync(
        acting, visit, AssignmentCase.SpecialExpertise, inspector, "仅少数人持有特种设备检验资格", Cancellation);
}
