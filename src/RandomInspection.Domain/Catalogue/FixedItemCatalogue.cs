using NodaTime;

namespace RandomInspection.Catalogue;

/// <summary>A catalogue that the host gives as it stands, without versions.</summary>
public sealed class FixedItemCatalogue : IItemCatalogue
{
    private readonly PublishedItems _items;

    /// <summary>A catalogue of these items.</summary>
    /// <param name="items">The items, codes distinct.</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public FixedItemCatalogue(IEnumerable<InspectionItem> items)
    {
        _items = PublishedItems.Of(items);
    }

    /// <inheritdoc />
    public ValueTask<PublishedItems> ReadAsync(LocalDate day, CancellationToken cancellation) => new(_items);
}
