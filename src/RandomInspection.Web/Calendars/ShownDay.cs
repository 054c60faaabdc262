using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Calendars;

/// <summary>A day as a calendar shows it: a class for the colour, a mark and words for what it means.</summary>
/// <param name="Date">The day.</param>
/// <param name="Look">The classes of its cell.</param>
/// <param name="Mark">A mark of one character; empty for an ordinary day.</param>
/// <param name="Words">What it is, in the reader's language.</param>
/// <param name="IsWorkingDay">Whether it is worked; <see langword="null"/> if nobody knows yet.</param>
/// <param name="IsOrdinary">Whether there is no more to say than its weekday does.</param>
internal sealed record ShownDay(LocalDate Date, string Look, string Mark, string Words, bool? IsWorkingDay, bool IsOrdinary)
{
    public static ShownDay Of(WorkingDayCalendar calendar, LocalDate date, Tongue tongue) =>
        calendar.Coverage.Contains(date) ? Covered(calendar.Explain(date), tongue) : Uncovered(date, tongue);

    private static ShownDay Covered(DayExplanation day, Tongue tongue)
    {
        bool inHoliday = day.Kind == DayKind.Weekend && day.Name is not null;
        string words = CalendarText.Name(day.Kind, tongue);
        words = day.Name is null ? words : $"{CalendarText.Holiday(day.Name, tongue)}{tongue.T("，", ", ")}{words}";
        words = day.Certainty == Certainty.Confirmed ? words : $"{words}{tongue.T("；", "; ")}{CalendarText.Name(day.Certainty, tongue)}";
        string look = inHoliday ? "day-adjustedrest" : $"day-{day.Kind.ToString().ToLowerInvariant()}";
        return new(
            day.Date,
            day.Certainty switch { Certainty.Confirmed => look, Certainty.TailOpen => look + " day-open", _ => look + " day-unknown" },
            inHoliday ? "假" : CalendarText.Mark(day.Kind),
            words,
            day.IsWorkingDay,
            day.Name is null && day.Kind is DayKind.WorkingDay or DayKind.Weekend && day.Certainty == Certainty.Confirmed);
    }

    // The statute's holidays are law in every year; whether any other day is worked, only its notice says.
    private static ShownDay Uncovered(LocalDate date, Tongue tongue) =>
        Statute.IsHoliday(date)
            ? new(date, "day-unknown day-unknown-statutory", CalendarText.Mark(DayKind.Statutory), tongue.T("法定节假日，通知尚未载入", "Statutory holiday; the notice is not loaded"), false, false)
            : new(date, "day-unknown", "", tongue.T("尚不知道是否上班", "Not known yet whether it is worked"), null, true);
}
