using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>Requests that were carried out, in memory.</summary>
internal sealed class InMemoryRequests(InMemoryStore store) : IAnsweredRequests
{
    public Task<ImmutableArray<KeptRequest>> FindAsync(string key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return InMemory.Run(
            () => store.State.Requests.Values.Where(kept => kept.Request.Key == key).OrderBy(kept => kept.Request.Part).ToImmutableArray(), cancellation);
    }

    public Task<int> ForgetAsync(Instant before, CancellationToken cancellation) => InMemory.Run(() => store.Forget(before), cancellation);
}
