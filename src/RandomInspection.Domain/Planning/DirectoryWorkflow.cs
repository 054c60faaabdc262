using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>Merges files into the directories: each merge is one ledger entry in one transaction with the subjects or inspectors it changes.</summary>
/// <param name="ledger">The log.</param>
/// <param name="subjects">The subject directory.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="evidence">Where what changed is kept, so that the directory can be recomputed.</param>
/// <param name="codec">The events of the log.</param>
public sealed class DirectoryWorkflow(ILedger ledger, ISubjectDirectory subjects, IInspectorDirectory inspectors, IEvidenceStore evidence, EventCodec codec)
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
        (ImmutableArray<DirectoryEvent> events, int step) =
            await ledger.ReadEventsAsync<DirectoryEvent>(codec, DirectoryEvent.Stream, cancellation);
        SubjectDelta delta = await SubjectDelta.OfAsync(subjects, file.Subjects, cancellation);
        DirectoryEvent.Merged merged = new(
            NextVersion(events),
            file.Name,
            file.Digest,
            delta.Root(),
            delta.Inserted,
            delta.Updated,
            delta.Unchanged,
            file.LeftOut,
            file.Warnings,
            await KeptDelta.KeepAsync(evidence, delta.Changed.Select(SubjectDelta.Line), cancellation));
        StreamAppend append = new(DirectoryEvent.Stream, step, [codec.Encode(merged)]);
        await ledger.CommitAsync(new LedgerCommit(actor, at, null, [append], [], new SubjectMerge(merged.Version, delta.Changed)), cancellation);
        return merged;
    }

    /// <summary>Merges a file's inspectors.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="file">What is merged.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>What was merged.</returns>
    /// <exception cref="AppendConflictException">Another merge came in between (RI6001); nothing was written.</exception>
    public async Task<InspectorDirectoryEvent.Merged> MergeInspectorsAsync(Actor actor, InspectorFile file, NodaTime.Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        (ImmutableArray<InspectorDirectoryEvent> events, int step) =
            await ledger.ReadEventsAsync<InspectorDirectoryEvent>(codec, InspectorDirectoryEvent.Stream, cancellation);
        InspectorDelta delta = await InspectorDelta.OfAsync(inspectors, file.Inspectors, cancellation);
        InspectorDirectoryEvent.Merged merged = new(
            NextVersion(events),
            file.Name,
            file.Digest,
            delta.Root(),
            delta.Inserted,
            delta.Updated,
            delta.Unchanged,
            file.LeftOut,
            file.Warnings,
            await KeptDelta.KeepAsync(evidence, delta.Changed.Select(InspectorDelta.KeptLine), cancellation));
        StreamAppend append = new(InspectorDirectoryEvent.Stream, step, [codec.Encode(merged)]);
        await ledger.CommitAsync(new LedgerCommit(actor, at, null, [append], [], new InspectorMerge(merged.Version, delta.Changed)), cancellation);
        return merged;
    }

    private static long NextVersion<T>(ImmutableArray<T> events)
        where T : class =>
        events.OfType<IDirectoryMerge>().LastOrDefault()?.Version + 1 ?? 1;
}
