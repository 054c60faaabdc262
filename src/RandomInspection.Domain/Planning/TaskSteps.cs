namespace RandomInspection.Planning;

/// <summary>The steps that lead a task to its draw. Source: 沈政办发〔2020〕19号 三(六), 三(九).</summary>
public static class TaskSteps
{
    /// <summary>Sets criteria and design.</summary>
    public static WorkStep Design { get; } = new(
        "task.design", typeof(TaskWorkflow), nameof(TaskWorkflow.DesignAsync), "设定抽取方案", "Set criteria and design", StepReach.OwnDepartment, Role.Drafter, Role.DrawingOperator)
    {
        States = [TaskStage.Open],
        WrongState = [PlanningRefusals.AlreadyFrozen],
        Events = ["task.designed"],
    };

    /// <summary>Offers a task for another task's draw.</summary>
    public static WorkStep OfferForDraw { get; } = Of("draw.offer", nameof(DrawWorkflow.OfferAsync), "提供共同抽取", "Offer a task for another's draw", "task.drawOffered");

    /// <summary>Withdraws that offer.</summary>
    public static WorkStep WithdrawDrawOffer { get; } =
        Of("draw.withdrawOffer", nameof(DrawWorkflow.WithdrawOfferAsync), "撤回共同抽取", "Withdraw that offer", "task.drawOfferWithdrawn");

    /// <summary>Freezes frames and designs.</summary>
    public static WorkStep Prepare { get; } = new(
        "draw.prepare", typeof(DrawWorkflow), nameof(DrawWorkflow.PrepareAsync), "冻结名单", "Freeze the frame", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [TaskStage.Open],
        WrongState = [PlanningRefusals.AlreadyFrozen],
        Events = ["draw.prepared", "task.frozen"],
    };

    /// <summary>Freezes what is left of exhausted cells.</summary>
    public static WorkStep PrepareSupplement { get; } = new(
        "draw.prepareSupplement", typeof(DrawWorkflow), nameof(DrawWorkflow.PrepareSupplementAsync), "准备补充抽取", "Prepare a supplementary draw", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [TaskStage.Drawn, TaskStage.MatchFrozen],
        WrongState = [PlanningRefusals.NotDrawn],
        Events = ["draw.prepared", "list.supplementPrepared", "list.nobodyLeft"],
    };

    private static WorkStep Of(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(DrawWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.DrawingOperator)
        {
            States = [TaskStage.Open],
            WrongState = [PlanningRefusals.AlreadyFrozen],
            Events = [happened],
        };
}
