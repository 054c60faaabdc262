using Microsoft.Extensions.Logging;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Web;

/// <summary>What the log of the program says.</summary>
/// <remarks>All in one class: the generator writes several in an order that changes from build to build, and two builds of one commit would differ.</remarks>
internal static partial class WebLog
{
    [LoggerMessage(LogLevel.Error, "Old requests could not be forgotten; tried again in an hour.")]
    internal static partial void RequestsKept(this ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Error, "{Method} {Pattern} failed ({TraceId}).")]
    internal static partial void Failed(this ILogger log, Exception failure, string method, string pattern, string traceId);

    [LoggerMessage(LogLevel.Information, "Removed {Count} uploads that nobody confirmed within a day.")]
    internal static partial void UploadsRemoved(this ILogger log, int count);

    [LoggerMessage(LogLevel.Error, "Unconfirmed uploads could not be removed; tried again in an hour.")]
    internal static partial void UploadsKept(this ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Information, "Version {Version} of the subject directory: rows of version {OfVersion} took effect on {Day}.")]
    internal static partial void TookEffect(this ILogger log, long version, long ofVersion, LocalDate day);

    [LoggerMessage(LogLevel.Information, "Entry {Entry} left the dishonesty list: its time was over.")]
    internal static partial void LeftTheList(this ILogger log, string entry);

    [LoggerMessage(LogLevel.Error, "What falls on today could not be done; tried again in an hour.")]
    internal static partial void NotDoneToday(this ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Error, "A checkpoint, the sealed log's commitment or the publication stream could not be written; tried again at the next time.")]
    internal static partial void NotWritten(this ILogger log, Exception failure);

    [LoggerMessage("The holiday notice for {Year} is not loaded; the calendar covers {Coverage}. Load it at /calendar/load.")]
    internal static partial void NoticeMissing(this ILogger log, LogLevel level, int year, CalendarCoverage coverage);

    [LoggerMessage(LogLevel.Error, "Whether a holiday notice is missing could not be looked up; tried again tomorrow.")]
    internal static partial void NoticesNotLookedUp(this ILogger log, Exception failure);

    [LoggerMessage(LogLevel.Error, "A refused attempt ({Code}) was not kept: {Failure}.")]
    internal static partial void AttemptNotKept(this ILogger log, string failure, string code);

    [LoggerMessage(LogLevel.Warning, "Somebody signed in at the provider who is not among the staff of this host.")]
    internal static partial void NotAmongStaff(this ILogger log);

    [LoggerMessage(LogLevel.Warning, "A sign-in at the provider failed: {Failure}.")]
    internal static partial void ProviderFailed(this ILogger log, string failure);
}
