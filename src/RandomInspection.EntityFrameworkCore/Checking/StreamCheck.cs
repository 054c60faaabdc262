using System.Collections.Immutable;
using System.Text;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>That streams have no gaps, that every event reads and is written as it would be again, that aggregates replay, and that views hold what follows.</summary>
/// <remarks>By now the entries are what was appended.</remarks>
internal sealed class StreamCheck(CheckedStore store)
{
    private const int ReportEvery = 1_000;

    private readonly List<KeptCheckpoint> _heads = [];

    public async Task<Refusal?> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        DomainViews views = new(store.Codec, store.Hashes);
        Dictionary<Type, ViewComparison> comparisons = views.Views.ToDictionary(view => view, view => new ViewComparison(store, view));
        long read = 0;
        await foreach (ImmutableArray<LedgerEntry> stream in StreamPages.ReadAsync(store.Context, views.Kinds, others: true, cancellation))
        {
            if (Decode(stream, out object[] events) is { } difference)
            {
                return difference;
            }

            ImmutableArray<IView> rows;
            try
            {
                rows = views.Fold(stream, events);
            }
            catch (InvalidOperationException e)
            {
                return StoreDifferences.StreamDoesNotReplay.With(("stream", stream[0].Stream), ("detail", e.Message));
            }

            foreach (IView row in rows)
            {
                if (await comparisons[row.GetType()].AddAsync(row, stream[0].Stream, cancellation) is { } differs)
                {
                    return differs;
                }
            }

            long before = read;
            read += stream.Length;
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

    private Refusal? Decode(ImmutableArray<LedgerEntry> stream, out object[] events)
    {
        events = new object[stream.Length];
        foreach ((int index, LedgerEntry entry) in stream.Index())
        {
            if (entry.Version != index + 1)
            {
                return StoreDifferences.VersionGap.With(("sequence", entry.Sequence), ("stream", entry.Stream), ("version", entry.Version), ("expected", index + 1));
            }

            try
            {
                events[index] = store.Codec.Decode(entry);
            }
            catch (InvalidOperationException e)
            {
                return StoreDifferences.EventUnreadable.With(("sequence", entry.Sequence), ("stream", entry.Stream), ("detail", e.Message));
            }

            if (store.Codec.Encode(events[index]) is var again && again.Data != entry.Data)
            {
                return StoreDifferences.EventNotCanonical.With(("sequence", entry.Sequence), ("stream", entry.Stream), ("stored", entry.Data), ("computed", again.Data));
            }

            if (events[index] is IDirectoryMerge merge)
            {
                store.Merges(entry.Stream).Add(merge);
            }

            foreach (string commitment in PersonalCommitment.ReferredBy(entry))
            {
                store.Commitments.TryAdd(commitment, entry.Sequence);
            }

            if (events[index] is PersonalEvent.Erased erased)
            {
                foreach (string commitment in erased.Commitments)
                {
                    store.Erased.TryAdd(commitment, entry.At);
                }
            }

            try
            {
                _heads.AddRange(KeptHead(events[index]) is { } head ? [head] : []);
            }
            catch (RefusalException e)
            {
                return StoreDifferences.EventUnreadable.With(("sequence", entry.Sequence), ("stream", entry.Stream), ("detail", e.Message));
            }

            if (Unsigned(events[index], entry) is { } unsigned)
            {
                return unsigned;
            }

            foreach (string file in DomainEvidence.Of(events[index]))
            {
                store.Files.TryAdd(file, entry.Sequence);
            }
        }

        return null;
    }

    /// <summary>A checkpoint that none of the keys given has signed: whoever rewrites a log has its texts, and not its key.</summary>
    private Refusal? Unsigned(object happened, LedgerEntry entry)
    {
        if (store.LogKeys.IsEmpty || happened is not CheckpointEvent.Signed signed)
        {
            return null;
        }

        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(signed.Note));
        Checkpoint checkpoint = Checkpoint.Of(note);
        if (!store.LogKeys.Any(key => key.Name == checkpoint.Origin && note.Signatures.Any(line => key.IsOf(line) && key.Verify(note.Text, line))))
        {
            return StoreDifferences.CheckpointNotSigned.With(("sequence", entry.Sequence), ("origin", checkpoint.Origin), ("size", checkpoint.Head.Size));
        }

        store.Signed = Math.Max(store.Signed, checkpoint.Head.Size);
        return null;
    }

    /// <summary>The head of a log that an event states; <see langword="null"/> if it states none.</summary>
    private static KeptCheckpoint? KeptHead(object happened) => happened switch
    {
        CheckpointEvent.Signed signed when Checkpoint.Of(SignedNote.Parse(Encoding.UTF8.GetBytes(signed.Note))).Head is var head => new KeptCheckpoint(LedgerLog.Public, head.Size, head.Root),
        SealedEvent.Prepared { Head: var head } => new KeptCheckpoint(LedgerLog.Sealed, head.Size, head.Root),
        SealedEvent.Opened { Head: var head } => new KeptCheckpoint(LedgerLog.Sealed, head.Size, head.Root),
        _ => null,
    };
}
