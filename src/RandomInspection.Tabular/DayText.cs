using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Tabular;

/// <summary>Dates as files write them: 2026-03-02, 2026/3/2 or 2026年3月2日.</summary>
internal static class DayText
{
    private static readonly LocalDatePattern[] Patterns =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("uuuu/M/d"),
        LocalDatePattern.CreateWithInvariantCulture("uuuu'年'M'月'd'日'"),
    ];

    /// <summary>A date as 2026-03-02.</summary>
    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static bool TryParse(string text, out LocalDate day)
    {
        foreach (LocalDatePattern pattern in Patterns)
        {
            ParseResult<LocalDate> parsed = pattern.Parse(text);
            if (parsed.Success && parsed.Value.Year >= 1)
            {
                day = parsed.Value;
                return true;
            }
        }

        day = default;
        return false;
    }

    /// <summary>An interval, both days included: two dates with one of <c>/ 至 ~ ～</c> between them, or a single date for one day.</summary>
    public static bool TryParseInterval(string text, [NotNullWhen(true)] out DateInterval? interval)
    {
        interval = TryParse(text, out LocalDate only) ? new DateInterval(only, only) : null;

        // A slash may also stand inside a date, so each is tried; only one of them has a date on both sides.
        for (int i = 1; i < text.Length - 1 && interval is null; i++)
        {
            if (text[i] is '/' or '至' or '~' or '～'
                && TryParse(text[..i].Trim(), out LocalDate start) && TryParse(text[(i + 1)..].Trim(), out LocalDate end) && start <= end)
            {
                interval = new DateInterval(start, end);
            }
        }

        return interval is not null;
    }
}
