using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Streams as events.</summary>
public static class LedgerStreams
{
    /// <summary>The events of a stream in order, and how many entries were seen.</summary>
    /// <typeparam name="T">The stream's events.</typeparam>
    /// <param name="ledger">The log.</param>
    /// <param name="codec">The codec.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<(ImmutableArray<T> Events, int Version)> ReadEventsAsync<T>(
        this ILedger ledger, EventCodec codec, string stream, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(codec);
        ImmutableArray<LedgerEntry> entries = await ledger.ReadStreamAsync(stream, cancellation);
        return ([.. entries.Select(e => (T)codec.Decode(e))], entries.Length);
    }
}
