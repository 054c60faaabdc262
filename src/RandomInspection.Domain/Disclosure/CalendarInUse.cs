using System.Collections.Immutable;
using RandomInspection.Calendars;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Disclosure;

/// <summary>A notice file was loaded into the calendar in use, as it stands in the ledger (stream <c>calendar/notices</c>).</summary>
/// <param name="File">SHA-256 of our JSON of the notices in the evidence store.</param>
/// <param name="Notices">The numbers of the notices.</param>
/// <param name="CalendarVersion">The calendar's version afterwards.</param>
/// <param name="CoverageEnd">The last day that the calendar covers afterwards, in ISO form.</param>
public sealed record NoticesLoaded(string File, ImmutableArray<string> Notices, string CalendarVersion, string CoverageEnd);

/// <summary>The calendar that the host works with: the embedded notices and those that were loaded since.</summary>
/// <param name="ledger">The log.</param>
/// <param name="evidence">Where notice files are kept.</param>
/// <param name="codec">The events of the log.</param>
public sealed class CalendarInUse(ILedger ledger, IEvidenceStore evidence, EventCodec codec)
{
    /// <summary>The stream of loaded notices.</summary>
    public const string Stream = "calendar/notices";

    // One reference, so that two readers at once cannot pair one version with another's calendar.
    private Read? _last;

    /// <summary>The calendar, and how many files were loaded.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<(WorkingDayCalendar Calendar, int Version)> ReadAsync(CancellationToken cancellation)
    {
        (ImmutableArray<NoticesLoaded> loaded, int version) = await ledger.ReadEventsAsync<NoticesLoaded>(codec, Stream, cancellation);
        if (_last is { } last && last.Version == version)
        {
            return (last.Calendar, version);
        }

        WorkingDayCalendar calendar = WorkingDayCalendar.Embedded;
        foreach (NoticesLoaded file in loaded)
        {
            byte[] bytes = await evidence.GetAsync(file.File, cancellation)
                ?? throw new InvalidOperationException($"The notice file {file.File} that the ledger names is gone: restore it from a backup.");

            // Checked against what was known when it was loaded. A later release may know an amendment that the file could not contain.
            calendar = calendar.With(NoticeFile.ReadTrusted(bytes));
        }

        _last = new Read(version, calendar);
        return (calendar, version);
    }

    private sealed record Read(int Version, WorkingDayCalendar Calendar);
}
