namespace RandomInspection.Inspections;

/// <summary>The step of whoever was inspected after a visit.</summary>
public static class FeedbackSteps
{
    /// <summary>Rates a visit.</summary>
    public static WorkStep Give { get; } = new(
        "feedback.give", typeof(FeedbackWorkflow), nameof(FeedbackWorkflow.GiveAsync), "评价检查", "Rate a visit", StepReach.Everywhere, Role.InspectedParty)
    {
        States = [VisitStatus.Concluded, VisitStatus.Audited],
        WrongState = [FeedbackRefusals.TooEarly],
        Events = ["feedback.given"],
    };
}
