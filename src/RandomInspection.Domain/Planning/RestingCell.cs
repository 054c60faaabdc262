using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>How many units of a cell rest.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Reasons">Units by the code of the reason that decides, each 1 or more.</param>
public sealed record RestingCell(Cell Cell, ImmutableSortedDictionary<string, long> Reasons)
{
    /// <summary>Units that rest.</summary>
    public long Units => Reasons.Values.Sum();

    /// <summary>Codes counted.</summary>
    internal static ImmutableSortedDictionary<string, long> Count(IEnumerable<string> codes) =>
        codes.GroupBy(code => code, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.LongCount(), StringComparer.Ordinal);
}
