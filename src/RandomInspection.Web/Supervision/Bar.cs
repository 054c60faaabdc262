using RandomInspection.Supervision;

namespace RandomInspection.Web.Supervision;

/// <summary>One bar of a chart: a share, what it is of, and where it should be.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Share">The share.</param>
/// <param name="TargetPermille">Where it should be; <see langword="null"/> without an aim.</param>
/// <param name="Note">What stands in the place of the two numbers; <see langword="null"/> for the numbers.</param>
public sealed record Bar(string Label, Ratio Share, long? TargetPermille = null, string? Note = null);
