using RandomInspection.Catalogue;

namespace RandomInspection.Planning;

/// <summary>The steps of <see cref="CatalogueWorkflow"/>. Source: 沈政办发〔2020〕19号 三(二).</summary>
public static class CatalogueSteps
{
    /// <summary>Begins a version.</summary>
    public static WorkStep Begin { get; } = new(
        "catalogue.begin", typeof(CatalogueWorkflow), nameof(CatalogueWorkflow.BeginAsync), "编制清单新版本", "Begin a version of the catalogue", StepReach.OwnDepartment, Role.Drafter)
    {
        Events = ["catalogue.begun"],
    };

    /// <summary>Adds an item.</summary>
    public static WorkStep AddItem { get; } = InDraft("catalogue.addItem", nameof(CatalogueWorkflow.AddAsync), "添加抽查事项", "Add an item", "catalogue.itemAdded");

    /// <summary>Revises an item.</summary>
    public static WorkStep ReviseItem { get; } =
        InDraft("catalogue.reviseItem", nameof(CatalogueWorkflow.ReviseAsync), "修改抽查事项", "Revise an item", "catalogue.itemRevised");

    /// <summary>Takes an item out.</summary>
    public static WorkStep RemoveItem { get; } =
        InDraft("catalogue.removeItem", nameof(CatalogueWorkflow.RemoveAsync), "删除抽查事项", "Take an item out", "catalogue.itemRemoved");

    /// <summary>Submits a version.</summary>
    public static WorkStep Submit { get; } =
        InDraft("catalogue.submit", nameof(CatalogueWorkflow.SubmitAsync), "提交清单审核", "Submit the catalogue for review", "catalogue.submitted");

    /// <summary>Takes a version back.</summary>
    public static WorkStep TakeBack { get; } = new(
        "catalogue.takeBack", typeof(CatalogueWorkflow), nameof(CatalogueWorkflow.TakeBackAsync), "撤回清单", "Take the catalogue back", StepReach.OwnDepartment, Role.Drafter)
    {
        States = [CatalogueStatus.Submitted, CatalogueStatus.Reviewed, CatalogueStatus.Reported],
        WrongState = [CatalogueRefusals.WrongState],
        Events = ["catalogue.returned"],
    };

    /// <summary>The judicial administration passes a version.</summary>
    public static WorkStep Review { get; } = new(
        "catalogue.review", typeof(CatalogueWorkflow), nameof(CatalogueWorkflow.ReviewAsync), "审核清单", "Pass the catalogue", StepReach.Everywhere, Role.JudicialReviewer)
    {
        States = [CatalogueStatus.Submitted],
        WrongState = [CatalogueRefusals.WrongState],
        FourEyes = [new("编制人、提交人", "who began or submitted it", CatalogueRefusals.OwnStep, "catalogue.begun", "catalogue.submitted")],
        Events = ["catalogue.reviewed"],
    };

    /// <summary>The judicial administration sends a version back.</summary>
    public static WorkStep Return { get; } = new(
        "catalogue.return", typeof(CatalogueWorkflow), nameof(CatalogueWorkflow.ReturnAsync), "退回清单", "Send the catalogue back", StepReach.Everywhere, Role.JudicialReviewer)
    {
        States = [CatalogueStatus.Submitted],
        WrongState = [CatalogueRefusals.WrongState],
        Events = ["catalogue.returned"],
    };

    /// <summary>The coordinating group receives a version.</summary>
    public static WorkStep Report { get; } = new(
        "catalogue.report", typeof(CatalogueWorkflow), nameof(CatalogueWorkflow.ReportAsync), "接收报送的清单", "Receive the catalogue", StepReach.Everywhere, Role.CoordinatingGroup)
    {
        States = [CatalogueStatus.Reviewed],
        WrongState = [CatalogueRefusals.WrongState],
        FourEyes =
        [
            new("编制人、提交人、审核人", "who began, submitted or reviewed it", CatalogueRefusals.OwnStep, "catalogue.begun", "catalogue.submitted", "catalogue.reviewed"),
        ],
        Events = ["catalogue.reported"],
    };

    /// <summary>Publishes a version.</summary>
    public static WorkStep Publish { get; } = new(
        "catalogue.publish", typeof(CatalogueWorkflow), nameof(CatalogueWorkflow.PublishAsync), "公布清单", "Publish the catalogue", StepReach.OwnDepartment, Role.Publisher)
    {
        States = [CatalogueStatus.Reported],
        WrongState = [CatalogueRefusals.WrongState],
        FourEyes =
        [
            new(
                "编制人、提交人、审核人、接收人",
                "who began, submitted, reviewed or received it",
                CatalogueRefusals.OwnStep,
                "catalogue.begun",
                "catalogue.submitted",
                "catalogue.reviewed",
                "catalogue.reported"),
        ],
        Events = ["catalogue.published"],
    };

    /// <summary>A department notes a change of the law.</summary>
    public static WorkStep NoteChange { get; } = new(
        "catalogue.noteChange", typeof(CatalogueWorkflow), nameof(CatalogueWorkflow.NoteChangeAsync), "登记依据变化", "Note that the law changed", StepReach.OwnDepartment, Role.Drafter)
    {
        Events = ["catalogue.basisChanged"],
    };

    /// <summary>The judicial administration notes a change of the law.</summary>
    public static WorkStep NoteChangeOf { get; } = new(
        "catalogue.noteChangeOf",
        typeof(CatalogueWorkflow),
        nameof(CatalogueWorkflow.NoteChangeOfAsync),
        "登记各部门依据变化",
        "Note that the law changed for a department",
        StepReach.Everywhere,
        Role.JudicialReviewer)
    {
        Events = ["catalogue.basisChanged"],
    };

    private static WorkStep InDraft(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(CatalogueWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.Drafter)
        {
            States = [CatalogueStatus.Draft],
            WrongState = [CatalogueRefusals.WrongState],
            Events = [happened],
        };
}
