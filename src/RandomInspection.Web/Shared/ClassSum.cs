using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Web.Shared;

/// <summary>Cells of one class added up: of one stratum, or of all.</summary>
internal sealed record ClassSum(string Class, long Population, long Drawable, long ExpectedNano)
{
    public static ImmutableArray<ClassSum> ByClass(IEnumerable<CellExpectation> cells) =>
    [
        .. cells.GroupBy(cell => cell.Count.Cell.Class, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ClassSum(
                group.Key,
                group.Sum(cell => cell.Count.Population),
                group.Sum(cell => cell.Count.Drawable),
                group.Sum(cell => cell.ExpectedNano))),
    ];
}
