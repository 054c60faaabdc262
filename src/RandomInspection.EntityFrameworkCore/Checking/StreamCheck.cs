using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>That streams have no gaps, that every event reads and is written as it would be again, that aggregates replay, and that views hold what follows.</summary>
/// <remarks>By now the entries are what was appended.</remarks>
internal sealed class StreamCheck(CheckedStore store)
{
    private const int ReportEvery = 1_000, EntriesAtOnce = 1_000;

    private static readonly int BatchesAhead = 2 * Environment.ProcessorCount;

    private readonly List<KeptCheckpoint> _heads = [];

    public async Task<Refusal?> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        DomainViews views = new(store.Codec, store.Hashes);
        Dictionary<Type, RawTable> tables = views.Views.ToDictionary(view => view, view => RawTable.Of(store.Context, view));
        Dictionary<Type, ViewComparison> comparisons = tables.ToDictionary(table => table.Key, table => new ViewComparison(store, table.Value, table.Key));
        long read = 0;
        string kind = "";
        await foreach (StreamEvents stream in AheadAsync(views, tables, cancellation))
        {
            if (KindOf(stream) is var next && next != kind)
            {
                kind = next;
                if (await FirstAsync(comparisons.Values, comparison => comparison.FlushAsync(cancellation)) is { } before)
                {
                    return before;
                }
            }

            if (stream.Difference is null && stream.Rows is null)
            {
                stream.Fold(views, tables);
            }

            if (stream.Difference is { } difference)
            {
                return difference;
            }

            stream.HandOn(store, _heads);
            foreach (ExpectedRow row in stream.Rows!)
            {
                if (await comparisons[row.View].AddAsync(row, cancellation) is { } differs)
                {
                    return differs;
                }
            }

            read += stream.Entries.Length;
            if ((read - stream.Entries.Length) / ReportEvery != read / ReportEvery)
            {
                progress?.Report(read);
            }
        }

        if (await new StandingCheck(store).RunAsync(cancellation) is { } standing)
        {
            return standing;
        }

        foreach (KeptCheckpoint head in _heads)
        {
            if (await store.RootAsync(head.Log, head.Size, cancellation) is var root && root != head.Root)
            {
                return StoreDifferences.CheckpointDiffers.With(
                    ("log", CheckedStore.NameOf(head.Log)), ("size", head.Size), ("stored", head.Root), ("computed", RawTable.Show(root)));
            }
        }

        return await FirstAsync(comparisons.Values, comparison => comparison.EndAsync(cancellation));
    }

    /// <summary>What the name of a stream begins with: rows of one kind are compared before those of the next, however many they are.</summary>
    private static string KindOf(StreamEvents stream) => stream.Entries[0].Stream.Split('/')[0];

    private static async Task<Refusal?> FirstAsync(IEnumerable<ViewComparison> comparisons, Func<ViewComparison, Task<Refusal?>> compare)
    {
        foreach (ViewComparison comparison in comparisons)
        {
            if (await compare(comparison) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>The streams in their order, each with its events, and with its rows if it stands alone: other threads read and fold those of the next batches while what came before is compared.</summary>
    /// <remarks>What reading failed by is thrown after the streams before it. The connection serves this thread only.</remarks>
    private async IAsyncEnumerable<StreamEvents> AheadAsync(DomainViews views, Dictionary<Type, RawTable> tables, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Queue<Task<StreamEvents[]>> ahead = new();
        ExceptionDispatchInfo? failure = null;
        await using IAsyncEnumerator<ImmutableArray<LedgerEntry>> streams = StreamPages.ReadAsync(store.Context, views.Kinds, others: true, cancellation).GetAsyncEnumerator(cancellation);
        try
        {
            for (bool more = true; more || ahead.Count > 0;)
            {
                while (more && ahead.Count < BatchesAhead)
                {
                    List<ImmutableArray<LedgerEntry>> batch = [];
                    try
                    {
                        for (int entries = 0; entries < EntriesAtOnce && (more = await streams.MoveNextAsync()); entries += streams.Current.Length)
                        {
                            batch.Add(streams.Current);
                        }
                    }
                    catch (Exception e) when (e is not OperationCanceledException)
                    {
                        (failure, more) = (ExceptionDispatchInfo.Capture(e), false);
                    }

                    ahead.Enqueue(Task.Run(() => batch.Select(stream => Read(stream, views, tables)).ToArray(), cancellation));
                }

                foreach (StreamEvents stream in await ahead.Dequeue())
                {
                    yield return stream;
                }
            }
        }
        finally
        {
            await ((Task)Task.WhenAll(ahead)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        failure?.Throw();
    }

    private StreamEvents Read(ImmutableArray<LedgerEntry> entries, DomainViews views, Dictionary<Type, RawTable> tables)
    {
        StreamEvents stream = StreamEvents.Of(entries, store.Codec, store.LogKeys);
        if (stream.Difference is null && views.StandsAlone(entries[0].Stream))
        {
            stream.Fold(views, tables);
        }

        return stream;
    }
}
