using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What must hold of the logs at any time.</summary>
internal static class Soundness
{
    /// <summary>Sequence and versions without gaps, every stream as the log has it, the head's size and root over the entries as read.</summary>
    public static async Task<ImmutableArray<LedgerEntry>> OfAsync(StoreUnderTest store, CancellationToken cancellation, LedgerLog log = LedgerLog.Public)
    {
        ImmutableArray<LedgerEntry> entries = await store.Ledger.ReadAsync(log, 0, int.MaxValue, cancellation);
        LedgerHead head = await store.Ledger.HeadAsync(log, cancellation);
        Expect.Same(Enumerable.Range(1, entries.Length).Select(n => (long)n), entries.Select(e => e.Sequence), $"Sequence of the {log} log");
        Expect.Equal(entries.Length, head.Size, $"Size of the {log} log's head");
        Expect.Equal(PlainTree.Root(entries), head.Root, $"Root of the {log} log");
        Expect.True(entries.All(e => e.Log == log), $"Every entry of the {log} log says that it stands there");
        foreach (IGrouping<string, LedgerEntry> stream in entries.GroupBy(e => e.Stream, StringComparer.Ordinal))
        {
            Expect.Same(Enumerable.Range(1, stream.Count()), stream.Select(e => e.Version), $"Versions of {stream.Key}");
            Expect.Same(stream, await store.Ledger.ReadStreamAsync(stream.Key, cancellation), $"Stream {stream.Key}");
        }

        return entries;
    }

    /// <summary>A step throws, and both logs are as before.</summary>
    public static async Task<TException> RefusedAsync<TException>(StoreUnderTest store, Func<Task> step, string what, CancellationToken cancellation)
        where TException : Exception
    {
        (LedgerHead Public, LedgerHead Sealed) before = await HeadsAsync(store, cancellation);
        TException refused = await Expect.ThrowsAsync<TException>(step, what);
        Expect.Equal(before, await HeadsAsync(store, cancellation), $"{what}: heads afterwards");
        return refused;
    }

    private static async Task<(LedgerHead Public, LedgerHead Sealed)> HeadsAsync(StoreUnderTest store, CancellationToken cancellation) =>
        (await store.Ledger.HeadAsync(LedgerLog.Public, cancellation), await store.Ledger.HeadAsync(LedgerLog.Sealed, cancellation));
}
