using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>An annual plan: every command in every state, and what it is refused for.</summary>
public sealed class AnnualPlanTests
{
    private const string Table = """
        command | Draft     | Submitted | Approved
        Add     | Draft     | RI2001    | RI2001
        Revise  | Draft     | RI2001    | RI2001
        Remove  | Draft     | RI2001    | RI2001
        Submit  | Submitted | RI2001    | RI2001
        Return  | RI2001    | Draft     | RI2001
        Approve | RI2001    | Approved  | RI2001
        """;

    private static readonly PublishedItems Published = PublishedItems.Of(
        new[] { "SCJG-01", "SCJG-02" }.Select(code => new InspectionItem(code, "market", "食品经营抽查", "Food trade", "食品安全法 第一百一十条", true, 10)));

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 1, 0);

    private static readonly Dictionary<string, (Func<AnnualPlan, PlanEvent> Run, string Name)> Commands = new()
    {
        ["Add"] = (p => p.Add(Planned("T2"), Published), "adding a task"),
        ["Revise"] = (p => p.Revise(Planned("T1") with { Title = "修改" }, Published), "revising a task"),
        ["Remove"] = (p => p.Remove("T1"), "removing a task"),
        ["Submit"] = (p => p.Submit("ni"), "submitting"),
        ["Return"] = (p => p.Return("zheng", "比例过高"), "sending it back"),
        ["Approve"] = (p => p.Approve("zheng", Now), "approving"),
    };

    public static TheoryData<PlanStatus, string, string> Cells() => StateTable.Cells<PlanStatus>(Table, Commands.Keys);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_State_LeadsToOrIsRefused(PlanStatus state, string command, string due)
    {
        (AnnualPlan plan, List<PlanEvent> events) = At(state);
        Assert.Equal(state, plan.Status);
        string before = StateOf(plan);
        Assert.Equal(before, StateOf(AnnualPlan.Replay(events)));
        if (Enum.TryParse(due, out PlanStatus next))
        {
            events.Add(Commands[command].Run(plan));
            Assert.Equal(next, plan.Status);
            Assert.NotEqual(before, StateOf(plan));
            Assert.Equal(StateOf(plan), StateOf(AnnualPlan.Replay(events)));
            return;
        }

        RefusalAssert.Transition(due, () => Commands[command].Run(plan), state.ToString(), ("plan", "P2026-001"), ("state", state.ToString()), ("commandEn", Commands[command].Name));
        Assert.Equal(before, StateOf(plan));
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2100)]
    [InlineData(0)]
    public void Begin_YearOutOfRange_RI2008(int year) =>
        RefusalAssert.Input("RI2008", () => AnnualPlan.Begin("P", year, "market", "计划", "ni"), ("year", $"{year}"), ("least", "2020"), ("most", "2099"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u3000")]
    [InlineData(null)]
    public void Begin_NoTitle_RI2007(string? title) =>
        RefusalAssert.Input("RI2007", () => AnnualPlan.Begin("P", 2026, "market", title!, "ni"), ("fieldZh", "计划名称"), ("fieldEn", "Title"), ("most", "100"));

    [Fact]
    public void Begin_EdgesOfTheRules_Accepted()
    {
        Assert.Equal(2020, AnnualPlan.Begin("P", 2020, "market", "x", "ni").Event.Year);
        Assert.Equal(2099, AnnualPlan.Begin("P", 2099, "market", new string('长', 100), "ni").Event.Year);
        Assert.Equal("计划", AnnualPlan.Begin("P", 2026, "market", " 计划 ", "ni").Plan.Draft.Title);
        RefusalAssert.Contains("RI2007", () => AnnualPlan.Begin("P", 2026, "market", new string('长', 101), "ni"));
    }

    [Fact]
    public void Begin_TermsMalformed_RefusedByTheFieldsName()
    {
        SuperiorTask superior = new("辽宁省市场监督管理局", "LN2026-017", "辽市监办〔2026〕17号");
        (SuperiorTask Bad, string Chinese, string English)[] cases =
        [
            (superior with { Authority = " " }, "上级部门", "Superior authority"),
            (superior with { Task = "" }, "上级计划任务", "Superior's task"),
            (superior with { Document = new string('号', 101) }, "文号", "Document"),
        ];
        foreach ((SuperiorTask bad, string chinese, string english) in cases)
        {
            RefusalAssert.Input("RI2007", () => AdHoc(new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: bad)), ("fieldZh", chinese), ("fieldEn", english), ("most", "100"));
        }

        RefusalAssert.Input(
            "RI2470",
            () => AdHoc(new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: superior, Named: 1)),
            ("ground", "SuperiorTask"),
            ("groundZh", StateWords.Of(TaskGround.SuperiorTask).Chinese),
            ("groundEn", StateWords.Of(TaskGround.SuperiorTask).English));
        RefusalAssert.Input("RI2007", () => AdHoc(null, " "), ("fieldZh", "临时任务事由"), ("fieldEn", "Ground"), ("most", "100"));
        Assert.Equal(new SuperiorTask("省局", "1"), AdHoc(new AdHocTerms(TaskKind.AdHoc, TaskGround.SuperiorTask, Superior: new SuperiorTask(" 省局 ", " 1", " "))).Draft.Terms!.Superior);

        static AnnualPlan AdHoc(AdHocTerms? terms, string ground = "集中投诉") => AnnualPlan.Begin("A2026-001", 2026, "market", "临时任务", "ni", ground, terms).Plan;
    }

    [Fact]
    public void Add_MalformedTask_RefusedAndNotCounted()
    {
        (AnnualPlan plan, _) = At(PlanStatus.Draft);
        string before = StateOf(plan);
        RefusalAssert.Input("RI2003", () => plan.Add(Planned("T2") with { Items = [] }, Published), ("task", "食品经营抽查"));
        RefusalAssert.Input("RI2003", () => plan.Add(Planned("T2") with { Items = default }, Published), ("task", "食品经营抽查"));
        RefusalAssert.Input("RI2004", () => plan.Add(Planned("T2") with { Items = ["SCJG-01", "XX-99"] }, Published), ("item", "XX-99"));
        RefusalAssert.Input("RI2007", () => plan.Add(Planned("T2") with { Title = " " }, Published), ("fieldZh", "任务名称"), ("fieldEn", "Title"), ("most", "100"));
        AssertPeriod(plan, new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 1));
        AssertPeriod(plan, new LocalDate(2025, 12, 31), new LocalDate(2026, 3, 1));
        AssertPeriod(plan, new LocalDate(2026, 3, 2), new LocalDate(2027, 1, 1));
        Assert.Equal(before, StateOf(plan));
    }

    [Fact]
    public void Add_EdgesOfTheYearAndItemsTwice_TakenOnce()
    {
        (AnnualPlan plan, _) = At(PlanStatus.Draft);
        PlanEvent.TaskAdded added = plan.Add(
            Planned("T2") with { Title = " 任务 ", Items = ["SCJG-02", "SCJG-01", "SCJG-02"], From = new LocalDate(2026, 1, 1), To = new LocalDate(2026, 12, 31) }, Published);
        Assert.Equal("任务", added.Task.Title);
        Assert.Equal(["SCJG-02", "SCJG-01"], added.Task.Items);
        plan.Add(Planned("T3") with { From = new LocalDate(2026, 5, 1), To = new LocalDate(2026, 5, 1) }, Published);
        Assert.Equal(3, plan.TasksEverAdded);
    }

    [Fact]
    public void ReviseOrRemove_UnknownTask_RI2009()
    {
        (AnnualPlan plan, _) = At(PlanStatus.Draft);
        RefusalAssert.Input("RI2009", () => plan.Revise(Planned("T9"), Published), ("task", "T9"));
        RefusalAssert.Input("RI2009", () => plan.Remove("T9"), ("task", "T9"));
        RefusalAssert.Input("RI2009", () => plan.Task("t1"), ("task", "t1"));
    }

    [Fact]
    public void Remove_OnlyTask_NumberNotUsedAgainAndPlanCannotBeSubmitted()
    {
        (AnnualPlan plan, _) = At(PlanStatus.Draft);
        plan.Remove("T1");
        Assert.Equal((0, 1), (plan.Tasks.Count, plan.TasksEverAdded));
        RefusalAssert.Input("RI2002", () => plan.Submit("ni"), ("plan", "P2026-001"));
        Assert.Equal(PlanStatus.Draft, plan.Status);
    }

    [Fact]
    public void Approve_DrafterOrSubmitter_RI2006()
    {
        (AnnualPlan plan, _) = At(PlanStatus.Draft);
        plan.Submit("zhao");
        RefusalAssert.Input("RI2006", () => plan.Approve("ni", Now), ("person", "ni"), ("plan", "P2026-001"));
        RefusalAssert.Input("RI2006", () => plan.Approve("zhao", Now), ("person", "zhao"), ("plan", "P2026-001"));
        plan.Approve("zheng", Now);
        Assert.Equal(("zheng", Now), (plan.ApprovedBy, plan.ApprovedAt));
    }

    [Fact]
    public void Return_ThenSubmitAgain_ReasonShownUntilThen()
    {
        (AnnualPlan plan, _) = At(PlanStatus.Submitted);
        RefusalAssert.Input("RI2007", () => plan.Return("zheng", ""), ("fieldZh", "退回理由"), ("fieldEn", "Reason"), ("most", "100"));
        plan.Return("zheng", " 比例过高 ");
        Assert.Equal("比例过高", plan.ReturnReason);
        plan.Submit("zhao");
        Assert.Equal((null, "zhao"), (plan.ReturnReason, plan.SubmittedBy));
    }

    private static (AnnualPlan Plan, List<PlanEvent> Events) At(PlanStatus state)
    {
        (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin("P2026-001", 2026, "market", "2026 年度计划", "ni");
        List<PlanEvent> events = [drafted, plan.Add(Planned("T1"), Published)];
        if (state != PlanStatus.Draft)
        {
            events.Add(plan.Submit("ni"));
        }

        if (state == PlanStatus.Approved)
        {
            events.Add(plan.Approve("zheng", Now));
        }

        return (plan, events);
    }

    private static string StateOf(AnnualPlan p) =>
        $"{p.Draft} {p.Status} {p.TasksEverAdded} {p.SubmittedBy} {p.ReturnReason} {p.ApprovedBy} {p.ApprovedAt} {string.Join(';', p.Tasks.Select(t => $"{t} {string.Join(',', t.Items)}"))}";

    private static void AssertPeriod(AnnualPlan plan, LocalDate from, LocalDate to) => RefusalAssert.Input(
        "RI2005", () => plan.Add(Planned("T2") with { From = from, To = to }, Published), ("from", from.ToString("R", null)), ("to", to.ToString("R", null)), ("year", "2026"));

    private static PlannedTask Planned(string id) => new(id, "食品经营抽查", ["SCJG-01"], new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31));
}
