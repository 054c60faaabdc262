using System.Collections.Immutable;
using NodaTime;
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
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>Merges a file's subjects.</summary>
    /// <param name="actor">A directory keeper.</param>
    /// <param name="file">What is merged.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>What was merged.</returns>
    /// <exception cref="InputRefusedException">The actor is no directory keeper (RI2013).</exception>
    /// <exception cref="InputRefusedException">A carrier belongs to no subject that is known (RI5134).</exception>
    /// <exception cref="AppendConflictException">Another merge came in between (RI6001); nothing was written.</exception>
    public async Task<DirectoryEvent.Merged> MergeAsync(Actor actor, SubjectFile file, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        DirectorySteps.MergeSubjects.Require(actor);
        (long version, int step) = await NextAsync(DirectoryEvent.Stream, cancellation);
        LocalDate today = at.InZone(Zone).Date;
        await RequireSubjectsOfCarriersAsync(file, cancellation);
        SubjectDelta delta = await SubjectDelta.OfAsync(subjects, file.On(today), cancellation);
        ImmutableArray<DeferredChanges> deferred = await DeferAsync(file.Dated.Where(dated => dated.On > today), cancellation);
        DirectoryEvent.Merged merged = new(
            version,
            file.Name,
            file.Digest,
            delta.Root(),
            delta.Inserted,
            delta.Updated,
            delta.Unchanged,
            file.LeftOut,
            file.Warnings,
            await KeptDelta.KeepAsync(evidence, delta.Changed.Select(SubjectDelta.Line), cancellation),
            delta.StatusChanged,
            deferred.IsEmpty ? null : deferred);
        StreamAppend append = new(DirectoryEvent.Stream, step, [codec.Encode(merged)]);
        await ledger.CommitAsync(new LedgerCommit(actor, at, null, [append], [], new SubjectMerge(merged.Version, delta.Changed)), cancellation);
        return merged;
    }

    /// <summary>Merges what earlier files said of days that have come by now, day by day; each is a merge of its own. Frames are taken after it.</summary>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before the next of them is written.</param>
    /// <returns>What took effect; nothing if nothing was due.</returns>
    /// <exception cref="AppendConflictException">Another merge came in between (RI6001); the next time finds the rest.</exception>
    /// <exception cref="InvalidDataException">What was kept for a day is not what the log says of it.</exception>
    public async Task<ImmutableArray<DirectoryEvent.TookEffect>> TakeEffectAsync(Instant at, CancellationToken cancellation)
    {
        (ImmutableArray<DirectoryEvent> events, int step) =
            await ledger.ReadEventsAsync<DirectoryEvent>(codec, DirectoryEvent.Stream, cancellation);
        ImmutableArray<DirectoryEvent.TookEffect>.Builder took = ImmutableArray.CreateBuilder<DirectoryEvent.TookEffect>();
        long version = NextVersion(events);
        foreach ((DirectoryEvent.Merged of, DeferredChanges due) in Pending(events).Where(pending => pending.Due.On <= at.InZone(Zone).Date))
        {
            SubjectDelta delta = await SubjectDelta.OfAsync(subjects, await DeferredAsync(due, cancellation), cancellation);
            DirectoryEvent.TookEffect effect = new(
                version++,
                of.Version,
                due.On,
                of.FileName,
                of.FileDigest,
                delta.Root(),
                delta.Inserted,
                delta.Updated,
                delta.Unchanged,
                delta.StatusChanged,
                await KeptDelta.KeepAsync(evidence, delta.Changed.Select(SubjectDelta.Line), cancellation));
            StreamAppend append = new(DirectoryEvent.Stream, step++, [codec.Encode(effect)]);
            await ledger.CommitAsync(new LedgerCommit(Actor.System, at, null, [append], [], new SubjectMerge(effect.Version, delta.Changed)), cancellation);
            took.Add(effect);
        }

        return took.ToImmutable();
    }

    /// <summary>What has not taken effect yet, in the order in which it will: by day, then by merge.</summary>
    /// <param name="events">The events of the subject directory's stream, in order.</param>
    public static IEnumerable<(DirectoryEvent.Merged Of, DeferredChanges Due)> Pending(IEnumerable<DirectoryEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        List<(DirectoryEvent.Merged Of, DeferredChanges Due)> pending = [];
        foreach (DirectoryEvent happened in events)
        {
            switch (happened)
            {
                case DirectoryEvent.Merged { Deferred: { } deferred } merged:
                    pending.AddRange(deferred.Select(due => (merged, due)));
                    break;
                case DirectoryEvent.TookEffect effect:
                    pending.RemoveAll(one => one.Of.Version == effect.OfVersion && one.Due.On == effect.On);
                    break;
                default:
                    break;
            }
        }

        return pending.OrderBy(one => one.Due.On).ThenBy(one => one.Of.Version);
    }

    /// <summary>Merges a file's inspectors.</summary>
    /// <param name="actor">A directory keeper.</param>
    /// <param name="file">What is merged.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>What was merged.</returns>
    /// <exception cref="InputRefusedException">The actor is no directory keeper (RI2013).</exception>
    /// <exception cref="AppendConflictException">Another merge came in between (RI6001); nothing was written.</exception>
    public async Task<InspectorDirectoryEvent.Merged> MergeInspectorsAsync(Actor actor, InspectorFile file, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        DirectorySteps.MergeInspectors.Require(actor);
        (long version, int step) = await NextAsync(InspectorDirectoryEvent.Stream, cancellation);
        InspectorDelta delta = await InspectorDelta.OfAsync(inspectors, file.Inspectors, cancellation);
        InspectorDirectoryEvent.Merged merged = new(
            version,
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

    /// <summary>Every carrier of a file belongs to a subject that the file or the directory has, and that is no carrier itself.</summary>
    /// <exception cref="InputRefusedException">One does not (RI5134).</exception>
    private async Task RequireSubjectsOfCarriersAsync(SubjectFile file, CancellationToken cancellation)
    {
        Subject[] rows = [.. file.Subjects, .. file.Dated.Select(dated => dated.Subject)];
        Subject[] carriers = [.. rows.Where(row => row.Carrier is not null)];
        if (carriers.Length == 0)
        {
            return;
        }

        HashSet<string> inFile = [.. rows.Where(row => row.Carrier is null).Select(row => row.Code)];
        HashSet<string> asCarriers = [.. carriers.Select(carrier => carrier.Code)];
        ImmutableDictionary<string, Subject> known = await subjects.FindAsync([.. carriers.Select(carrier => carrier.AnswersFor).Distinct()], cancellation);
        Subject[] orphans =
        [
            .. carriers.Where(carrier => !inFile.Contains(carrier.AnswersFor)
                && (asCarriers.Contains(carrier.AnswersFor) || !known.TryGetValue(carrier.AnswersFor, out Subject? subject) || subject.Carrier is not null)),
        ];
        if (orphans.Length > 0)
        {
            throw SubjectRefusals.CarrierSubjectUnknown.Refuse(("carrier", orphans[0].Code), ("subject", orphans[0].AnswersFor), ("count", orphans.Length));
        }
    }

    private async Task<ImmutableArray<DeferredChanges>> DeferAsync(IEnumerable<DatedSubject> later, CancellationToken cancellation)
    {
        ImmutableArray<DeferredChanges>.Builder deferred = ImmutableArray.CreateBuilder<DeferredChanges>();
        foreach (IGrouping<LocalDate, Subject> day in later.GroupBy(dated => dated.On, dated => dated.Subject).OrderBy(day => day.Key))
        {
            byte[][] lines = [.. day.OrderBy(subject => subject.Code, StringComparer.Ordinal).Select(SubjectDelta.Line)];
            deferred.Add(new DeferredChanges(day.Key, lines.Length, DirectoryDelta.Root(lines), await KeptDelta.KeepAsync(evidence, lines, cancellation)));
        }

        return deferred.ToImmutable();
    }

    private async Task<List<Subject>> DeferredAsync(DeferredChanges due, CancellationToken cancellation)
    {
        List<byte[]> lines = [];
        foreach (string part in due.Kept)
        {
            lines.AddRange(KeptDelta.Lines(await evidence.GetAsync(part, cancellation) ?? throw new InvalidDataException($"{part} is not kept.")));
        }

        return DirectoryDelta.Root(lines) == due.Root
            ? lines.ConvertAll(line => SubjectDelta.Read(line))
            : throw new InvalidDataException($"What was kept for {due.On} has another root than {due.Root}.");
    }

    /// <summary>The next version of a directory, and how many entries its stream has; only the last one is read.</summary>
    private async Task<(long Version, int Step)> NextAsync(string stream, CancellationToken cancellation)
    {
        int step = await ledger.VersionAsync(stream, cancellation);
        ImmutableArray<LedgerEntry> last = step == 0 ? [] : await ledger.ReadStreamAsync(stream, step - 1, 1, cancellation);
        return (last is [var entry] ? ((IDirectoryMerge)codec.Decode(entry)).Version + 1 : 1, step);
    }

    private static long NextVersion<T>(ImmutableArray<T> events)
        where T : class =>
        events.OfType<IDirectoryMerge>().LastOrDefault()?.Version + 1 ?? 1;
}
