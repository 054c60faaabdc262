using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Disclosure;

/// <summary>Duties to publish that tests start from.</summary>
internal static class Duties
{
    public const string Rule = "shenyang-2020/list";

    public static WorkingDayCalendar Calendar { get; } = WorkingDayCalendar.Embedded;

    public static Instant Now { get; } = Instant.FromUtc(2026, 3, 2, 8, 0);

    public static DueDate Due(LocalDate on, Certainty? certainty = Certainty.Confirmed) => new(on, certainty, Rule, Calendar.Version);

    public static DisclosureEvent.Raised Raised(DueDate due) =>
        new("list-D1", DisclosureOccasion.ListDrawn, "D1", "食品抽查", "scjg", new LocalDate(2026, 2, 10), due);

    public static DisclosureObligation Open() => DisclosureObligation.Replay([Raised(Due(new(2026, 3, 2)))]);

    public static DisclosureObligation Met()
    {
        DisclosureObligation obligation = Open();
        obligation.Publish("公示系统", "gong", Now);
        return obligation;
    }

    public static ObligationView Row(LocalDate due, Certainty? certainty = Certainty.Confirmed, Instant? publishedAt = null) =>
        ObligationView.Of(DisclosureObligation.Replay([Raised(Due(due, certainty))])) with { PublishedAt = publishedAt };

    /// <summary>The calendar with a notice for 2027 that moves nothing but what the rules force: days made up beside their holidays.</summary>
    public static WorkingDayCalendar With2027 { get; } = Calendar.With(Notice2027());

    /// <summary>A notice for 2027 by the rules: 13 days net. Invented; no such notice has been published.</summary>
    public static HolidayNotice Notice2027()
    {
        ImmutableArray<NoticeDay> holidays = Statute.HolidaysOf(2027);
        List<NoticeDay> days = [.. holidays];
        HashSet<LocalDate> off = [.. holidays.Select(h => h.Date)];
        foreach (NoticeDay weekend in holidays.Where(h => h.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
        {
            LocalDate madeUp = weekend.Date;
            while (madeUp.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || !off.Add(madeUp))
            {
                madeUp = madeUp.PlusDays(1);
            }

            days.Add(new NoticeDay(madeUp, DayKind.AdjustedRest, weekend.Name));
        }

        return new("国办发明电〔2026〕0号", "2027年安排（虚构）", 2027, CalendarLayer.National, days, new LocalDate(2026, 12, 28), new LocalDate(2026, 12, 28));
    }
}
