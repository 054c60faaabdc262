using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using static RandomInspection.Tests.Acceptance.MemoryHost;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(六)：检查对象名单确定后，检查部门要根据任务需要，确定参加检查的本级或下级执法人员，实现检查对象与检查人员的随机匹配。</summary>
public sealed class A7StaffTests
{
    private static readonly MatchRequest Both = MatchRequest.Usual(new(2026, 11, 23), new(2026, 12, 4)) with { Regions = RegionRule.Anywhere, Capacity = 40, OfficersFrom = OfficerSource.WithSubordinates };

    [Fact]
    public async Task A7_确定参加检查的本级或下级执法人员_DrawnTogetherAndMatchedAtRandom()
    {
        using MemoryHost host = await WithBothLevelsAsync(own: 2);
        string task = await host.ApprovedAsync();
        await host.DrawnAsync(task, selected: 12);
        await host.MatchedAsync(task, Both);
        Visit[] visits = await VisitsAsync(host, task);
        Assert.All(visits, visit => Assert.Equal((SampleDepartments.Market, 2), (visit.Team.DepartmentId, visit.Team.Inspectors.Distinct().Count())));
        HashSet<string> sent = [.. visits.SelectMany(visit => visit.Team.Inspectors)];
        Assert.Contains(sent, officer => officer.StartsWith("own-", StringComparison.Ordinal));
        Assert.Contains(sent, officer => officer.StartsWith(SampleSubordinates.Shenhe, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A7_下级执法人员_GoesInForTheDepartmentThatInspects()
    {
        using MemoryHost host = await WithBothLevelsAsync(own: 0);
        string task = await host.ApprovedAsync();
        await host.DrawnAsync(task);
        await host.MatchedAsync(task, Both);
        Visit visit = (await VisitsAsync(host, task))[0];
        Person officer = SampleSubordinates.People.First(person => person.Id == visit.Team.Inspectors[0]);
        await host.Visits.ApproveAsync(As(Role.AuthorityHead), [visit.Id], "随机抽查任务", Cancellation);
        await host.RefusedAsync("RI2012", () => host.Visits.ArriveAsync(new Acting(officer, Morning), visit.Id, Cancellation)); // without a superior, another department's
        Acting acting = new(officer with { Superiors = host.Get<IStaff>().SuperiorsOf(officer.DepartmentId) }, Morning);
        await host.Visits.ArriveAsync(acting, visit.Id, Cancellation);
        await host.Visits.EnterAllAsync(acting, visit.Id, ItemResult.NoProblemFound, "", Cancellation);
        await host.Visits.ConcludeAsync(acting, visit.Id, Cancellation);
        Assert.Equal(Conclusion.NoProblemFound, (await host.Visits.FindAsync(visit.Id, Cancellation)).Conclusion!.Conclusion);
    }

    [Fact]
    public async Task A7_更换检查人员_TheSeatGoesToTheOwnOrASubordinateLevelAtRandom()
    {
        using MemoryHost host = await WithBothLevelsAsync(own: 2);
        string task = await host.ApprovedAsync();
        await host.DrawnAsync(task);
        await host.MatchedAsync(task, Both);
        Visit visit = (await VisitsAsync(host, task))[0];
        string leaves = visit.Team.Inspectors[0], stays = visit.Team.Inspectors[1];
        ImmutableArray<SeatMove> moves = await host.Get<MatchWorkflow>().ReplaceAsync(As(Role.AuthorityHead), visit.Id, leaves, "生病", Cancellation);
        Visit after = await host.Visits.FindAsync(visit.Id, Cancellation);
        Assert.Contains(moves[0].Inspector, after.Team.Inspectors);
        Assert.Contains(stays, after.Team.Inspectors);
        Assert.DoesNotContain(leaves, after.Team.Inspectors);
        Assert.Contains(moves[0].Inspector, Everybody(2).Select(officer => officer.Id));
    }

    [Fact]
    public async Task A7_直接指派_OnlyOfTheOwnOrASubordinateLevel()
    {
        // The match asked for the department's own two, who may go once each: the others' seats stay empty.
        using MemoryHost host = await WithBothLevelsAsync(own: 2);
        string task = await host.ApprovedAsync();
        await host.DrawnAsync(task);
        await host.MatchedAsync(task, Both with { OfficersFrom = OfficerSource.OwnDepartment, Capacity = 1 });
        VisitView empty = (await host.Views.QueryAsync(new ShortVisits(SampleDepartments.Market), Cancellation)).First(visit => visit.Missing == 2);
        string[] assignable = [.. (await host.Get<MatchWorkflow>().AssignableAsync(empty.Key, Cancellation)).Select(officer => officer.Id)];
        Assert.Equal(Everybody(2).Select(officer => officer.Id), assignable); // own level first, then the one below; nobody of another bureau
        Assert.DoesNotContain("sthj-02", assignable);
    }

    /// <summary>Officers of the market bureau, and of the one below it.</summary>
    private static IEnumerable<Inspector> Everybody(int own) =>
        Enumerable.Range(1, own).Select(n => SampleSubordinates.Inspectors[0] with { Id = $"own-{n}", Name = $"本级 {n}", DepartmentId = SampleDepartments.Market, Certificates = [new Certificate($"示X{n}", new(2025, 1, 1), new(2029, 12, 31))] })
            .Concat(SampleSubordinates.Inspectors);

    private static async Task<MemoryHost> WithBothLevelsAsync(int own)
    {
        MemoryHost host = new(departments: SampleSubordinates.Departments);
        Actor keeper = new("ku", Role.DirectoryKeeper);
        DirectoryWorkflow directories = host.Get<DirectoryWorkflow>();
        await directories.MergeAsync(keeper, new SubjectFile("sample.csv", new string('0', 64), [.. SampleSubjects.Generate(120)], 0, 0), Morning, Cancellation);
        await directories.MergeInspectorsAsync(
            keeper, new InspectorFile("i.csv", new string('1', 64), [.. Everybody(own), .. SampleInspectors.All.Where(i => i.DepartmentId == SampleDepartments.Ecology)], 0, 0), Morning, Cancellation);
        return host;
    }

    private static async Task<Visit[]> VisitsAsync(MemoryHost host, string task)
    {
        List<Visit> visits = [];
        foreach (VisitView row in await host.Views.QueryAsync(new VisitsOfTask(task), Cancellation))
        {
            visits.Add(await host.Visits.FindAsync(row.Key, Cancellation));
        }

        return [.. visits];
    }
}
