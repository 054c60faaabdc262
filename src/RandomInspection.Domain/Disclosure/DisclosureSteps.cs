namespace RandomInspection.Disclosure;

/// <summary>The steps of <see cref="DisclosureWorkflow"/> and <see cref="EmbargoWorkflow"/>. Source: 沈政办发〔2020〕19号 三(八).</summary>
public static class DisclosureSteps
{
    /// <summary>Publishes.</summary>
    public static WorkStep Publish { get; } = new(
        "disclosure.publish", typeof(DisclosureWorkflow), nameof(DisclosureWorkflow.PublishAsync), "公示", "Publish", StepReach.OwnDepartment, Role.Publisher)
    {
        States = [ObligationStatus.Open],
        WrongState = [DisclosureRefusals.AlreadyPublished, DisclosureStepRefusals.WrongState],
        Events = ["disclosure.published"],
    };

    /// <summary>Proposes not to publish something.</summary>
    public static WorkStep ProposeExemption { get; } = Of(
        "disclosure.proposeExemption", nameof(DisclosureWorkflow.ProposeExemptionAsync), "申请不予公开", "Propose an exemption", Role.Publisher, ObligationStatus.Open, "disclosure.exemptionProposed");

    /// <summary>Decides on a proposed exemption.</summary>
    public static WorkStep DecideExemption { get; } = new(
        "disclosure.decideExemption", typeof(DisclosureWorkflow), nameof(DisclosureWorkflow.DecideExemptionAsync), "决定是否公开", "Decide on an exemption", StepReach.OwnDepartment, Role.AuthorityHead)
    {
        States = [ObligationStatus.ExemptionProposed],
        WrongState = [DisclosureStepRefusals.WrongState],
        FourEyes = [new FourEyes("申请不予公开的人", "who proposed the exemption", DisclosureStepRefusals.OwnExemption, "disclosure.exemptionProposed")],
        Events = ["disclosure.exemptionDecided"],
    };

    /// <summary>Corrects what was published.</summary>
    public static WorkStep Correct { get; } = Of(
        "disclosure.correct", nameof(DisclosureWorkflow.CorrectAsync), "更正公示", "Correct a publication", Role.Publisher, ObligationStatus.Published, "disclosure.corrected");

    /// <summary>Orders to take something down.</summary>
    public static WorkStep OrderWithdrawal { get; } = Of(
        "disclosure.orderWithdrawal", nameof(DisclosureWorkflow.OrderWithdrawalAsync), "决定撤下公示", "Order to take a publication down", Role.AuthorityHead, ObligationStatus.Published, "disclosure.withdrawalOrdered");

    /// <summary>Takes something down.</summary>
    public static WorkStep TakeDown { get; } = Of(
        "disclosure.takeDown", nameof(DisclosureWorkflow.TakeDownAsync), "撤下公示", "Take a publication down", Role.Publisher, ObligationStatus.WithdrawalOrdered, "disclosure.withdrawn");

    /// <summary>Ends the secret of a surprise inspection before its rule does.</summary>
    public static WorkStep EndEmbargo { get; } = new(
        "embargo.end", typeof(EmbargoWorkflow), nameof(EmbargoWorkflow.EndNowAsync), "提前解除突击检查保密", "End the secret of a surprise inspection", StepReach.OwnDepartment, Role.AuthorityHead)
    {
        Events = ["embargo.ended"],
    };

    /// <summary>Lets a duty wait until a secret has ended.</summary>
    public static WorkStep Defer { get; } = new(
        "embargo.defer", typeof(EmbargoWorkflow), nameof(EmbargoWorkflow.DeferAsync), "突击检查延后公示", "Defer a publication until a secret ends", StepReach.OwnDepartment, Role.AuthorityHead)
    {
        Events = ["disclosure.deferred"],
    };

    /// <summary>Opens a day's commitment of the sealed log.</summary>
    public static WorkStep OpenSealedDay { get; } = new(
        "sealed.open", typeof(EmbargoWorkflow), nameof(EmbargoWorkflow.OpenDayAsync), "公开密封留痕的承诺", "Open a commitment of the sealed log", StepReach.Everywhere, Role.AuthorityHead)
    {
        Events = ["sealed.opened"],
    };

    /// <summary>Loads holiday notices.</summary>
    public static WorkStep LoadNotices { get; } = new(
        "calendar.loadNotices", typeof(DisclosureWorkflow), nameof(DisclosureWorkflow.LoadNoticesAsync), "装入放假通知", "Load holiday notices", StepReach.Everywhere, Role.Administrator)
    {
        Events = ["calendar.noticesLoaded", "disclosure.recomputed"],
    };

    private static WorkStep Of(string name, string command, string chinese, string english, Role role, ObligationStatus state, string happened) =>
        new(name, typeof(DisclosureWorkflow), command, chinese, english, StepReach.OwnDepartment, role)
        {
            States = [state],
            WrongState = [DisclosureStepRefusals.WrongState],
            Events = [happened],
        };
}
