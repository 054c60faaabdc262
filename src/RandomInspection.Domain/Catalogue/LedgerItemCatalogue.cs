using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Catalogue;

/// <summary>The catalogue as the departments published it in the log.</summary>
/// <remarks>A published version never changes, so a department's versions are read again only when its row names a later one.</remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="codec">The events of the log.</param>
public sealed class LedgerItemCatalogue(ILedger ledger, IViews views, EventCodec codec) : IItemCatalogue
{
    private readonly ConcurrentDictionary<string, ImmutableArray<CatalogueVersion>> _versions = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async ValueTask<PublishedItems> ReadAsync(LocalDate day, CancellationToken cancellation)
    {
        List<CatalogueVersion> all = [];
        foreach (CatalogueView row in await views.QueryAllAsync(new AllCatalogues(), cancellation))
        {
            if (!_versions.TryGetValue(row.Key, out ImmutableArray<CatalogueVersion> versions) || versions.Length < row.Version)
            {
                (ImmutableArray<CatalogueEvent> events, _) = await ledger.ReadEventsAsync<CatalogueEvent>(codec, Stream(row.Key), cancellation);
                _versions[row.Key] = versions = [.. ItemCatalogue.Replay(row.Key, events).Versions];
            }

            all.AddRange(versions);
        }

        return PublishedItems.On(all, day);
    }

    internal static string Stream(string departmentId) => $"catalogue/{departmentId}";
}
