using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RandomInspection.Catalogue;

/// <summary>A catalogue that the host gives as it stands.</summary>
public sealed class FixedItemCatalogue : IItemCatalogue
{
    private readonly FrozenDictionary<string, InspectionItem> _byCode;

    /// <summary>A catalogue of these items.</summary>
    /// <param name="items">The items, codes distinct.</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public FixedItemCatalogue(IEnumerable<InspectionItem> items)
    {
        Items = [.. items.OrderBy(i => i.Code, StringComparer.Ordinal)];
        _byCode = Items.ToFrozenDictionary(i => i.Code, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public ImmutableArray<InspectionItem> Items { get; }

    /// <inheritdoc />
    public InspectionItem? Find(string code) => _byCode.GetValueOrDefault(code);
}
