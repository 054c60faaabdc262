using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Disclosure;

/// <summary>公示义务：two states, two commands; what is refused changes nothing.</summary>
public class DisclosureObligationTests
{
    [Fact]
    public void Publish_Open_MeetsTheDuty()
    {
        DisclosureObligation obligation = Duties.Open();

        DisclosureEvent.Published published = obligation.Publish("  国家企业信用信息公示系统（辽宁） ", "gong", Duties.Now);

        Assert.Equal(new("国家企业信用信息公示系统（辽宁）", "gong", Duties.Now), published);
        Assert.Equal(published, obligation.Publication);
        Assert.Equal(Duties.Now, ObligationView.Of(obligation).PublishedAt);
    }

    [Fact]
    public void Publish_Met_RefusedAndTheFirstStands()
    {
        DisclosureObligation obligation = Duties.Met();
        DisclosureEvent.Published first = obligation.Publication!;

        RefusalAssert.Input(
            "RI2202",
            () => obligation.Publish("报纸", "shen", Duties.Now + Duration.FromDays(1)),
            ("obligation", "list-D1"),
            ("by", "gong"),
            ("at", "2026-03-02T08:00:00Z"));

        Assert.Same(first, obligation.Publication);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000\t")]
    public void Publish_NoChannel_RefusedAndStillOpen(string? channel)
    {
        DisclosureObligation obligation = Duties.Open();
        RefusalAssert.Input("RI2203", () => obligation.Publish(channel!, "gong", Duties.Now));
        Assert.Null(obligation.Publication);
    }

    [Fact]
    public void Publish_MetWithoutChannel_SaysThatItIsMet() => RefusalAssert.Contains("RI2202", () => Duties.Met().Publish("", "gong", Duties.Now));

    [Fact]
    public void Recompute_OpenOtherDate_TakesItOver()
    {
        DisclosureObligation obligation = Duties.Open();
        DueDate later = Duties.Due(new(2026, 3, 3)) with { CalendarVersion = "newer" };

        Assert.Equal(later, obligation.Recompute(later)!.Due);

        Assert.Equal(later, obligation.Due);
        Assert.Equal(new LocalDate(2026, 3, 2), obligation.Origin.Due.On); // the former one stays
    }

    [Theory]
    [InlineData(Certainty.TailOpen)]
    [InlineData(null)]
    public void Recompute_SameDateOtherCertainty_TakesItOver(Certainty? before)
    {
        DisclosureObligation obligation = DisclosureObligation.Replay([Duties.Raised(Duties.Due(new(2026, 3, 2), before))]);
        Assert.Equal(Certainty.Confirmed, obligation.Recompute(Duties.Due(new(2026, 3, 2)))!.Due.Certainty);
    }

    [Fact]
    public void Recompute_OtherRule_TakesItOver()
    {
        DueDate other = Duties.Due(new(2026, 3, 2)) with { Rule = "national/open-government/ListDrawn" };
        Assert.Equal(other, Duties.Open().Recompute(other)!.Due);
    }

    [Fact]
    public void Recompute_SameDueByNewerCalendar_SaysNothing()
    {
        DisclosureObligation obligation = Duties.Open();
        DueDate before = obligation.Due;
        Assert.Null(obligation.Recompute(before with { CalendarVersion = "newer" }));
        Assert.Same(before, obligation.Due);
    }

    [Fact]
    public void Recompute_Met_SaysNothing()
    {
        DisclosureObligation obligation = Duties.Met();
        Assert.Null(obligation.Recompute(Duties.Due(new(2026, 3, 9))));
        Assert.Equal(new LocalDate(2026, 3, 2), obligation.Due.On);
    }

    [Fact]
    public void Replay_AllItsEvents_SameObligation()
    {
        DisclosureObligation lived = Duties.Open();
        DisclosureEvent[] events =
        [
            lived.Origin,
            lived.Recompute(Duties.Due(new(2026, 3, 3)))!,
            lived.Recompute(Duties.Due(new(2026, 3, 4)))!,
            lived.Publish("公示系统", "gong", Duties.Now),
        ];

        DisclosureObligation replayed = DisclosureObligation.Replay(events);

        Assert.Equal(ObligationView.Of(lived), ObligationView.Of(replayed));
        Assert.Equal(new LocalDate(2026, 3, 4), replayed.Due.On);
    }

    [Fact]
    public void Replay_RaisedTwice_NoStream() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DisclosureObligation.Replay([Duties.Open().Origin, Duties.Open().Origin]));

    [Fact]
    public void Replay_NotRaisedFirst_NoStream() =>
        Assert.Throws<InvalidCastException>(() => DisclosureObligation.Replay([new DisclosureEvent.Published("公示系统", "gong", Duties.Now)]));
}
