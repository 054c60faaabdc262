using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Calendars;

/// <summary>Holiday notices in iCalendar files (RFC 5545), in the three dialects in use.</summary>
/// <remarks>
/// <para>holiday-cn: <c>春节假期</c>, <c>上班(补春节假期)</c> or <c>春节上班</c>. Others: <c>春节 假期 第1天/共9天</c>, <c>春节 补班 第1天/共2天</c>; <c>春节（休）</c>, <c>春节（班）</c>.</para>
/// <para>调休 alone is in use for both and therefore unknown. An unknown summary is refused, never taken for a day off.</para>
/// </remarks>
internal static partial class NoticeIcs
{
    public static ImmutableArray<NoticeDraft> Read(string text, NoticeOrigin? origin)
    {
        ImmutableArray<NoticeDraft.Day> days = [.. ReadEvents(Unfold(text)).SelectMany(DaysOf)];
        int[] years = [.. days.Select(NoticeYearOf).Distinct().Order()];
        if (years.Length == 0)
        {
            throw NoticeRefusals.NoDays.Refuse(("year", "?"));
        }

        if (years[0] < Statute.FirstYear || years[^1] > Statute.LastYear)
        {
            throw NoticeRefusals.BadValue.Refuse(("place", "ICS"), ("member", "DTSTART"), ("value", years[0] < Statute.FirstYear ? years[0] : years[^1]), ("wanted", $"{Statute.FirstYear} … {Statute.LastYear}"));
        }

        if (origin is not null && years.Length > 1)
        {
            throw NoticeRefusals.BadValue.Refuse(("place", "ICS"), ("member", "origin"), ("value", origin.Number), ("wanted", $"{years.Length} × 1"));
        }

        return [.. years.Select(year => new NoticeDraft
        {
            Number = origin?.Number ?? $"ICS {year:0000}",
            Title = NoticeDraft.TitleOf(year),
            Year = year,
            Issued = origin?.Issued,
            Published = origin?.Published,
            GrantedDays = origin?.GrantedDays ?? 0,
            IsMerged = true,
            Days = [.. days.Where(day => NoticeYearOf(day) == year)],
        })];
    }

    /// <summary>New Year's holiday at the end of December belongs to the next year's notice.</summary>
    private static int NoticeYearOf(NoticeDraft.Day day) =>
        day.Date >= WorkingDayCalendar.FirstOpenDayOf(day.Date.Year) && day.Name.Contains("元旦", StringComparison.Ordinal) ? day.Date.Year + 1 : day.Date.Year;

    private static IEnumerable<NoticeDraft.Day> DaysOf(IcsEvent entry)
    {
        Match match = Summary().Match(entry.Summary);
        if (!match.Success)
        {
            throw NoticeRefusals.UnknownSummary.Refuse(("line", entry.Line), ("summary", entry.Summary));
        }

        string stated = match.Groups["name"].Value;
        string name = stated.Length > 0 ? stated : "法定节假日";
        LocalDate first = DateOf(entry.Start, entry.Line, isEnd: false);
        LocalDate last = entry.End is null ? first : DateOf(entry.End, entry.Line, isEnd: true);
        int days = Period.DaysBetween(first, last);
        if (days is < 0 or > 31)
        {
            throw NoticeRefusals.BadValue.Refuse(("place", $"ICS {entry.Line}"), ("member", "DTEND"), ("value", entry.End), ("wanted", "DTSTART … DTSTART + 31"));
        }

        for (LocalDate date = first; date <= last; date = date.PlusDays(1))
        {
            yield return new(date, match.Groups["worked"].Success, null, name);
        }
    }

    private static LocalDate DateOf(string? value, int line, bool isEnd)
    {
        string text = value ?? "";
        if (LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(text).TryGetValue(default, out LocalDate day))
        {
            return isEnd ? day.PlusDays(-1) : day;
        }

        bool utc = text.EndsWith('Z');
        if (!LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(text.TrimEnd('Z')).TryGetValue(default, out LocalDateTime moment))
        {
            throw NoticeRefusals.BadValue.Refuse(("place", $"ICS {line}"), ("member", isEnd ? "DTEND" : "DTSTART"), ("value", text), ("wanted", "yyyyMMdd"));
        }

        LocalDateTime local = utc ? moment.InUtc().WithZone(LegalTime.Zone).LocalDateTime : moment;
        return isEnd && local.TimeOfDay == LocalTime.Midnight ? local.Date.PlusDays(-1) : local.Date;
    }

    private static IEnumerable<IcsEvent> ReadEvents(IEnumerable<(int Line, string Text)> lines)
    {
        Stack<string> open = [];
        IcsEvent? entry = null;
        foreach ((int line, string text) in lines)
        {
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            // Stryker disable once Equality: a line that begins with a colon names no property and says nothing
            if (colon < 0)
            {
                continue;
            }

            string[] head = text[..colon].Split(';');
            string property = head[0].ToUpperInvariant();
            string value = text[(colon + 1)..].Trim();
            if (property == "BEGIN")
            {
                open.Push(value.ToUpperInvariant());
                entry = open.Peek() == "VEVENT" ? new IcsEvent { Line = line } : entry;
            }
            else if (property == "END")
            {
                if (!open.TryPop(out string? closed) || !closed.Equals(value, StringComparison.OrdinalIgnoreCase))
                {
                    throw NoticeRefusals.NotReadable.Refuse(("problem", $"ICS {line}: END:{value} ?"));
                }

                if (closed == "VEVENT" && entry is not null)
                {
                    if (!entry.IsCancelled)
                    {
                        yield return entry;
                    }

                    entry = null;
                }
            }
            else if (entry is not null && open.Peek() == "VEVENT")
            {
                if (Array.Find(head, parameter => parameter.StartsWith("TZID=", StringComparison.OrdinalIgnoreCase)) is { } zone && !zone.EndsWith("=Asia/Shanghai", StringComparison.Ordinal))
                {
                    throw NoticeRefusals.BadValue.Refuse(("place", $"ICS {line}"), ("member", property), ("value", zone), ("wanted", "Asia/Shanghai"));
                }

                entry.Set(property, value, line);
            }
        }

        if (open.Count > 0)
        {
            throw NoticeRefusals.NotReadable.Refuse(("problem", $"END:{open.Peek()} ?"));
        }
    }

    /// <summary>Joins folded lines (RFC 5545, 3.1); lines are numbered from 1.</summary>
    private static IEnumerable<(int Line, string Text)> Unfold(string text)
    {
        StringBuilder joined = new();
        int first = 1;
        int line = 0;
        foreach (string part in text.Split('\n'))
        {
            line++;
            string content = part.TrimEnd('\r');
            if (content.Length > 0 && content[0] is ' ' or '\t')
            {
                joined.Append(content.AsSpan(1));
                continue;
            }

            yield return (first, joined.ToString());
            joined.Clear().Append(content);
            first = line;
        }

        yield return (first, joined.ToString());
    }

    // worked: 上班(补春节假期) | 春节上班 | 春节 补班 第1天/共2天 | 春节（班）; off: 春节假期 | 春节 假期 第1天/共9天 | 春节（休）
    [GeneratedRegex(
        @"^(?:(?<worked>上班)[（(]补(?<name>[^（）()]*?)(?:假期)?[）)]|(?<name>[^（）()]*?)\s*(?:(?<worked>上班|补班|[（(]班[）)]|\s班)|假期|[（(]休[）)]|\s休)(?:\s*第\d+天/共\d+天)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Summary();

    private sealed class IcsEvent
    {
        public required int Line { get; init; }

        public string Summary { get; private set; } = "";

        public string? Start { get; private set; }

        public string? End { get; private set; }

        public bool IsCancelled { get; private set; }

        public void Set(string property, string value, int line)
        {
            switch (property)
            {
                case "SUMMARY":
                    Summary = value.Replace(@"\,", ",", StringComparison.Ordinal).Replace(@"\;", ";", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);
                    break;
                case "DTSTART":
                    Start = value;
                    break;
                case "DTEND":
                    End = value;
                    break;
                case "STATUS":
                    IsCancelled = value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase);
                    break;
                case "RRULE" or "RDATE" or "DURATION":
                    throw NoticeRefusals.BadValue.Refuse(("place", $"ICS {line}"), ("member", property), ("value", value), ("wanted", "DTSTART + DTEND"));
            }
        }
    }
}
