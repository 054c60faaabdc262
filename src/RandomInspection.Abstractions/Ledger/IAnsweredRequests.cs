using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>Storage port: requests that were carried out. They are written by <see cref="ILedger.CommitAsync"/> only.</summary>
public interface IAnsweredRequests
{
    /// <summary>What is kept of a request, its parts in order; nothing if it was never carried out, or so long ago that it is forgotten.</summary>
    /// <param name="key">As in <see cref="AnsweredRequest.Key"/>.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<KeptRequest>> FindAsync(string key, CancellationToken cancellation);

    /// <summary>Forgets requests that were carried out before a moment; what they did stays.</summary>
    /// <param name="before">That moment.</param>
    /// <param name="cancellation">Cancels before anything is forgotten.</param>
    /// <returns>How many were forgotten.</returns>
    Task<int> ForgetAsync(Instant before, CancellationToken cancellation);
}
