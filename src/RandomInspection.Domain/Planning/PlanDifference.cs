using System.Collections.Immutable;

namespace RandomInspection.Planning;

/// <summary>What one version of a plan says otherwise than another.</summary>
/// <param name="Added">Tasks that are new, in order.</param>
/// <param name="Removed">Tasks that are gone, in order.</param>
/// <param name="Revised">Tasks that say something else, before and after, in order.</param>
/// <remarks>The arrays compare by reference.</remarks>
public sealed record PlanDifference(
    ImmutableArray<PlannedTask> Added, ImmutableArray<PlannedTask> Removed, ImmutableArray<(PlannedTask Before, PlannedTask After)> Revised)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty && Revised.IsEmpty;

    /// <summary>The difference between two lists of tasks, ids distinct in each.</summary>
    /// <param name="before">The earlier list.</param>
    /// <param name="after">The later list.</param>
    public static PlanDifference Between(IReadOnlyCollection<PlannedTask> before, IReadOnlyCollection<PlannedTask> after)
    {
        Dictionary<string, PlannedTask> earlier = before.ToDictionary(t => t.TaskId, StringComparer.Ordinal);
        HashSet<string> later = [.. after.Select(t => t.TaskId)];
        return new PlanDifference(
            [.. after.Where(t => !earlier.ContainsKey(t.TaskId))],
            [.. before.Where(t => !later.Contains(t.TaskId))],
            [.. after.Where(t => earlier.TryGetValue(t.TaskId, out PlannedTask? was) && !IsSame(was, t)).Select(t => (earlier[t.TaskId], t))]);
    }

    private static bool IsSame(PlannedTask before, PlannedTask after) =>
        before.Title == after.Title && before.From == after.From && before.To == after.To && before.VisitDay == after.VisitDay && before.Items.SequenceEqual(after.Items)
        && (before.Catalogues ?? []).SequenceEqual(after.Catalogues ?? []);
}
