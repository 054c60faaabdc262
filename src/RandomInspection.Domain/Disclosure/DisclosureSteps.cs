namespace RandomInspection.Disclosure;

/// <summary>The steps of <see cref="DisclosureWorkflow"/>. Source: 沈政办发〔2020〕19号 三(八).</summary>
public static class DisclosureSteps
{
    /// <summary>Publishes.</summary>
    public static WorkStep Publish { get; } = new(
        "disclosure.publish", typeof(DisclosureWorkflow), nameof(DisclosureWorkflow.PublishAsync), "公示", "Publish", StepReach.OwnDepartment, Role.Publisher)
    {
        States = [ObligationStage.Open],
        WrongState = [DisclosureRefusals.AlreadyPublished],
        Events = ["disclosure.published"],
    };

    /// <summary>Loads holiday notices.</summary>
    public static WorkStep LoadNotices { get; } = new(
        "calendar.loadNotices", typeof(DisclosureWorkflow), nameof(DisclosureWorkflow.LoadNoticesAsync), "装入放假通知", "Load holiday notices", StepReach.Everywhere, Role.Administrator)
    {
        Events = ["calendar.noticesLoaded", "disclosure.recomputed"],
    };
}
