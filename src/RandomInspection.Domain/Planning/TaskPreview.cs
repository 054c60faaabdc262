using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>What criteria and a design promise, on today's directory.</summary>
/// <param name="Cells">The cells with their expected counts, in order.</param>
/// <param name="Population">Units in the frame.</param>
/// <param name="Directory">Active subjects in the directory.</param>
/// <param name="LeftOut">Subjects left out, by reason.</param>
/// <param name="DirectoryVersion">The directory's version.</param>
public sealed record TaskPreview(
    ImmutableArray<CellExpectation> Cells, long Population, long Directory, ImmutableSortedDictionary<string, long> LeftOut, long DirectoryVersion)
{
    /// <summary>The cells in which units rest, in order; empty if nobody does.</summary>
    public ImmutableArray<RestingCell> Resting { get; init; } = [];

    /// <summary>Units that rest, by the code of the reason that decides.</summary>
    public ImmutableSortedDictionary<string, long> RestingReasons => Resting
        .SelectMany(cell => cell.Reasons)
        .GroupBy(reason => reason.Key, reason => reason.Value, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);

    /// <summary>Units that count as another class because they are on a dishonesty list.</summary>
    public int Listed { get; init; }

    /// <summary>Expected units in all, in nanos.</summary>
    public Int128 ExpectedNano
    {
        get
        {
            Int128 sum = 0;
            foreach (CellExpectation cell in Cells)
            {
                sum += cell.ExpectedNano;
            }

            return sum;
        }
    }
}
