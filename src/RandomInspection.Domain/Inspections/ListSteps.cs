using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>The steps of <see cref="ReplacementWorkflow"/>. Source: random-inspection-draw/1 §6; 沈政办发〔2020〕19号 三(六).</summary>
public static class ListSteps
{
    /// <summary>Replaces who is proved gone.</summary>
    public static WorkStep ReplaceGone { get; } = new(
        "list.replaceGone", typeof(ReplacementWorkflow), nameof(ReplacementWorkflow.ReplaceGoneAsync), "依登记递补", "Replace whom the register proves gone", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [TaskStage.Drawn, TaskStage.MatchFrozen],
        WrongState = [PlanningRefusals.NotDrawn],
        Events = ["list.replaced", "list.fellShort", "visit.closed", "visit.planned", "visit.officerReplaced", "match.seatsChanged"],
    };

    /// <summary>Proposes to replace who was not reached.</summary>
    public static WorkStep Propose { get; } = new(
        "list.propose", typeof(ReplacementWorkflow), nameof(ReplacementWorkflow.ProposeAsync), "提出递补", "Propose a replacement", StepReach.OwnDepartment, Role.DrawingOperator, Role.Inspector)
    {
        States = [TaskStage.Drawn, TaskStage.MatchFrozen],
        WrongState = [PlanningRefusals.NotDrawn],
        Events = ["list.proposed"],
    };

    /// <summary>A second person approves.</summary>
    public static WorkStep Approve { get; } = Second(
        "list.approve", nameof(ReplacementWorkflow.ApproveAsync), "批准递补", "Approve a replacement", "list.replaced", "list.fellShort", "visit.closed", "visit.planned", "visit.officerReplaced", "match.seatsChanged");

    /// <summary>A second person declines.</summary>
    public static WorkStep Decline { get; } = Second("list.decline", nameof(ReplacementWorkflow.DeclineAsync), "不予递补", "Decline a replacement", "list.declined");

    /// <summary>Gives the units of a supplementary draw their teams.</summary>
    public static WorkStep Staff { get; } = new(
        "list.staff", typeof(ReplacementWorkflow), nameof(ReplacementWorkflow.StaffAsync), "为补充对象安排检查组", "Give supplemented units their teams", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [TaskStage.MatchFrozen],
        WrongState = [PlanningRefusals.NotDrawn, ListRefusals.NobodyToStaff],
        Events = ["visit.planned", "visit.officerReplaced", "match.seatsChanged"],
    };

    private static WorkStep Second(string name, string command, string chinese, string english, params string[] happened) =>
        new(name, typeof(ReplacementWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.AuthorityHead)
        {
            States = [ListChangeState.Proposed],
            WrongState = [ListRefusals.NotToBeDecided],
            FourEyes = [new("提出人、查找人", "who proposed it or tried to reach the subject", ListRefusals.OwnProposal)],
            Events = [.. happened],
        };
}
