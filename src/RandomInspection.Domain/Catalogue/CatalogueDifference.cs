using System.Collections.Immutable;

namespace RandomInspection.Catalogue;

/// <summary>What one version says otherwise than another.</summary>
/// <param name="Added">Items that are new, in the order of codes.</param>
/// <param name="Removed">Items that are gone, in the order of codes.</param>
/// <param name="Revised">Items that say something else, before and after, in the order of codes.</param>
/// <remarks>The arrays compare by reference.</remarks>
public sealed record CatalogueDifference(
    ImmutableArray<InspectionItem> Added, ImmutableArray<InspectionItem> Removed, ImmutableArray<(InspectionItem Before, InspectionItem After)> Revised)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty && Revised.IsEmpty;

    /// <summary>The difference between two lists of items, codes distinct in each.</summary>
    /// <param name="before">The earlier list.</param>
    /// <param name="after">The later list.</param>
    public static CatalogueDifference Between(IEnumerable<InspectionItem> before, IEnumerable<InspectionItem> after)
    {
        Dictionary<string, InspectionItem> earlier = before.ToDictionary(i => i.Code, StringComparer.Ordinal);
        Dictionary<string, InspectionItem> later = after.ToDictionary(i => i.Code, StringComparer.Ordinal);
        return new CatalogueDifference(
            [.. later.Values.Where(i => !earlier.ContainsKey(i.Code)).OrderBy(i => i.Code, StringComparer.Ordinal)],
            [.. earlier.Values.Where(i => !later.ContainsKey(i.Code)).OrderBy(i => i.Code, StringComparer.Ordinal)],
            [
                .. later.Values.OrderBy(i => i.Code, StringComparer.Ordinal)
                    .Where(i => earlier.TryGetValue(i.Code, out InspectionItem? was) && was != i).Select(i => (earlier[i.Code], i)),
            ]);
    }
}
