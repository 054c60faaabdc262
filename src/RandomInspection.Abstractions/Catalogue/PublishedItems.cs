using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Catalogue;

/// <summary>The published items of all departments as they are in force on one day, and what was published before.</summary>
public sealed class PublishedItems
{
    private readonly FrozenDictionary<string, InspectionItem> _inForce;
    private readonly FrozenDictionary<string, InspectionItem> _known;
    private readonly FrozenDictionary<string, CatalogueVersion> _versions;

    private PublishedItems(IEnumerable<InspectionItem> inForce, IEnumerable<InspectionItem> known, IEnumerable<CatalogueVersion> versions)
    {
        Items = [.. inForce.OrderBy(i => i.Code, StringComparer.Ordinal)];
        _inForce = Items.ToFrozenDictionary(i => i.Code, StringComparer.Ordinal);
        _known = known.ToFrozenDictionary(i => i.Code, StringComparer.Ordinal);
        _versions = versions.ToFrozenDictionary(v => v.DepartmentId, StringComparer.Ordinal);
    }

    /// <summary>The items in force in the order of codes.</summary>
    public ImmutableArray<InspectionItem> Items { get; }

    /// <summary>The versions in force, in the order of departments; none where the host gives its items as they stand.</summary>
    public IEnumerable<CatalogueVersion> Versions => _versions.Values.OrderBy(v => v.DepartmentId, StringComparer.Ordinal);

    /// <summary>Items that have no versions, always in force.</summary>
    /// <param name="items">The items, codes distinct.</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public static PublishedItems Of(IEnumerable<InspectionItem> items)
    {
        ImmutableArray<InspectionItem> all = [.. items];
        return new PublishedItems(all, all, []);
    }

    /// <summary>What of these versions is in force on a day. A code is one department's; were it two's, the first one's would count.</summary>
    /// <param name="versions">Published versions of any departments, in any order.</param>
    /// <param name="day">The day.</param>
    public static PublishedItems On(IEnumerable<CatalogueVersion> versions, LocalDate day)
    {
        ImmutableArray<CatalogueVersion> all = [.. versions.OrderBy(v => v.DepartmentId, StringComparer.Ordinal).ThenBy(v => v.Number)];
        ImmutableArray<CatalogueVersion> inForce =
            [.. all.Where(v => v.EffectiveFrom <= day).GroupBy(v => v.DepartmentId, StringComparer.Ordinal).Select(department => department.Last())];
        Dictionary<string, InspectionItem> known = new(StringComparer.Ordinal);
        foreach (InspectionItem item in all.Concat(inForce).SelectMany(v => v.Items))
        {
            known[item.Code] = item;
        }

        return new PublishedItems(inForce.SelectMany(v => v.Items).DistinctBy(i => i.Code, StringComparer.Ordinal), known.Values, inForce);
    }

    /// <summary>The item of a code that is in force, or <see langword="null"/>: what a task may name.</summary>
    /// <param name="code">A code.</param>
    public InspectionItem? Find(string code) => _inForce.GetValueOrDefault(code);

    /// <summary>The item of a code as it is in force, else as it was published last, or <see langword="null"/>: what an earlier task named.</summary>
    /// <param name="code">A code.</param>
    public InspectionItem? Known(string code) => _known.GetValueOrDefault(code);

    /// <summary>The version of a department's catalogue that is in force, or <see langword="null"/>.</summary>
    /// <param name="departmentId">The department.</param>
    public CatalogueVersion? VersionOf(string departmentId) => _versions.GetValueOrDefault(departmentId);

    /// <summary>The versions in force that these items stand in, by their ids in order; none where items have no versions.</summary>
    /// <param name="codes">Codes of items in force.</param>
    public ImmutableArray<string> VersionsOf(IEnumerable<string> codes) =>
        [.. codes.Select(Find).OfType<InspectionItem>().Select(i => VersionOf(i.DepartmentId)?.Id).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
