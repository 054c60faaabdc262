using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace OwnStore;

/// <summary>Requests that were carried out.</summary>
internal sealed class JournalRequests(JournalStore store) : IAnsweredRequests
{
    public Task<ImmutableArray<KeptRequest>> FindAsync(string key, CancellationToken cancellation) => store.Memory.Requests.FindAsync(key, cancellation);

    public async Task<int> ForgetAsync(Instant before, CancellationToken cancellation)
    {
        await store.WithFileAsync(
            file =>
            {
                file.Forget(before);
                return before;
            },
            cancellation);
        return await store.Memory.Requests.ForgetAsync(before, CancellationToken.None);
    }
}
