using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using static RandomInspection.Tests.Acceptance.MemoryHost;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(九) 健全跨部门联合检查工作机制, in the words of the notice: the market bureau starts it, the ecology bureau inspects with it.</summary>
public sealed class A10Tests
{
    private const string Ecology = SampleDepartments.Ecology;

    [Fact]
    public async Task A10_发起部门负责制定检查任务建立联合监管对象名录随机抽取检查对象_OneDepartmentFreezesAndDrawsForBoth()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        (string market, string ecology) = await PlannedAsync(host);
        TaskToDraw[] together = [new(market, Key(market)), new(ecology, Key(ecology))];
        DrawWorkflow draws = host.Get<DrawWorkflow>();
        await host.RefusedAsync("RI2133", () => draws.PrepareAsync(As(Role.DrawingOperator), [.. together], "sha-256", Cancellation)); // nobody draws another's task unasked
        await draws.OfferAsync(Of(Role.DrawingOperator), ecology, market, Cancellation);
        string draw = await DrawnTogetherAsync(host, together);
        DrawCeremony ceremony = await draws.FindAsync(draw, Cancellation);
        Assert.Equal((SampleDepartments.Market, 2), (ceremony.Preparation.DepartmentId, ceremony.Preparation.Tasks.Length));
        Assert.Equal(Ecology, ceremony.Preparation.Tasks[1].DepartmentId);

        // One seed over the same directory: the two lists are of the same subjects.
        Assert.Equal(await CodesAsync(host, market), await CodesAsync(host, ecology));
    }

    [Fact]
    public async Task A10_对同一检查对象的多个检查事项应一次性联合完成_OneVisitForAllItemsOfBothDepartments()
    {
        using MemoryHost host = new();
        (string market, string ecology) = await MatchedTogetherAsync(host);
        VisitView[] visits = [.. await host.Views.QueryAsync(new VisitsOfTask(market), Cancellation), .. await host.Views.QueryAsync(new VisitsOfTask(ecology), Cancellation)];
        foreach (IGrouping<string, VisitView> door in visits.GroupBy(visit => visit.SubjectCode))
        {
            Assert.Single(door.Select(visit => visit.JointVisit).Distinct());
            Assert.Single(door.Select(visit => (visit.From, visit.To)).Distinct());
            List<string> items = [];
            foreach (VisitView visit in door)
            {
                items.AddRange((await host.Visits.FindAsync(visit.Key, Cancellation)).Plan.Items);
            }

            Assert.Equal(["SCJG-01", "SCJG-03", "STHJ-01"], items.Order(StringComparer.Ordinal));
        }

        // 进一次门：on one day, or somebody says why not.
        Visit first = await VisitAsync(host, market), second = await host.Visits.FindAsync(first.Plan.JointWith[0], Cancellation);
        await host.Visits.ApproveAsync(As(Role.AuthorityHead), [first.Id], "联合检查", Cancellation);
        await host.Visits.ApproveAsync(Of(Role.AuthorityHead, 1), [second.Id], "联合检查", Cancellation);
        await host.Visits.ArriveAsync(Officer(first.Team.Inspectors[0]), first.Id, Cancellation);
        await host.RefusedAsync("RI2316", () => host.Visits.ArriveAsync(OfficerOf(second, 1), second.Id, Cancellation));
        await host.Visits.ArriveAsync(OfficerOf(second, 0), second.Id, Cancellation);
    }

    [Fact]
    public async Task A10_检查部门负责本部门检查结果录入及公示_EachEntersAndPublishesItsOwn()
    {
        using MemoryHost host = new();
        (string market, _) = await MatchedTogetherAsync(host);
        Visit own = await VisitAsync(host, market), others = await host.Visits.FindAsync(own.Plan.JointWith[0], Cancellation);
        await host.Visits.ApproveAsync(As(Role.AuthorityHead), [own.Id], "联合检查", Cancellation);
        await host.Visits.ApproveAsync(Of(Role.AuthorityHead), [others.Id], "联合检查", Cancellation);
        Acting officer = Officer(own.Team.Inspectors[0]);
        await host.Visits.ArriveAsync(officer, own.Id, Cancellation);
        await host.Visits.ArriveAsync(OfficerOf(others, 0), others.Id, Cancellation);
        await host.RefusedAsync("RI2012", () => host.Visits.EnterAllAsync(officer, others.Id, ItemResult.NoProblemFound, "", Cancellation));
        await host.Visits.EnterAllAsync(officer, own.Id, ItemResult.NoProblemFound, "", Cancellation);
        await host.Visits.ConcludeAsync(officer, own.Id, Cancellation);
        Assert.Equal(VisitStatus.Underway, (await host.Visits.FindAsync(others.Id, Cancellation)).Status); // each concludes for itself
        await host.Visits.EnterAllAsync(OfficerOf(others, 0), others.Id, ItemResult.OrderedToCorrect, "台账不全", Cancellation);
        await host.Visits.ConcludeAsync(OfficerOf(others, 0), others.Id, Cancellation);

        foreach ((Visit visit, string department, Acting auditor, Acting publisher, Acting other) in new[]
        {
            (own, SampleDepartments.Market, As(Role.ResultAuditor), As(Role.Publisher), Of(Role.Publisher)),
            (others, Ecology, Of(Role.ResultAuditor), Of(Role.Publisher), As(Role.Publisher)),
        })
        {
            string duty = $"result-{visit.Id}";
            Assert.Equal(department, (await host.Views.FindAsync<ObligationView>(duty, Cancellation))!.DepartmentId);
            await host.Visits.AuditAsync(auditor, visit.Id, Cancellation);
            await host.RefusedAsync("RI2012", () => host.Disclosures.PublishAsync(other, duty, "公示系统（辽宁）", Cancellation));
            await host.Disclosures.PublishAsync(publisher, duty, "公示系统（辽宁）", Cancellation);
        }
    }

    private static Acting Of(Role role, int days = 0) => new(new Person($"sthj-{role}", "生态", "Ecology", Ecology, [role]), Morning + Duration.FromDays(days));

    private static Acting OfficerOf(Visit visit, int days) =>
        new(new Person(visit.Team.Inspectors[0], "生态", "Ecology", Ecology, [Role.Inspector]), Morning + Duration.FromDays(days));

    private static FrameKey Key(string task) => FrameKey.Of(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(task)));

    private static async Task<Visit> VisitAsync(MemoryHost host, string task) =>
        await host.Visits.FindAsync((await host.Views.QueryAsync(new VisitsOfTask(task), Cancellation))[0].Key, Cancellation);

    private static async Task<IEnumerable<string>> CodesAsync(MemoryHost host, string task) =>
        (await host.Get<DrawWorkflow>().FindListAsync(task, Cancellation))!.Effective.Select(unit => unit.Id).Order(StringComparer.Ordinal);

    /// <summary>The market bureau's task has two items, the ecology bureau's one; the plans are approved, the designs the same.</summary>
    private static async Task<(string Market, string Ecology)> PlannedAsync(MemoryHost host)
    {
        List<string> tasks = [];
        foreach ((Acting drafter, string[] items) in new[] { (As(Role.Drafter), new[] { "SCJG-01", "SCJG-03" }), (Of(Role.Drafter), ["STHJ-01"]) })
        {
            string plan = await host.Plans.BeginAsync(drafter, 2026, "部门联合检查计划", Cancellation);
            tasks.Add(await host.Plans.AddTaskAsync(drafter, plan, "餐饮单位联合检查", [.. items], new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), Cancellation));
            await host.Plans.SubmitAsync(drafter, plan, Cancellation);
            await host.Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
            DesignDocument design = DesignDocument.Parse("""{"kind":"fixed","size":3,"weights":{"A":1,"B":1,"C":1,"D":1},"reservesPerCell":1}""");
            await host.Get<TaskWorkflow>().DesignAsync(drafter, tasks[^1], DirectoryCriteria.Everything, Stratification.None, design, Cancellation);
        }

        return (tasks[0], tasks[1]);
    }

    private static async Task<string> DrawnTogetherAsync(MemoryHost host, TaskToDraw[] together)
    {
        DrawWorkflow draws = host.Get<DrawWorkflow>();
        string draw = await draws.PrepareAsync(As(Role.DrawingOperator), [.. together], "sha-256", Cancellation);
        await draws.EnrolSystemAsync(As(Role.DrawingOperator), draw, Cancellation);
        await draws.OpenAsync(As(Role.DrawingOperator), draw, new OpeningDeadlines(Morning + Duration.FromHours(1), Morning + Duration.FromHours(2)), Cancellation);
        await draws.DrawAsync(As(Role.DrawingOperator), draw, Cancellation, SHA256.HashData("joint"u8));
        return draw;
    }

    private static async Task<(string Market, string Ecology)> MatchedTogetherAsync(MemoryHost host)
    {
        await host.ImportAsync();
        (string market, string ecology) = await PlannedAsync(host);
        await host.Get<DrawWorkflow>().OfferAsync(Of(Role.DrawingOperator), ecology, market, Cancellation);
        await DrawnTogetherAsync(host, [new(market, Key(market)), new(ecology, Key(ecology))]);
        await host.Get<MatchWorkflow>().OfferAsync(Of(Role.DrawingOperator), ecology, market, Cancellation);
        await host.MatchedAsync(market);
        return (market, ecology);
    }
}
