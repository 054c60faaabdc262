using System.Collections.Immutable;
using System.Text;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>One stream with its events, and what they say that later stages ask for: found from its entries alone, so that several threads find it for several streams.</summary>
internal sealed class StreamEvents
{
    private readonly List<KeptCheckpoint> _heads = [];
    private readonly List<IDirectoryMerge> _merges = [];
    private readonly List<(string Commitment, long Sequence)> _commitments = [];
    private readonly List<(string Commitment, NodaTime.Instant At)> _erased = [];
    private readonly List<(string File, long Sequence)> _files = [];
    private long _signed;

    private StreamEvents(ImmutableArray<LedgerEntry> entries) => (Entries, Events) = (entries, new object[entries.Length]);

    /// <summary>Its entries in order.</summary>
    public ImmutableArray<LedgerEntry> Entries { get; }

    /// <summary>Their events, if nothing differs.</summary>
    public object[] Events { get; }

    /// <summary>The first version that is missing, event that does not read or is not written so again, checkpoint without a signature, or that they do not replay; <see langword="null"/> if there is none.</summary>
    public Refusal? Difference { get; private set; }

    /// <summary>The rows that follow from it; <see langword="null"/> before <see cref="Fold"/>.</summary>
    public ImmutableArray<ExpectedRow>? Rows { get; private set; }

    /// <summary>Reads a stream's events.</summary>
    /// <param name="entries">All its entries in order, 1 or more.</param>
    /// <param name="codec">The events of the log.</param>
    /// <param name="logKeys">The log's keys; none if signatures are not looked at.</param>
    public static StreamEvents Of(ImmutableArray<LedgerEntry> entries, EventCodec codec, ImmutableArray<NoteKey> logKeys)
    {
        StreamEvents stream = new(entries);
        for (int index = 0; index < entries.Length && stream.Difference is null; index++)
        {
            stream.Difference = stream.Read(index, codec, logKeys);
        }

        return stream;
    }

    /// <summary>Folds its events into rows, or finds that they do not follow from one another.</summary>
    public void Fold(DomainViews views, IReadOnlyDictionary<Type, RawTable> tables)
    {
        try
        {
            Rows = ExpectedRow.Of(views.Fold(Entries, Events), Entries[0].Stream, tables);
        }
        catch (InvalidOperationException e)
        {
            Difference = StoreDifferences.StreamDoesNotReplay.With(("stream", Entries[0].Stream), ("detail", e.Message));
        }
    }

    /// <summary>Hands on what it says to the stages that follow, and the heads of logs that it states.</summary>
    public void HandOn(CheckedStore store, List<KeptCheckpoint> heads)
    {
        heads.AddRange(_heads);
        if (_merges.Count > 0)
        {
            store.Merges(Entries[0].Stream).AddRange(_merges);
        }

        foreach ((string commitment, long sequence) in _commitments)
        {
            store.Commitments.TryAdd(commitment, sequence);
        }

        foreach ((string commitment, NodaTime.Instant at) in _erased)
        {
            store.Erased.TryAdd(commitment, at);
        }

        foreach ((string file, long sequence) in _files)
        {
            store.Files.TryAdd(file, sequence);
        }

        store.Signed = Math.Max(store.Signed, _signed);
    }

    private Refusal? Read(int index, EventCodec codec, ImmutableArray<NoteKey> logKeys)
    {
        LedgerEntry entry = Entries[index];
        if (entry.Version != index + 1)
        {
            return StoreDifferences.VersionGap.With(("sequence", entry.Sequence), ("stream", entry.Stream), ("version", entry.Version), ("expected", index + 1));
        }

        try
        {
            Events[index] = codec.Decode(entry);
        }
        catch (InvalidOperationException e)
        {
            return StoreDifferences.EventUnreadable.With(("sequence", entry.Sequence), ("stream", entry.Stream), ("detail", e.Message));
        }

        if (codec.Encode(Events[index]) is var again && again.Data != entry.Data)
        {
            return StoreDifferences.EventNotCanonical.With(("sequence", entry.Sequence), ("stream", entry.Stream), ("stored", entry.Data), ("computed", again.Data));
        }

        if (Events[index] is IDirectoryMerge merge)
        {
            _merges.Add(merge);
        }

        foreach (string commitment in PersonalCommitment.ReferredBy(entry))
        {
            _commitments.Add((commitment, entry.Sequence));
        }

        if (Events[index] is PersonalEvent.Erased erased)
        {
            foreach (string commitment in erased.Commitments)
            {
                _erased.Add((commitment, entry.At));
            }
        }

        foreach (string file in DomainEvidence.Of(Events[index]))
        {
            _files.Add((file, entry.Sequence));
        }

        try
        {
            _heads.AddRange(KeptHead(Events[index]) is { } head ? [head] : []);
        }
        catch (RefusalException e)
        {
            return StoreDifferences.EventUnreadable.With(("sequence", entry.Sequence), ("stream", entry.Stream), ("detail", e.Message));
        }

        return Unsigned(Events[index], entry, logKeys);
    }

    /// <summary>A checkpoint that none of the keys given has signed: whoever rewrites a log has its texts, and not its key.</summary>
    private Refusal? Unsigned(object happened, LedgerEntry entry, ImmutableArray<NoteKey> logKeys)
    {
        if (logKeys.IsEmpty || happened is not CheckpointEvent.Signed signed)
        {
            return null;
        }

        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(signed.Note));
        Checkpoint checkpoint = Checkpoint.Of(note);
        if (!logKeys.Any(key => key.Name == checkpoint.Origin && note.Signatures.Any(line => key.IsOf(line) && key.Verify(note.Text, line))))
        {
            return StoreDifferences.CheckpointNotSigned.With(("sequence", entry.Sequence), ("origin", checkpoint.Origin), ("size", checkpoint.Head.Size));
        }

        _signed = Math.Max(_signed, checkpoint.Head.Size);
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
