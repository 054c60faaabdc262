namespace RandomInspection.Auditing;

/// <summary>A row of the picture.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Expected">The count expected on average.</param>
/// <param name="Count">The count found.</param>
/// <param name="Deviations">By how many standard deviations they differ; <see langword="null"/> if the count cannot vary.</param>
/// <param name="Lowest">The lowest deviation of what lies below, for example of a cell's units; <see langword="null"/> if that is not shown.</param>
/// <param name="Highest">The highest one.</param>
public sealed record FairnessRow(string Label, double Expected, double Count, double? Deviations, double? Lowest = null, double? Highest = null);
