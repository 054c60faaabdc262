using System.Collections.Immutable;

namespace RandomInspection.Inspections;

/// <summary>What a department's visits were rated.</summary>
/// <param name="DepartmentId">The department.</param>
/// <param name="Ratings">How many there are; 0 while they are too few to be shown.</param>
/// <param name="Integrity">The sum of the ratings of 廉洁.</param>
/// <param name="Conduct">The sum of the ratings of 规范.</param>
/// <param name="Efficiency">The sum of the ratings of 效率.</param>
/// <param name="Texts">What was said, or what stands for it, in an order that is nobody's.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record FeedbackFigures(string DepartmentId, int Ratings, int Integrity, int Conduct, int Efficiency, ImmutableArray<string> Texts)
{
    /// <summary>Whether there are ratings, too few to be shown.</summary>
    public bool IsWithheld => Ratings == 0;

    /// <summary>The figures of all departments that were rated, in the order of their ids.</summary>
    /// <param name="rows">All ratings, in the order of their names.</param>
    /// <param name="rules">From how many on they are shown.</param>
    public static ImmutableArray<FeedbackFigures> Of(IEnumerable<FeedbackView> rows, FeedbackRules rules)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(rules);
        return
        [
            .. rows.GroupBy(row => row.DepartmentId, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Count() < rules.LeastShown
                ? new FeedbackFigures(group.Key, 0, 0, 0, 0, [])
                : new FeedbackFigures(
                    group.Key, group.Count(), group.Sum(row => row.Integrity), group.Sum(row => row.Conduct), group.Sum(row => row.Efficiency), [.. group.Select(row => row.Text).OfType<string>()])),
        ];
    }
}
