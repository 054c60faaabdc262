using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Catalogue;

/// <summary>The rows of catalogues.</summary>
internal sealed class CatalogueProjection : IViewProjection
{
    public string Prefix => LedgerItemCatalogue.Stream("");

    public ImmutableArray<Type> Views => [typeof(CatalogueView), typeof(BasisChangeView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events)
    {
        ItemCatalogue catalogue = ItemCatalogue.Replay(entries[0].Stream[Prefix.Length..], events.Cast<CatalogueEvent>());
        return [CatalogueView.Of(catalogue), .. BasisChangeView.Of(catalogue)];
    }
}
