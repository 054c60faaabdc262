using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Disclosure;

/// <summary>When something is due by the rules in force: known, open at the end of the year, or not known.</summary>
public class DueDateTests
{
    [Theory]
    [InlineData(DisclosureOccasion.ListDrawn, "2026-02-10", "2026-03-02", Certainty.Confirmed, "shenyang-2020/list")] // over the Spring Festival, make-up days counted
    [InlineData(DisclosureOccasion.PlanApproved, "2026-11-23", "2026-12-07", Certainty.Confirmed, "shenyang-2020/plan")]
    [InlineData(DisclosureOccasion.PenaltyDecided, "2026-11-23", "2026-12-02", Certainty.Confirmed, "shenyang-2020/penalty")]
    [InlineData(DisclosureOccasion.DecisionWithdrawn, "2026-11-23", "2026-11-26", Certainty.Confirmed, "national/take-down")]
    [InlineData(DisclosureOccasion.ListDrawn, "2026-12-10", "2026-12-24", Certainty.Confirmed, "shenyang-2020/list")] // the last day that is confirmed
    [InlineData(DisclosureOccasion.ListDrawn, "2026-12-11", "2026-12-25", Certainty.TailOpen, "shenyang-2020/list")] // the first that is not
    [InlineData(DisclosureOccasion.ListDrawn, "2026-12-17", "2026-12-31", Certainty.TailOpen, "shenyang-2020/list")]
    public void By_NoticesCoverIt_Known(DisclosureOccasion occasion, string day, string expected, Certainty certainty, string rule) =>
        Assert.Equal(
            new DueDate(Iso(expected), certainty, rule, Duties.Calendar.Version),
            DueDate.By(DisclosureRules.Shenyang2020, occasion, Iso(day), Duties.Calendar));

    [Theory]
    [InlineData(DisclosureOccasion.ListDrawn, "2026-12-18", "2026-12-30", "shenyang-2020/list")] // every open day from the 25th counted, weekends too
    [InlineData(DisclosureOccasion.PlanApproved, "2026-12-25", "2027-01-05", "shenyang-2020/plan")] // 1 January is the statute's
    [InlineData(DisclosureOccasion.PenaltyDecided, "2026-12-25", "2027-01-02", "shenyang-2020/penalty")]
    public void By_NoticeMissing_UnknownWithADateThatIsNeverTooLate(DisclosureOccasion occasion, string day, string expected, string rule)
    {
        DueDate due = DueDate.By(DisclosureRules.Shenyang2020, occasion, Iso(day), Duties.Calendar);
        Assert.Equal(new DueDate(Iso(expected), null, rule, Duties.Calendar.Version), due);
        Assert.True(due.On <= DueDate.By(DisclosureRules.Shenyang2020, occasion, Iso(day), Duties.With2027).On);
    }

    [Fact]
    public void By_OccasionWithoutRule_Refused() =>
        Assert.Throws<ArgumentException>(() => DueDate.By(new DisclosureRules("none", []), DisclosureOccasion.ListDrawn, new(2026, 3, 2), Duties.Calendar));

    [Fact]
    public void By_NoConservativeDateEither_SaysSo() =>
        Assert.Throws<InvalidOperationException>(() => DueDate.By(DisclosureRules.Shenyang2020, DisclosureOccasion.ListDrawn, new(2099, 12, 31), Duties.Calendar));

    private static LocalDate Iso(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
