using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>Reads, checks and writes notice files (放假通知文件), so that a year can be loaded without a release of this library.</summary>
/// <remarks>
/// Formats: our JSON <c>random-inspection-notices/1</c> (schema in <c>holiday-notices.schema.json</c>), JSON of holiday-cn (the
/// year of the notice is not the calendar year of its December days), and ICS in three dialects.
/// </remarks>
public static class NoticeFile
{
    /// <summary>Everything that is found in a file, without loading it: what is refused here is refused by loading too.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="origin">What the format does not say: number, day of publication. Ignored for our JSON, which says it.</param>
    /// <param name="known">The calendar to compare with; the embedded one if <see langword="null"/>.</param>
    public static NoticeCheck Check(string text, NoticeOrigin? origin = null, WorkingDayCalendar? known = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        known ??= WorkingDayCalendar.Embedded;
        NoticeFormat format;
        ImmutableArray<NoticeDraft> drafts;
        try
        {
            (format, drafts) = Read(text, origin);
        }
        catch (InputRefusedException problem)
        {
            return new(null, [], [new NoticeFinding(FindingSeverity.Refused, problem.Refusal)]);
        }

        if (drafts.IsEmpty)
        {
            return new(format, [], [NoticeRefusals.NoNotice.Refused()]);
        }

        List<NoticeFinding> findings = [.. drafts.SelectMany(draft => draft.FindRepetitions())];
        ImmutableArray<HolidayNotice> notices = NoticeSet.Order(drafts.Select(draft => draft.ToNotice(AmendmentsWithin(draft, known))));
        findings.AddRange(notices.SelectMany(NoticeRules.Check));
        NoticeComparison comparison = new(notices, known);
        findings.AddRange(comparison.Check());
        findings.AddRange(notices.Where(notice => notice.Published is null).Select(notice => NoticeRefusals.PublicationUnknown.Warns(("notice", notice.Number))));
        return new(format, notices, [.. findings.OrderByDescending(finding => finding.Severity)]);
    }

    /// <summary>The notices of a file that is in order.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="origin">What the format does not say: number, day of publication. Ignored for our JSON, which says it.</param>
    /// <param name="known">The calendar to compare with; the embedded one if <see langword="null"/>.</param>
    /// <exception cref="InputRefusedException">The file is refused (RI41xx).</exception>
    public static ImmutableArray<HolidayNotice> Parse(string text, NoticeOrigin? origin = null, WorkingDayCalendar? known = null)
    {
        NoticeCheck check = Check(text, origin, known);
        return check.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Refused) is { } refused
            ? throw new InputRefusedException(refused.Refusal)
            : check.Notices;
    }

    /// <summary>Notices as a file in our JSON.</summary>
    /// <param name="notices">The notices, in the order in which they shall stand.</param>
    public static string Write(IEnumerable<HolidayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        return NoticeJson.Write(notices);
    }

    /// <summary>Notices in our JSON that were checked before: shipped with the library, or loaded and kept since.</summary>
    internal static ImmutableArray<HolidayNotice> ReadTrusted(ReadOnlyMemory<byte> utf8) =>
        [.. NoticeJson.Read(utf8, null).Drafts.Select(draft => draft.ToNotice([]))];

    private static (NoticeFormat Format, ImmutableArray<NoticeDraft> Drafts) Read(string text, NoticeOrigin? origin)
    {
        string content = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return content.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? (NoticeFormat.Ics, NoticeIcs.Read(content, origin))
            : content.StartsWith('{') ? NoticeJson.Read(Encoding.UTF8.GetBytes(content), origin)
            : throw NoticeRefusals.NotReadable.Refuse(("problem", "{ … } | BEGIN:VCALENDAR ?"));
    }

    /// <summary>The known amendments that a merged file contains; none if it contradicts one of them.</summary>
    private static ImmutableArray<HolidayNotice> AmendmentsWithin(NoticeDraft draft, WorkingDayCalendar known)
    {
        if (!draft.IsMerged)
        {
            return [];
        }

        ImmutableArray<HolidayNotice> amendments = NoticeComparison.AmendmentsOf(known, draft.Year);
        Dictionary<LocalDate, bool> final = NoticeSet.Arrange(amendments);
        return final.All(day => draft.Days.Where(read => read.Date == day.Key).Select(read => read.IsWorkingDay).FirstOrDefault(NoticeSet.WorkedByDefault(day.Key)) == day.Value)
            ? amendments
            : [];
    }
}
