using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace RandomInspection.Ledger;

/// <summary>Streams as events.</summary>
public static class LedgerStreams
{
    /// <summary>So many entries are read at once from the end.</summary>
    private const int Page = 32;

    /// <summary>What streams that a store keeps were decoded to, by their first entry: an event never changes, so it is decoded once as long as its stream is kept.</summary>
    private static readonly ConditionalWeakTable<LedgerEntry, DecodedStream> Decoded = [];

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
        return (entries.IsEmpty ? [] : Decoded.GetValue(entries[0], _ => new DecodedStream()).Events<T>(codec, entries), entries.Length);
    }

    /// <summary>The events of a stream from its end to its beginning, each with its entry: whoever looks for something recent reads little.</summary>
    /// <typeparam name="T">The stream's events.</typeparam>
    /// <param name="ledger">The log.</param>
    /// <param name="codec">The codec.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="version">How many entries are looked at: those after it are left out.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async IAsyncEnumerable<(T Happened, LedgerEntry Entry)> ReadBackAsync<T>(
        this ILedger ledger, EventCodec codec, string stream, int version, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(codec);
        for (int end = version; end > 0; end -= Page)
        {
            int before = Math.Max(0, end - Page);
            ImmutableArray<LedgerEntry> page = await ledger.ReadStreamAsync(stream, before, end - before, cancellation);
            foreach (LedgerEntry entry in page.Reverse())
            {
                yield return ((T)codec.Decode(entry), entry);
            }
        }
    }
}
