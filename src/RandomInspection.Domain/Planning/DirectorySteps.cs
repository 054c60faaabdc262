namespace RandomInspection.Planning;

/// <summary>The steps of <see cref="DirectoryWorkflow"/>. Source: 沈政办发〔2020〕19号 三(三), 三(四).</summary>
public static class DirectorySteps
{
    /// <summary>Merges subjects.</summary>
    public static WorkStep MergeSubjects { get; } = new(
        "directory.mergeSubjects", typeof(DirectoryWorkflow), nameof(DirectoryWorkflow.MergeAsync), "并入监管对象", "Merge subjects", StepReach.Everywhere, Role.DirectoryKeeper)
    {
        Events = ["directory.merged"],
    };

    /// <summary>Merges inspectors.</summary>
    public static WorkStep MergeInspectors { get; } = new(
        "directory.mergeInspectors", typeof(DirectoryWorkflow), nameof(DirectoryWorkflow.MergeInspectorsAsync), "并入执法检查人员", "Merge inspectors", StepReach.Everywhere, Role.DirectoryKeeper)
    {
        Events = ["directory.inspectorsMerged"],
    };
}
