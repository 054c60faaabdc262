using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;

namespace RandomInspection;

/// <summary>The files that this library's events name: without them what was drawn, matched or loaded can no longer be recomputed.</summary>
public static class DomainEvidence
{
    /// <summary>The files in the evidence store that an event names, by SHA-256; none for most events.</summary>
    /// <param name="happened">The event.</param>
    public static ImmutableArray<string> Of(object happened) => happened switch
    {
        CeremonyEvent.Prepared e =>
        [
            .. e.Tasks.SelectMany(task => new[] { task.FrameFile, task.FrameKey, task.RestingFile, task.ListedFile }).OfType<string>(),
            .. e.Match is { } match ? [match.ProblemFile, match.VisitsFile] : Array.Empty<string>(),
        ],
        CeremonyEvent.Drawn e => [e.RecordFile],
        CeremonyEvent.Matched e => [e.RecordFile, e.Result.ResultFile],
        CeremonyEvent.Voided { RecordFile: { } record } => [record],
        SeatsChanged e => [e.ProblemFile],
        VisitEvent.OfficerReplaced e => [e.Replacement.ProblemFile],
        VisitEvent.EvidenceKept e => [e.File.Digest],
        NoticesLoaded e => [e.File],
        ChannelReceived e => [e.Receipt.Digest],
        IDirectoryMerge e => [.. e.Kept ?? [], .. (e.Deferred ?? []).SelectMany(later => later.Kept)],
        _ => [],
    };
}
