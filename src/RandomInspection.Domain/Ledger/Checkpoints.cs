using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>Checkpoints of the public log: signed, kept in the log itself, cosigned by witnesses, and proofs that go with them.</summary>
/// <param name="ledger">The store.</param>
/// <param name="views">The rows.</param>
/// <param name="signer">Who signs, and which witnesses are known.</param>
/// <param name="codec">The events of the log.</param>
public sealed class Checkpoints(ILedger ledger, IViews views, CheckpointSigner signer, EventCodec codec)
{
    /// <summary>The stream of checkpoints.</summary>
    public const string Stream = "checkpoint/public";

    /// <summary>Entries behind the last checkpoint that are looked at to see whether they are more than checkpoints.</summary>
    private const int Most = 100;

    /// <summary>Signs a checkpoint of the public log as it stands and keeps it.</summary>
    /// <param name="occasion">Why now; but for a fixed time nothing is signed if only checkpoints were added since the last one.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The checkpoint; <see langword="null"/> if none was needed, or where nothing is signed.</returns>
    /// <exception cref="InputRefusedException">What the signer gave does not verify (RI1343).</exception>
    /// <exception cref="AppendConflictException">Another host signed one at the same moment (RI6001).</exception>
    public async Task<CheckpointView?> SignAsync(CheckpointOccasion occasion, Instant at, CancellationToken cancellation)
    {
        int version = await ledger.VersionAsync(Stream, cancellation);
        LedgerHead head = await ledger.HeadAsync(LedgerLog.Public, cancellation);
        CheckpointView? last = await NewestAsync(cancellation);
        bool isDue = last is null || occasion == CheckpointOccasion.Fixed || await HasGrownAsync(last.Size, cancellation); // at least by the last one itself
        if (!isDue || await signer.SignAsync(head, cancellation) is not { } note)
        {
            return null;
        }

        CheckpointEvent.Signed signed = new(head.Size, note.ToString(), occasion);
        CheckpointView row = CheckpointView.Of(signed, Instant.FromUnixTimeTicks(at.ToUnixTimeTicks()));
        await ledger.CommitAsync(new LedgerCommit(Actor.System, at, null, [new StreamAppend(Stream, version, [codec.Encode(signed)])], [row]), cancellation);
        return row;
    }

    /// <summary>Adds a witness's signature line to the checkpoint that it is about.</summary>
    /// <param name="note">The checkpoint as the witness cosigned it.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The checkpoint with the line; as it was, if the witness had cosigned it before.</returns>
    /// <exception cref="InputRefusedException">
    /// It is no checkpoint (RI6013) of this log (RI6016) that was made here (RI6018), or no witness that is known has signed it (RI6015, RI6020).
    /// </exception>
    /// <exception cref="AppendConflictException">Something else was signed at the same moment (RI6001).</exception>
    public async Task<CheckpointView> CosignAsync(SignedNote note, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(note);
        Checkpoint checkpoint = Checkpoint.Of(note);
        if (checkpoint.Origin != signer.Origin)
        {
            throw LedgerRefusals.OtherLog.Refuse(("expected", signer.Origin), ("origin", checkpoint.Origin));
        }

        int version = await ledger.VersionAsync(Stream, cancellation);
        CheckpointView? row = await views.FindAsync<CheckpointView>(checkpoint.Head.Size.ToString(CultureInfo.InvariantCulture), cancellation);
        SignedNote? before = row is null ? null : NoteOf(row);
        if (row is null || before is null || before.Text != note.Text)
        {
            throw LedgerRefusals.BeyondTheLog.Refuse(("size", (await ledger.HeadAsync(LedgerLog.Public, cancellation)).Size), ("asked", checkpoint.Head.Size));
        }

        NoteKey[] named = [.. signer.Witnesses.Where(witness => note.Signatures.Any(witness.IsOf))];
        if (named.Length == 0)
        {
            throw LedgerRefusals.UnknownWitness.Refuse(("name", note.Signatures[^1].Name));
        }

        ImmutableArray<CheckpointEvent.Cosigned> news =
        [
            .. named.Select(note.Require).Where(line => !before.Signatures.Any(s => s.Name == line.Name && s.KeyId == line.KeyId))
                .Select(line => new CheckpointEvent.Cosigned(row.Size, line.ToString())),
        ];
        if (!news.IsEmpty)
        {
            row = news.Aggregate(row, (soFar, cosigned) => soFar.With(cosigned));
            await ledger.CommitAsync(
                new LedgerCommit(Actor.System, at, null, [new StreamAppend(Stream, version, [.. news.Select(codec.Encode)])], [row]), cancellation);
        }

        return row;
    }

    /// <summary>The largest checkpoint; <see langword="null"/> before the first one.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<CheckpointView?> NewestAsync(CancellationToken cancellation) =>
        (await views.QueryAsync(new NewestCheckpoints { Take = 1 }, cancellation)).FirstOrDefault();

    /// <summary>The proof that an entry stands in a checkpoint: the largest one, so that nobody has to say when it was written.</summary>
    /// <param name="sequence">The entry's sequence, from 1.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no checkpoint yet (RI6019), or none that contains the entry (RI6018).</exception>
    public async Task<EntryProof> ProveEntryAsync(long sequence, CancellationToken cancellation)
    {
        CheckpointView newest = await NewestAsync(cancellation) ?? throw LedgerRefusals.NoCheckpoint.Refuse(("origin", signer.Origin));
        return sequence >= 1 && sequence <= newest.Size
            ? new EntryProof(sequence, await ledger.ProveInclusionAsync(LedgerLog.Public, sequence, newest.Size, cancellation), NoteOf(newest))
            : throw LedgerRefusals.BeyondTheLog.Refuse(("size", newest.Size), ("asked", sequence));
    }

    /// <summary>The proof that the largest checkpoint grew out of a smaller tree.</summary>
    /// <param name="oldSize">Entries of the smaller tree, 0 or more.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no checkpoint yet (RI6019), or it is smaller (RI6018).</exception>
    public async Task<GrowthProof> ProveGrowthAsync(long oldSize, CancellationToken cancellation)
    {
        CheckpointView newest = await NewestAsync(cancellation) ?? throw LedgerRefusals.NoCheckpoint.Refuse(("origin", signer.Origin));
        return oldSize >= 0 && oldSize <= newest.Size
            ? new GrowthProof(oldSize, await ledger.ProveConsistencyAsync(LedgerLog.Public, oldSize, newest.Size, cancellation), NoteOf(newest))
            : throw LedgerRefusals.BeyondTheLog.Refuse(("size", newest.Size), ("asked", oldSize));
    }

    /// <summary>Whether more than checkpoints was added since a size.</summary>
    private async Task<bool> HasGrownAsync(long size, CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry> since = await ledger.ReadAsync(LedgerLog.Public, size, Most, cancellation);
        return since.Length == Most || since.Any(entry => entry.Stream != Stream);
    }

    private static SignedNote NoteOf(CheckpointView row) => SignedNote.Parse(Encoding.UTF8.GetBytes(row.Note));
}
