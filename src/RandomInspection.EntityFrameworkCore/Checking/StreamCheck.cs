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
        Dictionary<Type, ViewComparison> comparisons = views.Views.ToDictionary(view => view, view => new ViewComparison(store, view));
        long read = 0;
        await foreach (StreamEvents stream in AheadAsync(views.Kinds, cancellation))
        {
            if (stream.Difference is { } difference)
            {
                return difference;
            }

            stream.HandOn(store, _heads);
            string name = stream.Entries[0].Stream;
            ImmutableArray<IView> rows;
            try
            {
                rows = views.Fold(stream.Entries, stream.Events);
            }
            catch (InvalidOperationException e)
            {
                return StoreDifferences.StreamDoesNotReplay.With(("stream", name), ("detail", e.Message));
            }

            foreach (IView row in rows)
            {
                if (await comparisons[row.GetType()].AddAsync(row, name, cancellation) is { } differs)
                {
                    return differs;
                }
            }

            long before = read;
            read += stream.Entries.Length;
            if (before / ReportEvery != read / ReportEvery)
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

        foreach (ViewComparison comparison in comparisons.Values)
        {
            if (await comparison.EndAsync(cancellation) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>The streams in their order, each with its events: other threads read those of the next batches while what came before is folded and compared.</summary>
    /// <remarks>What reading failed by is thrown after the streams before it. The connection serves this thread only.</remarks>
    private async IAsyncEnumerable<StreamEvents> AheadAsync(ImmutableArray<string> kinds, [EnumeratorCancellation] CancellationToken cancellation)
    {
        (EventCodec codec, ImmutableArray<NoteKey> keys) = (store.Codec, store.LogKeys);
        Queue<Task<StreamEvents[]>> ahead = new();
        ExceptionDispatchInfo? failure = null;
        await using IAsyncEnumerator<ImmutableArray<LedgerEntry>> streams = StreamPages.ReadAsync(store.Context, kinds, others: true, cancellation).GetAsyncEnumerator(cancellation);
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

                    ahead.Enqueue(Task.Run(() => batch.Select(stream => StreamEvents.Of(stream, codec, keys)).ToArray(), cancellation));
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
}
