namespace RandomInspection.Planning;

/// <summary>The steps of <see cref="PlanWorkflow"/>. Source: 沈政办发〔2020〕19号 三(五).</summary>
public static class PlanSteps
{
    /// <summary>Begins an annual plan.</summary>
    public static WorkStep Begin { get; } = Of("plan.begin", nameof(PlanWorkflow.BeginAsync), "编制年度计划", "Begin an annual plan", "plan.drafted");

    /// <summary>Begins an ad-hoc task.</summary>
    public static WorkStep BeginAdHoc { get; } = Of("plan.beginAdHoc", nameof(PlanWorkflow.BeginAdHocAsync), "另立临时任务", "Begin an ad-hoc task", "plan.drafted");

    /// <summary>Begins a surprise inspection.</summary>
    public static WorkStep BeginSurprise { get; } = Of("plan.beginSurprise", nameof(PlanWorkflow.BeginSurpriseAsync), "另立突击检查", "Begin a surprise inspection", "plan.drafted");

    /// <summary>Adds a task.</summary>
    public static WorkStep AddTask { get; } = InDraft("plan.addTask", nameof(PlanWorkflow.AddTaskAsync), "添加任务", "Add a task", "plan.taskAdded");

    /// <summary>Revises a task.</summary>
    public static WorkStep ReviseTask { get; } = InDraft("plan.reviseTask", nameof(PlanWorkflow.ReviseTaskAsync), "修改任务", "Revise a task", "plan.taskRevised");

    /// <summary>Takes a task out.</summary>
    public static WorkStep RemoveTask { get; } = InDraft("plan.removeTask", nameof(PlanWorkflow.RemoveTaskAsync), "删除任务", "Take a task out", "plan.taskRemoved");

    /// <summary>Submits a plan.</summary>
    public static WorkStep Submit { get; } = InDraft("plan.submit", nameof(PlanWorkflow.SubmitAsync), "提交计划", "Submit a plan", "plan.submitted");

    /// <summary>Sends a plan back.</summary>
    public static WorkStep Return { get; } = new(
        "plan.return", typeof(PlanWorkflow), nameof(PlanWorkflow.ReturnAsync), "退回计划", "Send a plan back", StepReach.Everywhere, Role.GovernmentApprover)
    {
        States = [PlanStatus.Submitted],
        WrongState = [PlanningRefusals.WrongState],
        Events = ["plan.returned"],
    };

    /// <summary>Approves a plan.</summary>
    public static WorkStep Approve { get; } = new(
        "plan.approve", typeof(PlanWorkflow), nameof(PlanWorkflow.ApproveAsync), "批准计划", "Approve a plan", StepReach.Everywhere, Role.GovernmentApprover)
    {
        States = [PlanStatus.Submitted],
        WrongState = [PlanningRefusals.WrongState],
        FourEyes = [new("编制人、提交人", "who drafted or submitted it", PlanningRefusals.OwnStep, "plan.drafted", "plan.amendmentBegun", "plan.submitted")],
        Events = ["plan.approved"],
    };

    /// <summary>Begins an amendment.</summary>
    public static WorkStep Amend { get; } = new(
        "plan.amend", typeof(PlanWorkflow), nameof(PlanWorkflow.AmendAsync), "提出计划变更", "Begin an amendment", StepReach.OwnDepartment, Role.Drafter)
    {
        States = [PlanStatus.Approved],
        WrongState = [PlanningRefusals.WrongState],
        Events = ["plan.amendmentBegun"],
    };

    /// <summary>Drops an amendment.</summary>
    public static WorkStep DropAmendment { get; } = new(
        "plan.dropAmendment", typeof(PlanWorkflow), nameof(PlanWorkflow.DropAmendmentAsync), "撤销计划变更", "Drop an amendment", StepReach.OwnDepartment, Role.Drafter)
    {
        Events = ["plan.amendmentDropped"],
    };

    private static WorkStep Of(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(PlanWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.Drafter) { Events = [happened] };

    private static WorkStep InDraft(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(PlanWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.Drafter)
        {
            States = [PlanStatus.Draft],
            WrongState = [PlanningRefusals.WrongState],
            Events = [happened],
        };
}
