using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>For what caps and floors are asked: one task on today's directory.</summary>
/// <param name="Directory">Active subjects in the directory, 0 or more.</param>
/// <param name="Items">Codes of the task's items; they compare by reference.</param>
/// <param name="Year">The year of its plan.</param>
/// <param name="Population">The year's population that a floor is a share of, 0 or more.</param>
public sealed record LimitScope(long Directory, ImmutableArray<string> Items, int Year, long Population)
{
    /// <summary>Units drawn earlier in the year by item; they count toward the floor.</summary>
    public ImmutableSortedDictionary<string, long> DrawnBefore { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);
}
