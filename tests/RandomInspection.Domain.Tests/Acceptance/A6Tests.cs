using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using static RandomInspection.Tests.Acceptance.MemoryHost;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(五) 科学安排计划任务, and the named exceptions of 一, in the words of the notice.</summary>
public sealed class A6Tests
{
    private static readonly DesignDocument Share = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0.1","D":"0.3"},"minimumPerStratum":1}""");
    private static readonly DesignDocument Whole = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"1","B":"1","C":"1","D":"1"}}""");
    private static readonly AdHocTerms Complaint = new(TaskKind.AdHoc, TaskGround.Complaint);

    [Fact]
    public async Task A6_每年年初制定全年抽查检查计划_DueBy31MarchWithAWarningUntilItIsApproved()
    {
        using MemoryHost host = await WithCatalogueAsync();
        PlanDeadlines deadlines = host.Get<PlanDeadlines>();
        MissingPlan missing = Assert.Single(await deadlines.MissingAsync(2027, Cancellation));
        Assert.Equal((SampleDepartments.Market, new LocalDate(2027, 3, 31), null), (missing.DepartmentId, missing.DueOn, missing.Status));
        Assert.False(missing.IsOverdueOn(new LocalDate(2027, 3, 31)));
        Assert.True(missing.IsOverdueOn(new LocalDate(2027, 4, 1)));
        string plan = await PlanAsync(host, 2027);
        Assert.Equal((plan, PlanStatus.Draft), (Assert.Single(await deadlines.MissingAsync(2027, Cancellation)).PlanId, Assert.Single(await deadlines.MissingAsync(2027, Cancellation)).Status));
        await host.Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation);
        Assert.Equal(PlanStatus.Submitted, Assert.Single(await deadlines.MissingAsync(2027, Cancellation)).Status);
        await host.Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
        Assert.Empty(await deadlines.MissingAsync(2027, Cancellation));
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A6_涉企检查计划经本级政府批准后方可实施_NoFrameWithoutApproval()
    {
        using MemoryHost host = await WithSubjectsAsync();
        string plan = await PlanAsync(host, 2026);
        string task = (await host.Plans.FindAsync(plan, Cancellation)).Tasks[0].TaskId;
        await host.Get<TaskWorkflow>().DesignAsync(As(Role.Drafter), task, DirectoryCriteria.Everything, Stratification.Region, Share, Cancellation);
        Task Freeze() => host.Get<DrawWorkflow>().PrepareAsync(As(Role.DrawingOperator), task, FrameKey.Of(new byte[32]), "sha-256", Cancellation);
        await host.RefusedAsync("RI2101", Freeze);
        await host.Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation);
        await host.RefusedAsync("RI2101", Freeze);
        await host.RefusedAsync("RI2013", () => host.Plans.ApproveAsync(As(Role.Drafter), plan, Cancellation));
        await host.Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
        await Freeze();
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A6_批准的计划不再修改_AnAmendmentIsDraftedBesideItAndTakesItsPlace()
    {
        using MemoryHost host = await WithSubjectsAsync();
        string plan = await PlanAsync(host, 2026);
        await host.Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation);
        await host.Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
        string frozen = $"{plan}-T01", other = $"{plan}-T02";
        await host.RefusedAsync("RI2001", () => host.Plans.RemoveTaskAsync(As(Role.Drafter), plan, other, Cancellation));
        await host.Get<TaskWorkflow>().DesignAsync(As(Role.Drafter), frozen, DirectoryCriteria.Everything, Stratification.Region, Share, Cancellation);
        await host.Get<DrawWorkflow>().PrepareAsync(As(Role.DrawingOperator), frozen, FrameKey.Of(new byte[32]), "sha-256", Cancellation);

        await host.Plans.AmendAsync(As(Role.Drafter), plan, "机构职能调整", Cancellation);
        await host.RefusedAsync("RI2030", () => host.Plans.RemoveTaskAsync(As(Role.Drafter), plan, frozen, Cancellation));
        await host.RefusedAsync("RI2031", () => host.Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation));
        await host.Plans.RemoveTaskAsync(As(Role.Drafter), plan, other, Cancellation);
        string added = await host.Plans.AddTaskAsync(As(Role.Drafter), plan, "广告抽查", ["SCJG-05"], new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 31), Cancellation);
        await host.Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation);
        Assert.Equal([frozen, other], (await host.Plans.FindAsync(plan, Cancellation)).Tasks.Select(t => t.TaskId)); // in force until then
        await host.RefusedAsync("RI2101", () => host.Get<DrawWorkflow>().PrepareAsync(As(Role.DrawingOperator), added, FrameKey.Of(new byte[32]), "sha-256", Cancellation));
        await host.IsSoundAsync();
        await host.Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
        AnnualPlan amended = await host.Plans.FindAsync(plan, Cancellation);
        Assert.Equal([frozen, added], amended.Tasks.Select(t => t.TaskId));
        PlanDifference difference = PlanDifference.Between(amended.Versions[0].Tasks, amended.Versions[1].Tasks);
        Assert.Equal((added, other, 0), (Assert.Single(difference.Added).TaskId, Assert.Single(difference.Removed).TaskId, difference.Revised.Length));
        Assert.Equal(2, (await host.Views.FindAsync<PlanView>(plan, Cancellation))!.Version);
        Assert.True((await host.Views.FindAsync<TaskView>(other, Cancellation))!.Removed);
        Assert.NotNull(await host.Views.FindAsync<ObligationView>(DisclosureWorkflow.PlanDuty(plan, 2), Cancellation)); // published anew within 10 working days
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A6_全覆盖或一定比例的专项检查_FullTakesEverybodyAndIsASpecialCheck()
    {
        using MemoryHost host = await WithSubjectsAsync();
        await host.RefusedAsync("RI2032", () => BeginAsync(host, Complaint with { Scale = TaskScale.Full }));
        string plan = await BeginAsync(host, new AdHocTerms(TaskKind.Special, TaskGround.SuddenSituation, TaskScale.Full));
        Assert.Equal((PlanKind.AdHoc, TaskGround.SuddenSituation), ((await host.Views.FindAsync<PlanView>(plan, Cancellation))!.Kind, (await host.Views.FindAsync<PlanView>(plan, Cancellation))!.Ground!.Value));
        string task = await host.Plans.AddTaskAsync(As(Role.Drafter), plan, "冷链食品", ["SCJG-05"], new LocalDate(2026, 11, 23), new LocalDate(2026, 12, 31), Cancellation);
        Refusal refusal = await host.RefusedAsync("RI2037", () => host.Get<TaskWorkflow>().DesignAsync(As(Role.Drafter), task, DirectoryCriteria.Everything, Stratification.None, Share, Cancellation));
        await host.Get<TaskWorkflow>().DesignAsync(As(Role.Drafter), task, DirectoryCriteria.Everything, Stratification.None, Whole, Cancellation);
        Assert.Null((await host.Get<TaskLimits>().ForAsync((await host.Views.FindAsync<TaskView>(task, Cancellation))!, Cancellation)).Cap); // 全覆盖 has no ceiling
        Assert.NotEqual(refusal["expected"], refusal["drawable"]);
    }

    [Fact]
    public async Task A6_上级部门的计划任务下级按照临时任务管理_TakenOverByNameOnceAndNotCounted()
    {
        using MemoryHost host = await WithCatalogueAsync(services => services.AddSingleton(PlanRules.Shenyang with { MostAdHoc = 0 }));
        SuperiorTask superior = new("辽宁省市场监督管理局", "LN2026-017", "辽市监办〔2026〕17号");
        await host.RefusedAsync("RI2034", () => BeginAsync(host, Complaint));
        await host.RefusedAsync("RI2033", () => BeginAsync(host, new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask)));
        await host.RefusedAsync("RI2033", () => BeginAsync(host, Complaint with { Superior = superior }));
        await host.RefusedAsync("RI2007", () => BeginAsync(host, new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: superior with { Task = " " })));
        string plan = await BeginAsync(host, new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: superior));
        Assert.Equal(superior, (await host.Plans.FindAsync(plan, Cancellation)).Draft.Terms!.Superior);
        Refusal refusal = await host.RefusedAsync("RI2036", () => BeginAsync(host, new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: superior with { Document = null })));
        Assert.Equal(plan, refusal["plan"]);

        // Another task of the same authority, and one of that number by another, are tasks of their own.
        await BeginAsync(host, new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: superior with { Task = "LN2026-018" }));
        await BeginAsync(host, new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: superior with { Authority = "辽宁省农业农村厅" }));
        string own = await PlanAsync(host, 2026);
        await host.RefusedAsync("RI2036", () => BeginAsync(host, new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: new SuperiorTask("本局", $"{own}-T01"))));
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task A6_严格控制临时任务数量和规模_NumberAndShareAreCapped()
    {
        using MemoryHost host = await WithCatalogueAsync(services => services.AddSingleton(PlanRules.Shenyang with { MostAdHoc = 3, ShareFrom = 2, MostAdHocPercent = 50 }));
        await BeginAsync(host, Complaint);
        Refusal share = await host.RefusedAsync("RI2035", () => BeginAsync(host, Complaint));
        Assert.Equal(("2", "0", "50"), (share["count"], share["planned"], share["most"]));
        string plan = await PlanAsync(host, 2026); // two tasks
        await host.Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation);
        await host.RefusedAsync("RI2035", () => BeginAsync(host, Complaint)); // not approved, so not planned
        await host.Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
        await BeginAsync(host, Complaint); // 2 beside 2
        await host.RefusedAsync("RI2035", () => BeginAsync(host, Complaint)); // 3 beside 2
    }

    [Theory]
    [InlineData(TaskGround.KeyField, "特殊重点领域")]
    [InlineData(TaskGround.Complaint, "投诉举报")]
    [InlineData(TaskGround.Referral, "转办交办")]
    [InlineData(TaskGround.DataMonitoring, "数据监测")]
    public async Task A1_除特殊重点领域投诉举报转办交办数据监测等情况外_ExceptionsAreNamedReasonsRecorded(TaskGround ground, string word)
    {
        using MemoryHost host = await WithCatalogueAsync();
        string plan = await BeginAsync(host, new AdHocTerms(TaskKind.AdHoc, ground));
        Assert.Equal(word, StateWords.Of((await host.Plans.FindAsync(plan, Cancellation)).Draft.Terms!.Ground).Chinese);
        await host.RefusedAsync("RI2007", () => host.Plans.BeginAdHocAsync(As(Role.Drafter), 2026, "临时检查", new AdHocTerms(TaskKind.AdHoc, ground), " ", Cancellation)); // a kind alone says nothing
    }

    private static Task<string> BeginAsync(MemoryHost host, AdHocTerms terms) =>
        host.Plans.BeginAdHocAsync(As(Role.Drafter), 2026, "临时检查", terms, "12345 热线 11 月集中投诉", Cancellation);

    private static async Task<MemoryHost> WithSubjectsAsync()
    {
        MemoryHost host = await WithCatalogueAsync();
        await host.Get<DirectoryWorkflow>().MergeAsync(
            RandomInspection.Ledger.Actor.System, new SubjectFile("sample.csv", new string('0', 64), [.. SampleSubjects.Generate(500)], 0, 0), As(Role.DirectoryKeeper).At, Cancellation);
        return host;
    }

    /// <summary>A plan of two tasks, drafted.</summary>
    private static async Task<string> PlanAsync(MemoryHost host, int year)
    {
        string plan = await host.Plans.BeginAsync(As(Role.Drafter), year, $"{year} 年度抽查计划", Cancellation);
        foreach (string item in new[] { "SCJG-01", "SCJG-02" })
        {
            await host.Plans.AddTaskAsync(As(Role.Drafter), plan, $"抽查 {item}", ImmutableArray.Create(item), new LocalDate(year, 3, 1), new LocalDate(year, 12, 31), Cancellation);
        }

        return plan;
    }
}
