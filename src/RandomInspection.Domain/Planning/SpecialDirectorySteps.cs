namespace RandomInspection.Planning;

/// <summary>The steps of <see cref="SpecialDirectoryWorkflow"/>. Source: 沈政办发〔2020〕19号 三(三).</summary>
public static class SpecialDirectorySteps
{
    /// <summary>Saves criteria under a name.</summary>
    public static WorkStep Save { get; } = Of("special.save", nameof(SpecialDirectoryWorkflow.SaveAsync), "新建专用名录", "Save a special directory", "special.saved");

    /// <summary>Saves other criteria.</summary>
    public static WorkStep Revise { get; } = Of("special.revise", nameof(SpecialDirectoryWorkflow.ReviseAsync), "修订专用名录", "Revise a special directory", "special.revised");

    /// <summary>Ends its use.</summary>
    public static WorkStep Retire { get; } = Of("special.retire", nameof(SpecialDirectoryWorkflow.RetireAsync), "停用专用名录", "Retire a special directory", "special.retired");

    private static WorkStep Of(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(SpecialDirectoryWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.DirectoryKeeper, Role.Drafter) { Events = [happened] };
}
