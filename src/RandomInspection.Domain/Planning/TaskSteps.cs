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

    /// <summary>Names subjects instead of drawing them.</summary>
    public static WorkStep Name { get; } = new(
        "task.name", typeof(TaskWorkflow), nameof(TaskWorkflow.NameAsync), "点名检查对象", "Name subjects instead of drawing them", StepReach.OwnDepartment, Role.Drafter)
    {
        States = [TaskStage.Open],
        WrongState = [PlanningRefusals.AlreadyFrozen],
        Events = ["task.designed"],
    };

    /// <summary>Approves the subjects that are named.</summary>
    public static WorkStep ApproveNamed { get; } = new(
        "task.approveNamed", typeof(TaskWorkflow), nameof(TaskWorkflow.ApproveNamedAsync), "批准点名", "Approve the subjects named", StepReach.OwnDepartment, Role.AuthorityHead)
    {
        States = [TaskStage.Open],
        WrongState = [PlanningRefusals.AlreadyFrozen],
        FourEyes = [new("提出人", "who named them", NamedRefusals.OwnNaming, "task.designed")],
        Events = ["task.namedApproved"],
    };

    /// <summary>Declares what is drawn beside the subjects.</summary>
    public static WorkStep DeclareChoices { get; } = OfChoices("task.declareChoices", nameof(TaskWorkflow.DeclareChoicesAsync), "声明抽取选项", "Declare choices to draw from", "task.choicesDeclared");

    /// <summary>Takes choices back.</summary>
    public static WorkStep WithdrawChoices { get; } = OfChoices("task.withdrawChoices", nameof(TaskWorkflow.WithdrawChoicesAsync), "撤回抽取选项", "Take choices back", "task.choicesWithdrawn");

    /// <summary>Freezes choices for a draw.</summary>
    public static WorkStep PrepareChoices { get; } = new(
        "draw.prepareChoices", typeof(DrawWorkflow), nameof(DrawWorkflow.PrepareChoicesAsync), "冻结抽取选项", "Freeze choices for a draw", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [TaskStage.Open],
        WrongState = [PlanningRefusals.AlreadyFrozen],
        Events = ["draw.prepared", "task.choicesFrozen"],
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

    private static WorkStep OfChoices(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(TaskWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.Drafter, Role.DrawingOperator)
        {
            States = [TaskStage.Open],
            WrongState = [PlanningRefusals.AlreadyFrozen],
            Events = [happened],
        };

    private static WorkStep Of(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(DrawWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.DrawingOperator)
        {
            States = [TaskStage.Open],
            WrongState = [PlanningRefusals.AlreadyFrozen],
            Events = [happened],
        };
}
