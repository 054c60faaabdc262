namespace RandomInspection.Inspections;

/// <summary>The steps of <see cref="RecusalWorkflow"/>. Source: 行政处罚法 43.</summary>
public static class RecusalSteps
{
    /// <summary>An officer asks for their own recusal.</summary>
    public static WorkStep AskOwn { get; } = new(
        "recusal.askOwn", typeof(RecusalWorkflow), nameof(RecusalWorkflow.AskAsync), "本人申请回避", "Ask for one's own recusal", StepReach.OwnDepartment, Role.Inspector)
    {
        Events = ["recusal.requested"],
    };

    /// <summary>Enters what a party asks for.</summary>
    public static WorkStep AskForParty { get; } = new(
        "recusal.askForParty", typeof(RecusalWorkflow), nameof(RecusalWorkflow.AskAsync), "代当事人登记回避申请", "Enter a party's request", StepReach.OwnDepartment, Role.AuthorityHead, Role.DrawingOperator)
    {
        Events = ["recusal.requested"],
    };

    /// <summary>Decides.</summary>
    public static WorkStep Decide { get; } = new(
        "recusal.decide", typeof(RecusalWorkflow), nameof(RecusalWorkflow.DecideAsync), "决定回避", "Decide a recusal", StepReach.OwnDepartment, Role.AuthorityHead)
    {
        States = [RecusalStage.Open],
        WrongState = [TeamRefusals.RecusalDecided],
        FourEyes =
        [
            new("被申请回避的人员", "the officer it is about", TeamRefusals.OwnRecusal),
            new("登记申请的人", "who entered the request", TeamRefusals.EnteredRecusal, "recusal.requested"),
        ],
        Events = ["recusal.decided"],
    };
}
