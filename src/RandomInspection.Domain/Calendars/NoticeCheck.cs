using System.Collections.Immutable;

namespace RandomInspection.Calendars;

/// <summary>What a notice file says, and everything found wrong or noteworthy in it.</summary>
public sealed class NoticeCheck
{
    internal NoticeCheck(NoticeFormat? format, ImmutableArray<HolidayNotice> notices, ImmutableArray<NoticeFinding> findings)
    {
        Format = format;
        Notices = notices;
        Findings = findings;
    }

    /// <summary>The format, or <see langword="null"/> if it is none of those known.</summary>
    public NoticeFormat? Format { get; }

    /// <summary>The notices, as far as they could be read; load them only if nothing <see cref="IsRefused"/>.</summary>
    public ImmutableArray<HolidayNotice> Notices { get; }

    /// <summary>All findings, each with its code.</summary>
    public ImmutableArray<NoticeFinding> Findings { get; }

    /// <summary>Whether the file must not be loaded.</summary>
    public bool IsRefused => Findings.Any(finding => finding.Severity == FindingSeverity.Refused);
}
