using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>A notice that arrives after Christmas: what was unknown becomes known, and both stand in the ledger.</summary>
public abstract class CalendarLoadingTests
{
    private static readonly LocalDate Conservative = new(2027, 1, 5);
    private static readonly LocalDate Known = new(2027, 1, 11);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApproveAsync_OnChristmasWithoutNextYearsNotice_UnknownRedAndConservative()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ObligationView row = await ApprovedAsync(store);

        Assert.Equal(new LocalDate(2026, 12, 25), row.EventDay);
        Assert.Null(row.Certainty);
        Assert.Equal(Conservative, row.DueOn);
        Assert.Equal(Urgency.Unknown, row.UrgencyOn(row.EventDay, await CalendarAsync(store)));
    }

    [Fact]
    public async Task LoadNoticesAsync_NextYear_RecomputesAndKeepsBothInTheLedger()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ObligationView before = await ApprovedAsync(store);

        Assert.Equal(1, await LoadAsync(store, Notice2027()));

        ObligationView after = (await store.Get<IViews>().FindAsync<ObligationView>(before.Key, Cancellation))!;
        Assert.Equal((Known, Certainty.Confirmed), (after.DueOn, after.Certainty));
        Assert.Equal(Urgency.InTime, after.UrgencyOn(new(2026, 12, 28), await CalendarAsync(store)));

        ImmutableArray<LedgerEntry> trail = await store.Get<ILedger>().ReadStreamAsync($"disclosure/{before.Key}", Cancellation);
        Assert.Equal(["disclosure.raised", "disclosure.recomputed"], trail.Select(e => e.Type));
        DisclosureEvent.Raised raised = Assert.IsType<DisclosureEvent.Raised>(DomainEvents.Codec.Decode(trail[0]));
        DisclosureEvent.Recomputed recomputed = Assert.IsType<DisclosureEvent.Recomputed>(DomainEvents.Codec.Decode(trail[1]));
        Assert.Equal((Conservative, (Certainty?)null), (raised.Due.On, raised.Due.Certainty));
        Assert.Equal((Known, (Certainty?)Certainty.Confirmed), (recomputed.Due.On, recomputed.Due.Certainty));

        LedgerEntry loaded = Assert.Single(await store.Get<ILedger>().ReadStreamAsync(CalendarInUse.Stream, Cancellation));
        NoticesLoaded said = Assert.IsType<NoticesLoaded>(DomainEvents.Codec.Decode(loaded));
        Assert.Equal(["国办发明电〔2026〕0号"], said.Notices);
        Assert.Equal("2027-12-31", said.CoverageEnd);
        Assert.Equal(said.CalendarVersion, recomputed.Due.CalendarVersion);
        Assert.Equal((await CalendarAsync(store)).Version, said.CalendarVersion);
        Assert.NotNull(await store.Get<IEvidenceStore>().GetAsync(said.File, Cancellation));

        // in one transaction: the recomputed deadline stands right behind the load
        Assert.Equal((loaded.Sequence + 1, loaded.At, loaded.Actor), (trail[1].Sequence, trail[1].At, trail[1].Actor));
    }

    [Fact]
    public async Task LoadNoticesAsync_ConfirmedAndPublishedDeadlines_Untouched()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ObligationView early = await ApprovedAsync(store, Way.Morning);
        ObligationView met = await ApprovedAsync(store);
        await store.Get<DisclosureWorkflow>().PublishAsync(At(Role.Publisher, Christmas), met.Key, "公示系统", Cancellation);

        Assert.Equal(0, await LoadAsync(store, Notice2027()));

        Assert.Equal(early, await store.Get<IViews>().FindAsync<ObligationView>(early.Key, Cancellation));
        Assert.Equal(Conservative, (await store.Get<IViews>().FindAsync<ObligationView>(met.Key, Cancellation))!.DueOn);
    }

    [Fact]
    public async Task LoadNoticesAsync_Twice_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await LoadAsync(store, Notice2027());
        LedgerHead head = await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);

        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(() => LoadAsync(store, Notice2027()));

        Assert.Equal("RI2210", refused.Refusal.Code);
        Assert.Equal("国办发明电〔2026〕0号", refused.Refusal["notices"]);
        Assert.Equal(head, await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
    }

    [Fact]
    public async Task LoadNoticesAsync_CalendarChangedSinceItWasSeen_RefusedAndNothingChanged()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ObligationView before = await ApprovedAsync(store);
        string seen = (await CalendarAsync(store)).Version;
        await LoadAsync(store, NoticeFile.Write([Guangxi]));
        LedgerHead head = await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);

        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(() => LoadAsync(store, Notice2027(), seen));

        Assert.Equal("RI2211", refused.Refusal.Code);
        Assert.Equal(head, await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
        Assert.Equal(before, await store.Get<IViews>().FindAsync<ObligationView>(before.Key, Cancellation));

        Assert.Equal(1, await LoadAsync(store, Notice2027()));
    }

    [Fact]
    public async Task ReadAsync_FileWithoutAnAmendmentThatALaterReleaseKnows_StillReplayed()
    {
        // Loaded as published, in a release that did not know 国办发明电〔2020〕1号; this one does, and would refuse the file (RI4113).
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        string text = NoticeFile.Write([EmbeddedNotices.All.Single(notice => notice.Year == 2020 && notice.Layer == CalendarLayer.National)]);
        Assert.Equal("RI4113", NoticeFile.Check(text).Findings[0].Refusal.Code);
        string file = await store.Get<IEvidenceStore>().PutAsync(Encoding.UTF8.GetBytes(text), Cancellation);
        NoticesLoaded loaded = new(file, ["国办发明电〔2019〕16号"], WorkingDayCalendar.Embedded.Version, "2026-12-31");
        await store.Get<ILedger>().CommitAsync(
            new LedgerCommit(
                At(Role.Administrator, Christmas).As(DisclosureSteps.LoadNotices), Christmas, null,
                [new StreamAppend(CalendarInUse.Stream, 0, [DomainEvents.Codec.Encode(loaded)])], []),
            Cancellation);

        Assert.Equal(WorkingDayCalendar.Embedded.Version, (await CalendarAsync(store)).Version);
    }

    [Theory]
    [InlineData("2027-02-13", "RI4110")] // the make-up Saturday dropped
    [InlineData("2027-02-12", "RI4111")] // an adjusted rest day dropped
    [InlineData("2027-04-05", "RI4109")] // Qingming dropped
    public async Task LoadNoticesAsync_BrokenNotice_RefusedAndNothingChanged(string dropped, string code)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ObligationView before = await ApprovedAsync(store);
        LedgerHead head = await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        string version = (await CalendarAsync(store)).Version;

        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(
            () => LoadAsync(store, Notice2027(day => day.ToString("R", CultureInfo.InvariantCulture) != dropped)));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(head, await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
        Assert.Equal(before, await store.Get<IViews>().FindAsync<ObligationView>(before.Key, Cancellation));
        Assert.Equal(version, (await CalendarAsync(store)).Version);
    }

    [Fact]
    public async Task LoadNoticesAsync_YearInBetweenMissing_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        string text = NoticeFile.Write([new HolidayNotice("国办发明电〔2028〕0号", "2029年安排（虚构）", 2029, CalendarLayer.National, Statute2029(), published: new LocalDate(2028, 11, 1))]);
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(() => LoadAsync(store, text));
        Assert.Equal(("RI4116", "2027"), (refused.Refusal.Code, refused.Refusal["year"]));
    }

    [Fact]
    public async Task LoadNoticesAsync_NotAnAdministrator_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(
            () => store.Get<DisclosureWorkflow>().LoadNoticesAsync(At(Role.Publisher, Christmas), Notice2027(), null, WorkingDayCalendar.Embedded.Version, Cancellation));
        Assert.Equal("RI2013", refused.Refusal.Code);
    }

    [Fact]
    public async Task Restart_AfterLoading_CalendarAndDeadlineStand()
    {
        await using TemporaryStore first = await TemporaryStore.CreateAsync();
        ObligationView before = await ApprovedAsync(first);
        await LoadAsync(first, Notice2027());

        await using TemporaryStore second = await TemporaryStore.CreateAsync(first.Folder);

        WorkingDayCalendar calendar = await CalendarAsync(second);
        Assert.Equal(new LocalDate(2027, 12, 31), calendar.Coverage.End);
        Assert.Equal((await CalendarAsync(first)).Version, calendar.Version);
        Assert.Equal("国办发明电〔2026〕0号", calendar.Explain(new(2027, 2, 13)).Notice!.Number);
        DisclosureObligation obligation = await second.Get<DisclosureWorkflow>().FindAsync(before.Key, Cancellation);
        Assert.Equal((Known, Conservative), (obligation.Due.On, obligation.Origin.Due.On));
    }

    private static HolidayNotice Guangxi { get; } = new(
        "桂政办电〔2026〕0号", "三月三放假通知（虚构）", 2026, CalendarLayer.Region, [new(new(2026, 4, 17), DayKind.Regional, "三月三")], published: new LocalDate(2026, 3, 1), grantedDays: 1);

    private static Instant Christmas { get; } = Instant.FromUtc(2026, 12, 25, 1, 0);

    private static Acting At(Role role, Instant at) => new(DemoPeople.InRole(role)[0], at);

    private static async Task<WorkingDayCalendar> CalendarAsync(TemporaryStore store) => (await store.Get<CalendarInUse>().ReadAsync(Cancellation)).Calendar;

    private static async Task<int> LoadAsync(TemporaryStore store, string text, string? seen = null) =>
        await store.Get<DisclosureWorkflow>().LoadNoticesAsync(
            At(Role.Administrator, Christmas + Duration.FromDays(3)), text, null, seen ?? (await CalendarAsync(store)).Version, Cancellation);

    private static async Task<ObligationView> ApprovedAsync(TemporaryStore store, Instant? at = null)
    {
        Instant now = at ?? Christmas;
        PlanWorkflow plans = store.Get<PlanWorkflow>();
        string plan = await plans.BeginAsync(At(Role.Drafter, now), 2027, "2027 年度抽查计划", Cancellation);
        await plans.AddTaskAsync(At(Role.Drafter, now), plan, "食品经营抽查", ["SCJG-01"], new LocalDate(2027, 1, 1), new LocalDate(2027, 12, 31), Cancellation);
        await plans.SubmitAsync(At(Role.Drafter, now), plan, Cancellation);
        await plans.ApproveAsync(At(Role.GovernmentApprover, now), plan, Cancellation);
        return (await store.Get<IViews>().FindAsync<ObligationView>($"plan-{plan}", Cancellation))!;
    }

    /// <summary>A notice for 2027 by the rules (13 days net), invented: Spring Festival from the 5th to the 13th less the Saturday that is worked.</summary>
    private static string Notice2027(Func<LocalDate, bool>? keep = null)
    {
        List<NoticeDay> days =
        [
            .. Statute.HolidaysOf(2027),
            Off(2, 8), Off(2, 9), Off(2, 10), Off(2, 11), Off(2, 12),
            Off(5, 3),
            Off(10, 4), Off(10, 5),
        ];
        days = [.. days.DistinctBy(day => day.Date)];
        int net = days.Count(day => day.Date.DayOfWeek < IsoDayOfWeek.Saturday);
        LocalDate[] makeUps = [new(2027, 2, 13), new(2027, 2, 20), new(2027, 9, 26), new(2027, 10, 9)];
        days.AddRange(makeUps.Take(net - 13).Select(date => new NoticeDay(date, DayKind.MakeUp, "调休")));
        return NoticeFile.Write([new HolidayNotice(
            "国办发明电〔2026〕0号", "2027年安排（虚构）", 2027, CalendarLayer.National,
            days.Where(day => keep?.Invoke(day.Date) ?? true), new LocalDate(2026, 12, 28), new LocalDate(2026, 12, 28))]);

        static NoticeDay Off(int month, int day)
        {
            LocalDate date = new(2027, month, day);
            return new(date, Statute.IsHoliday(date) ? DayKind.Statutory : DayKind.AdjustedRest, "调休");
        }
    }

    private static IEnumerable<NoticeDay> Statute2029()
    {
        // weekends of the statute made up on the next free weekday
        HashSet<LocalDate> off = [.. Statute.HolidaysOf(2029).Select(day => day.Date)];
        foreach (NoticeDay holiday in Statute.HolidaysOf(2029))
        {
            yield return holiday;
            if (holiday.Date.DayOfWeek >= IsoDayOfWeek.Saturday)
            {
                LocalDate madeUp = holiday.Date;
                while (madeUp.DayOfWeek >= IsoDayOfWeek.Saturday || !off.Add(madeUp))
                {
                    madeUp = madeUp.PlusDays(1);
                }

                yield return new NoticeDay(madeUp, DayKind.AdjustedRest, holiday.Name);
            }
        }
    }
}
