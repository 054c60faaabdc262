using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>Merges files into the subject directory: each merge is one ledger entry in one transaction with the subjects it changes.</summary>
/// <param name="ledger">The log.</param>
/// <param name="directory">The subject directory.</param>
/// <param name="codec">The events of the log.</param>
public sealed class DirectoryWorkflow(ILedger ledger, ISubjectDirectory directory, EventCodec codec)
{
    /// <summary>Merges a file's subjects.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="file">What is merged.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>What was merged.</returns>
    /// <exception cref="AppendConflictException">Another merge came in between (RI6001); nothing was written.</exception>
    public async Task<DirectoryEvent.Merged> MergeAsync(Actor actor, SubjectFile file, NodaTime.Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        (ImmutableArray<DirectoryEvent> events, int version) =
            await ledger.ReadEventsAsync<DirectoryEvent>(codec, DirectoryEvent.Stream, cancellation);
        SubjectDelta delta = await SubjectDelta.OfAsync(directory, file.Subjects, cancellation);
        DirectoryEvent.Merged merged = new(
            events.OfType<DirectoryEvent.Merged>().LastOrDefault()?.Version + 1 ?? 1,
            file.Name,
            file.Digest,
            delta.Root(),
            delta.Inserted,
            delta.Updated,
            delta.Unchanged,
            file.LeftOut,
            file.Warnings);
        await ledger.CommitAsync(
            new LedgerCommit(
                actor,
                at,
                null,
                [new StreamAppend(DirectoryEvent.Stream, version, [codec.Encode(merged)])],
                [],
                new SubjectMerge(merged.Version, delta.Changed)),
            cancellation);
        return merged;
    }
}
