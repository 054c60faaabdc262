using System.Collections.Immutable;
using MathNet.Numerics;

namespace RandomInspection.Auditing;

/// <summary>What the picture shows of an audit.</summary>
public static class FairnessRows
{
    /// <summary>A row for each cell, its units as the thin line.</summary>
    /// <param name="fairness">What the audit of a draw found.</param>
    public static ImmutableArray<FairnessRow> OfCells(DrawFairness fairness)
    {
        ArgumentNullException.ThrowIfNull(fairness);
        return [.. fairness.Cells.Where(cell => cell.Expectation.ExpectedNano > 0).Select(cell => new FairnessRow(
            cell.Expectation.Count.Cell.ToString(), cell.Total.Expected, cell.Total.Count, Off(cell.Total), cell.Lowest, cell.Highest))];
    }

    /// <summary>A row for each stratum: classes are not seen.</summary>
    /// <param name="fairness">What the audit of a draw found.</param>
    public static ImmutableArray<FairnessRow> OfStrata(DrawFairness fairness)
    {
        ArgumentNullException.ThrowIfNull(fairness);
        return [.. fairness.Strata.Where(stratum => stratum.IsStratum).Select(stratum => new FairnessRow(stratum.Path, stratum.Total.Expected, stratum.Total.Count, Off(stratum.Total)))];
    }

    /// <summary>A row for each pair whose chance is known; where none is, one for each interchangeable inspector of a visit.</summary>
    /// <param name="fairness">What the audit of a match found.</param>
    public static ImmutableArray<FairnessRow> OfPairs(MatchFairness fairness)
    {
        ArgumentNullException.ThrowIfNull(fairness);
        return fairness.Pairs.IsEmpty
            ? [.. from visit in fairness.Groups
                  let total = visit.Counts.Sum(count => (long)count)
                  let mean = (double)total / visit.Counts.Length
                  let deviation = Math.Sqrt(DrawAudit.Variance(visit.Counts.Length, total, fairness.Repeats))
                  from i in Enumerable.Range(0, visit.Counts.Length)
                  select new FairnessRow($"{visit.Visit} {visit.Inspectors[i]}", mean, visit.Counts[i], deviation > 0 ? (visit.Counts[i] - mean) / deviation : null)]
            : [.. fairness.Pairs.Select(pair => new FairnessRow(
                $"{pair.Chance.Visit} {pair.Chance.Inspector}",
                (double)fairness.Repeats * pair.Chance.Numerator / pair.Chance.Denominator,
                pair.Count,
                pair.Chance.Numerator == 0 || pair.Chance.Numerator == pair.Chance.Denominator ? null : pair.Deviations))];
    }

    /// <summary>How many standard deviations one of so many fair counts may lie off: all stay within in 999 of 1,000 audits.</summary>
    /// <param name="rows">The rows.</param>
    public static double Band(IReadOnlyCollection<FairnessRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int varying = Math.Max(1, rows.Count(row => row.Deviations is not null));
        return Math.Sqrt(2) * SpecialFunctions.ErfcInv(FairnessLevel.OfAudit / varying);
    }

    private static double? Off(TotalFairness total) => total.IsRandom ? total.Deviations : null;
}
