using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using static RandomInspection.Tests.Acceptance.MemoryHost;

namespace RandomInspection.Tests.Acceptance;

/// <summary>The day of a visit is drawn at random within the window where the task says so, and anybody computes it again.</summary>
public sealed class A8VisitDayTests
{
    private static readonly DateInterval Window = new(new LocalDate(2026, 11, 23), new LocalDate(2026, 12, 4));

    [Fact]
    public async Task A8_检查日随机抽定_AWorkingDayOfThePeriodAfterTheListWasDrawnThatTheSeedGives()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        string task = await ApprovedAsync(host, VisitDayRule.Drawn);
        await host.DrawnAsync(task, selected: 12);
        string match = await host.MatchedAsync(task);
        ImmutableArray<VisitView> visits = await host.Views.QueryAllAsync(new VisitsOfTask(task), Cancellation);
        Assert.All(visits, visit => Assert.InRange(visit.Day!.Value, Window.Start.PlusDays(1), Window.End));
        Assert.All(visits, visit => Assert.True(WorkingDayCalendar.Embedded.IsWorkingDay(visit.Day!.Value)));
        Assert.True(visits.Select(visit => visit.Day).Distinct().Count() > 3);

        // From what was frozen before the seed existed, and the seed, everybody gets the same days.
        await host.RefusedAsync("RI2404", () => host.Get<MatchWorkflow>().DaysFileAsync(match, MatchReader.Public, Cancellation));
        VisitDays frozen = VisitDays.Read(await host.Get<MatchWorkflow>().DaysFileAsync(match, MatchReader.Staff, Cancellation));
        string seed = (await host.Get<DrawWorkflow>().FindAsync(match, Cancellation)).Seed().Hex;
        Assert.Equal(visits.ToDictionary(visit => visit.JointVisit, visit => visit.Day!.Value).OrderBy(d => d.Key, StringComparer.Ordinal), frozen.DrawnBy(seed));

        // The team comes on that day, or says why not.
        string first = visits[0].Key;
        await host.Visits.ApproveAsync(As(Role.AuthorityHead), [first], "年度计划", Cancellation);
        int days = Period.DaysBetween(Today, visits[0].Day!.Value);
        Acting early = await host.FirstOfficerAsync(first, days - 1);
        await host.RefusedAsync("RI3037", () => host.Visits.ArriveAsync(early, first, Cancellation));
        await host.Visits.ArriveAsync(await host.FirstOfficerAsync(first, days), first, Cancellation);
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A8_递补的检查日_DrawnByTheSameSeedAmongTheWorkingDaysThatAreLeft()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        string task = await ApprovedAsync(host, VisitDayRule.Drawn);
        await host.DrawnAsync(task);
        string match = await host.MatchedAsync(task);
        ReplacementWorkflow replacements = host.Get<ReplacementWorkflow>();
        DrawnList list = (await host.Get<DrawWorkflow>().FindListAsync(task, Cancellation))!;
        string gone = list.Effective.First(unit => list.Asked(unit.Id).Length > 1).Id;
        ImmutableArray<VisitView> visits = await host.Views.QueryAllAsync(new VisitsOfTask(task), Cancellation);
        VisitView left = visits.Single(visit => visit.SubjectCode == gone);
        ImmutableArray<string> team = (await host.Visits.FindAsync(left.Key, Cancellation)).Team.Inspectors;
        ListChange proposed = await replacements.ProposeAsync(
            Officer(team[0]) with { At = Morning + Duration.FromDays(3) },
            task,
            gone,
            [new ContactAttempt(new LocalDate(2026, 11, 24), "上门", "门牌号不存在", null, team), new ContactAttempt(new LocalDate(2026, 11, 25), "电话", "停机", null, [team[1]])],
            Cancellation);
        await replacements.ApproveAsync(As(Role.AuthorityHead, 3), task, proposed.Number, Cancellation);

        VisitView reserve = Assert.Single(await host.Views.QueryAllAsync(new VisitsOfTask(task), Cancellation), visit => visits.All(before => before.Key != visit.Key));
        LocalDate[] days = [.. Enumerable.Range(1, 8).Select(Today.PlusDays(3).PlusDays).Where(WorkingDayCalendar.Embedded.IsWorkingDay)];
        Assert.Equal(new LocalDate(2026, 12, 4), days[^1]);
        string seed = (await host.Get<DrawWorkflow>().FindAsync(match, Cancellation)).Seed().Hex;
        Assert.Equal(VisitDay.Of(seed, reserve.JointVisit, [.. days]), reserve.Day);
    }

    [Fact]
    public async Task A8_任务没有规定的_TheTeamChoosesWithinThePeriod()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        string task = await ApprovedAsync(host, VisitDayRule.ByTheTeam);
        await host.DrawnAsync(task);
        string match = await host.MatchedAsync(task);
        Assert.All(await host.Views.QueryAsync(new VisitsOfTask(task), Cancellation), visit => Assert.Null(visit.Day));
        Assert.Null(await host.Get<MatchWorkflow>().DaysFileAsync(match, MatchReader.Staff, Cancellation));
    }

    [Fact]
    public async Task A8_没有工作日可抽_RefusedBeforeAnythingIsFrozen()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        string task = await ApprovedAsync(host, VisitDayRule.Drawn);
        await host.DrawnAsync(task);

        // Today is the window's last day; and of the weekend of 28 November no day is worked.
        await host.RefusedAsync("RI3038", () => PrepareAsync(new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 23)));
        await host.RefusedAsync("RI3038", () => PrepareAsync(new LocalDate(2026, 11, 28), new LocalDate(2026, 11, 29)));

        Task PrepareAsync(LocalDate from, LocalDate to) => host.Get<MatchWorkflow>().PrepareAsync(As(Role.DrawingOperator), task, MatchRequest.Usual(from, to), "sha-256", Cancellation);
    }

    [Theory]
    [InlineData("V1", 1, 0)]
    [InlineData("V1", 8, 1)]
    [InlineData("V2", 8, 7)]
    [InlineData("91210100MA0000001X", 22, 12)]
    public void Of_KnownAnswers_AsAnotherImplementationComputesThem(string visit, int days, int place) =>
        // python3 tests/vectors/visit_days.py --answer 000…0 VISIT DAYS
        Assert.Equal(Window.Start.PlusDays(place), VisitDay.Of(new string('0', 64), visit, [.. Enumerable.Range(0, days).Select(Window.Start.PlusDays)]));

    [Fact]
    public void Of_AllSeeds_EveryDayEquallyOften()
    {
        ImmutableArray<LocalDate> days = [.. Enumerable.Range(0, 7).Select(Window.Start.PlusDays)];
        int[] counts = new int[days.Length];
        for (int i = 0; i < 7000; i++)
        {
            counts[Period.DaysBetween(Window.Start, VisitDay.Of(i.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), "V1", days))]++;
        }

        // Five standard deviations of a fair die of seven sides; the seeds are fixed, so this never changes.
        Assert.All(counts, count => Assert.InRange(count, 1000 - 147, 1000 + 147));
        Assert.Throws<ArgumentOutOfRangeException>(() => VisitDay.Of(new string('0', 64), "V1", []));
    }

    [Fact]
    public void Document_WrittenAndRead_Same()
    {
        VisitDays days = VisitDays.Of(new Dictionary<string, DateInterval> { ["b"] = Window, ["a"] = new(Window.Start, Window.Start) }, WorkingDayCalendar.Embedded);
        Assert.Equal(
            """{"format":"random-inspection-visit-days/1","days":["2026-11-23","2026-11-24","2026-11-25","2026-11-26","2026-11-27","2026-11-30","2026-12-01","2026-12-02","2026-12-03","2026-12-04"],"visits":[{"visit":"a","from":"2026-11-23","to":"2026-11-23"},{"visit":"b","from":"2026-11-23","to":"2026-12-04"}]}""",
            Encoding.UTF8.GetString(days.Write()));
        VisitDays read = VisitDays.Read(days.Write());
        Assert.Equal(days.Days, read.Days);
        Assert.Equal(days.Windows, read.Windows);
        Assert.Equal([Window.Start], read.For("a"));
        Assert.Empty(read.For("c"));
        Assert.Throws<System.Text.Json.JsonException>(() => VisitDays.Read("""{"format":"random-inspection-visit-days/1","days":["2026-11-24","2026-11-23"],"visits":[]}"""u8));
        Assert.Throws<System.Text.Json.JsonException>(() => VisitDays.Read("""{"format":"other","days":[],"visits":[]}"""u8));
        Assert.Throws<System.Text.Json.JsonException>(() => VisitDays.Read("""{"format":"random-inspection-visit-days/1","days":["24 November"],"visits":[]}"""u8));
    }

    private static async Task<string> ApprovedAsync(MemoryHost host, VisitDayRule rule)
    {
        string plan = await host.Plans.BeginAsync(As(Role.Drafter), 2026, "2026 年度抽查计划", Cancellation);
        string task = await host.Plans.AddTaskAsync(As(Role.Drafter), plan, "食品经营抽查", ["SCJG-01"], new LocalDate(2026, 11, 20), Window.End, Cancellation, rule);
        await host.Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation);
        await host.Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
        return task;
    }
}
