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
    public static WorkingDayCalendar With2027 { get; } = Calendar.With(InventedNotice.Of2027());
}
