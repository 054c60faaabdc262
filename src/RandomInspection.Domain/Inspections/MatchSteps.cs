using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>The steps of <see cref="MatchWorkflow"/>. Source: 沈政办发〔2020〕19号 三(六), 三(九).</summary>
public static class MatchSteps
{
    /// <summary>Offers a drawn task for joint visits.</summary>
    public static WorkStep Offer { get; } = Of("match.offer", nameof(MatchWorkflow.OfferAsync), "提供联合检查", "Offer a task for joint visits", "task.jointOffered");

    /// <summary>Withdraws that offer.</summary>
    public static WorkStep WithdrawOffer { get; } = new(
        "match.withdrawOffer", typeof(MatchWorkflow), nameof(MatchWorkflow.WithdrawOfferAsync), "撤回联合检查", "Withdraw that offer", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [TaskStage.Drawn],
        WrongState = [PlanningRefusals.NotOffered, PlanningRefusals.MatchFrozen],
        Events = ["task.jointWithdrawn"],
    };

    /// <summary>Freezes a match's problem.</summary>
    public static WorkStep Prepare { get; } = Of("match.prepare", nameof(MatchWorkflow.PrepareAsync), "冻结匹配问题", "Freeze a match", "draw.prepared", "task.matchFrozen");

    /// <summary>Matches.</summary>
    public static WorkStep Match { get; } = new(
        "match.match", typeof(MatchWorkflow), nameof(MatchWorkflow.MatchAsync), "匹配", "Match", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [CeremonyStatus.Ready],
        WrongState = [CeremonyRefusals.WrongState],
        Events = ["draw.matched", "draw.revealed", "visit.planned"],
    };

    /// <summary>Replaces an officer at random.</summary>
    public static WorkStep Replace { get; } = Seat("match.replaceOfficer", nameof(MatchWorkflow.ReplaceAsync), "更换检查人员", "Replace an officer", "match.seatsChanged", "visit.officerReplaced");

    /// <summary>Proposes to assign an officer directly.</summary>
    public static WorkStep ProposeAssignment { get; } = new(
        "match.proposeAssignment", typeof(MatchWorkflow), nameof(MatchWorkflow.ProposeAssignmentAsync), "提出直接指派", "Propose to assign an officer directly", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [VisitStatus.Planned],
        WrongState = [InspectionRefusals.WrongState],
        Events = ["visit.officerProposed"],
    };

    /// <summary>Approves that assignment.</summary>
    public static WorkStep Assign { get; } = OfSomebodyElse("match.assignOfficer", nameof(MatchWorkflow.AssignAsync), "批准直接指派", "Approve a direct assignment", "visit.officerAssigned");

    /// <summary>Refuses that assignment.</summary>
    public static WorkStep RefuseAssignment { get; } =
        OfSomebodyElse("match.refuseAssignment", nameof(MatchWorkflow.RefuseAssignmentAsync), "不同意直接指派", "Refuse a direct assignment", "visit.proposalRefused");

    private static WorkStep Of(string name, string command, string chinese, string english, params string[] happened) =>
        new(name, typeof(MatchWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.DrawingOperator)
        {
            States = [TaskStage.Drawn],
            WrongState = [PlanningRefusals.NotDrawn, PlanningRefusals.MatchFrozen],
            Events = [.. happened],
        };

    private static WorkStep OfSomebodyElse(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(MatchWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.AuthorityHead)
        {
            States = [VisitStatus.Planned],
            WrongState = [InspectionRefusals.WrongState, AssignmentRefusals.NothingProposed],
            FourEyes = [new("提出指派的人和被指派的人", "who proposed it or is assigned", AssignmentRefusals.OwnProposal, "visit.officerProposed")],
            Events = [happened],
        };

    private static WorkStep Seat(string name, string command, string chinese, string english, params string[] happened) =>
        new(name, typeof(MatchWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.AuthorityHead)
        {
            States = [VisitStatus.Planned],
            WrongState = [InspectionRefusals.WrongState],
            Events = [.. happened],
        };
}
