using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Matching;

/// <summary>Dates as <c>2026-03-02</c>.</summary>
internal static class MatchDate
{
    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
