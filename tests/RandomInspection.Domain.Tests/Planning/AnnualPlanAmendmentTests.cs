using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>Amendments: every command in every state of one, and what they leave of the plan.</summary>
public sealed class AnnualPlanAmendmentTests
{
    private const string Table = """
        command | None      | Draft     | Submitted
        Amend   | Draft     | RI2001    | RI2001
        Drop    | RI2001    | None      | None
        Add     | RI2001    | Draft     | RI2001
        Revise  | RI2001    | Draft     | RI2001
        Remove  | RI2001    | Draft     | RI2001
        Submit  | RI2001    | Submitted | RI2001
        Return  | RI2001    | RI2001    | Draft
        Approve | RI2001    | RI2001    | None
        """;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 1, 0);
    private static readonly PublishedItems Published = PublishedItems.Of(
        new[] { "SCJG-01", "SCJG-02" }.Select(code => new InspectionItem(code, "market", "食品经营抽查", "Food trade", "食品安全法 第一百一十条", true, 10)));

    private static readonly Dictionary<string, Func<AnnualPlan, PlanEvent>> Commands = new()
    {
        ["Amend"] = p => p.Amend("机构职能调整", "ni"),
        ["Drop"] = p => p.DropAmendment("不再需要", "ni"),
        ["Add"] = p => p.Add(Planned("T4"), Published),
        ["Revise"] = p => p.Revise(Planned("T2") with { Title = "再修改" }, Published),
        ["Remove"] = p => p.Remove("T1"),
        ["Submit"] = p => p.Submit("ni"),
        ["Return"] = p => p.Return("zheng", "理由不足"),
        ["Approve"] = p => p.Approve("zheng", Now),
    };

    public static TheoryData<string, string, string> Cells() => StateTable.Cells(Table, Commands.Keys);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_State_LeadsToOrIsRefusedAndThePlanStaysApproved(string state, string command, string due)
    {
        (AnnualPlan plan, List<PlanEvent> events) = At(state);
        Assert.Equal((state, PlanStatus.Approved), (Of(plan), plan.Status));
        string before = StateOf(plan);
        Assert.Equal(before, StateOf(AnnualPlan.Replay(events)));
        string shown = state == "None" ? "Approved" : state;
        if (due.StartsWith("RI", StringComparison.Ordinal))
        {
            RefusalAssert.Transition(due, () => Commands[command](plan), shown, ("plan", "P2026-001"), ("state", shown));
            Assert.Equal(before, StateOf(plan));
            return;
        }

        events.Add(Commands[command](plan));
        Assert.Equal((due, PlanStatus.Approved), (Of(plan), plan.Status));
        Assert.NotEqual(before, StateOf(plan));
        Assert.Equal(StateOf(plan), StateOf(AnnualPlan.Replay(events)));
    }

    [Fact]
    public void Approve_Amendment_TakesThePlaceAndTheFirstVersionStays()
    {
        (AnnualPlan plan, _) = At("Draft");
        plan.Add(Planned("T4"), Published);
        plan.Remove("T1");
        Assert.Equal(["T1", "T2"], plan.Tasks.Select(t => t.TaskId)); // the version in force is not touched
        Assert.Equal("食品经营抽查", plan.Task("T2").Title);
        Assert.Equal("+T3 +T4 -T1 ~T2", Text(plan.Amended));
        plan.Submit("ni");
        plan.Approve("zheng", Now + Duration.FromDays(1));
        Assert.Equal(["T2", "T3", "T4"], plan.Tasks.Select(t => t.TaskId));
        Assert.Equal("修改", plan.Task("T2").Title);
        Assert.Equal([(1, null, 2), (2, "机构职能调整", 3)], plan.Versions.Select(v => (v.Number, v.Reason, v.Tasks.Length)));
        Assert.Equal("食品经营抽查", plan.Versions[0].Tasks[1].Title);
        Assert.Equal(Now + Duration.FromDays(1), plan.ApprovedAt);
        Assert.Equal("+T3 +T4 -T1 ~T2", Text(PlanDifference.Between(plan.Versions[0].Tasks, plan.Versions[1].Tasks)));
        Assert.Equal(4, plan.TasksEverAdded);
        Assert.Equal(3, plan.Amend("再变更", "ni").Version);
    }

    [Fact]
    public void ReviseRemoveOrApprove_FrozenTask_RI2030()
    {
        HashSet<string> frozen = ["T1"];
        (AnnualPlan plan, _) = At("None");
        plan.Amend("变更", "ni");
        RefusalAssert.Input("RI2030", () => plan.Remove("T1", frozen), ("task", "T1"));
        RefusalAssert.Input("RI2030", () => plan.Revise(Planned("T1") with { Title = "改" }, Published, frozen), ("task", "T1"));
        plan.Remove("T1", new HashSet<string>());
        plan.Submit("ni");
        RefusalAssert.Input("RI2030", () => plan.Approve("zheng", Now, frozen), ("task", "T1")); // frozen while it awaited approval
        plan.Approve("zheng", Now, new HashSet<string> { "T2" }); // one that does not change may be
        Assert.Equal(["T2"], plan.Tasks.Select(t => t.TaskId));
    }

    [Fact]
    public void Submit_NothingAmendedOrNoTaskLeft_Refused()
    {
        (AnnualPlan plan, _) = At("None");
        plan.Amend("变更", "ni");
        RefusalAssert.Input("RI2031", () => plan.Submit("ni"), ("plan", "P2026-001"));
        plan.Remove("T1");
        plan.Remove("T2");
        RefusalAssert.Input("RI2002", () => plan.Submit("ni"), ("plan", "P2026-001"));
    }

    [Fact]
    public void Approve_OwnAmendment_RI2006()
    {
        (AnnualPlan plan, _) = At("None");
        plan.Amend("变更", "zhao");
        plan.Remove("T1");
        plan.Submit("qian");
        RefusalAssert.Input("RI2006", () => plan.Approve("zhao", Now), ("person", "zhao"), ("plan", "P2026-001"));
        RefusalAssert.Input("RI2006", () => plan.Approve("qian", Now), ("person", "qian"), ("plan", "P2026-001"));
        plan.Approve("zheng", Now);
    }

    [Fact]
    public void AmendOrDrop_NoReason_RI2007()
    {
        (AnnualPlan plan, _) = At("None");
        RefusalAssert.Contains("RI2007", () => plan.Amend(" ", "ni"), ("fieldZh", "变更理由"));
        plan.Amend("变更", "ni");
        RefusalAssert.Contains("RI2007", () => plan.DropAmendment("", "ni"), ("fieldZh", "撤销理由"));
    }

    [Fact]
    public void Rows_AmendmentDroppedOrApproved_AsReplayGivesThem()
    {
        (AnnualPlan plan, _) = At("Submitted");
        Assert.Equal([("T1", PlanStatus.Approved), ("T2", PlanStatus.Approved), ("T3", PlanStatus.Submitted)], TaskView.Of(plan).Select(r => (r.Key, r.PlanStatus)));
        Assert.Equal((1, PlanStatus.Submitted), (PlanView.Of(plan).Version, PlanView.Of(plan).Amendment));
        plan.DropAmendment("不再需要", "ni");
        Assert.Equal(["T1", "T2"], TaskView.Of(plan).Select(r => r.Key));
        Assert.Equal((1, null), (PlanView.Of(plan).Version, PlanView.Of(plan).Amendment));
    }

    /// <summary>An approved plan of T1 and T2; its amendment revises T2 and adds T3.</summary>
    private static (AnnualPlan Plan, List<PlanEvent> Events) At(string state)
    {
        (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin("P2026-001", 2026, "market", "2026 年度计划", "ni");
        List<PlanEvent> events = [drafted, plan.Add(Planned("T1"), Published), plan.Add(Planned("T2"), Published), plan.Submit("ni"), plan.Approve("zheng", Now)];
        if (state != "None")
        {
            events.AddRange([plan.Amend("机构职能调整", "ni"), plan.Revise(Planned("T2") with { Title = "修改" }, Published), plan.Add(Planned("T3"), Published)]);
        }

        if (state == "Submitted")
        {
            events.Add(plan.Submit("ni"));
        }

        return (plan, events);
    }

    private static string Of(AnnualPlan plan) => plan.Amendment?.Status.ToString() ?? "None";

    private static string StateOf(AnnualPlan p) =>
        $"{p.Draft} {p.Status} {p.TasksEverAdded} {p.ApprovedBy} {p.ApprovedAt} {Text(p.Tasks)} {p.Amendment?.Version} {p.Amendment?.Reason} {p.Amendment?.By} {p.Amendment?.Status} {p.Amendment?.SubmittedBy} {p.Amendment?.ReturnReason} {Text(p.Drafted)} {string.Join(';', p.Versions.Select(v => $"{v.Number} {v.Reason} {v.ApprovedBy} {Text(v.Tasks)}"))}";

    private static string Text(PlanDifference difference) => string.Join(
        ' ', [.. difference.Added.Select(t => $"+{t.TaskId}"), .. difference.Removed.Select(t => $"-{t.TaskId}"), .. difference.Revised.Select(r => $"~{r.After.TaskId}")]);

    private static string Text(IEnumerable<PlannedTask> tasks) => string.Join(';', tasks.Select(t => $"{t.TaskId} {t.Title} {string.Join(',', t.Items)}"));

    private static PlannedTask Planned(string id) => new(id, "食品经营抽查", ["SCJG-01"], new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31));
}
