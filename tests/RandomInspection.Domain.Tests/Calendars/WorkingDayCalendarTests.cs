using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

public class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;

    [Fact]
    public void AddWorkingDays_SpringFestival2026_MakeUpSaturdaysCount() =>
        Assert.Equal(new LocalDate(2026, 3, 2), Calendar.AddWorkingDays(new LocalDate(2026, 2, 10), 10).Date);

    [Fact]
    public void IsWorkingDay_EveryCoveredDay_AgreesWithTheFacts()
    {
        for (LocalDate date = SlowCalendar.Start; date <= SlowCalendar.End; date = date.PlusDays(1))
        {
            Assert.Equal(SlowCalendar.IsWorkingDay(date), Calendar.IsWorkingDay(date));
            Assert.Equal(Calendar.IsWorkingDay(date), Calendar.Explain(date).IsWorkingDay);
        }
    }

    [Fact]
    public void AddWorkingDays_EveryCoveredDayAndUsualPeriod_AgreesWithADayLoop()
    {
        int[] periods = [1, 2, 3, 5, 7, 10, 20, -1, -7];
        for (LocalDate date = SlowCalendar.Start; date <= SlowCalendar.End; date = date.PlusDays(1))
        {
            foreach (int n in periods)
            {
                LocalDate? expected = SlowCalendar.Add(date, n);
                Assert.Equal(expected is not null, Calendar.TryAddWorkingDays(date, n, out CalendarDate found));
                Assert.Equal(expected ?? default, found.Date);
            }
        }
    }

    [Fact]
    public void Coverage_Embedded_SaysItsBounds()
    {
        Assert.Equal(new CalendarCoverage(new(2015, 1, 1), new(2026, 12, 31), new(2026, 12, 25)), Calendar.Coverage);
        Assert.Equal(new LocalDate(2026, 12, 31), Calendar.Coverage.LastNoticedDay);
        Assert.Equal("2015-01-01/2026-12-31", Calendar.Coverage.ToString());
    }

    [Theory]
    [InlineData("2026-12-24", 6, "2027-01-01", "RI4001")]
    [InlineData("2026-12-31", 1, "2027-01-01", "RI4001")]
    [InlineData("2027-05-01", 3, "2027-05-02", "RI4001")]
    [InlineData("2026-12-30", int.MaxValue, "2027-01-01", "RI4001")]
    [InlineData("2014-12-30", 1, "2014-12-31", "RI4002")]
    [InlineData("2015-01-04", -1, "2014-12-31", "RI4002")]
    [InlineData("2015-01-01", -1, "2014-12-31", "RI4002")]
    [InlineData("2015-06-01", int.MinValue, "2014-12-31", "RI4002")]
    [InlineData("1998-06-01", 1, "1998-06-02", "RI4002")]
    public void AddWorkingDays_OutsideCoverage_RefusesWithItsValues(string day, int n, string firstUncovered, string code)
    {
        LocalDate date = Iso(day);
        CalendarCoverageException refused = Assert.Throws<CalendarCoverageException>(() => Calendar.AddWorkingDays(date, n));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(date, refused.RequestedDate);
        Assert.Equal(Iso(firstUncovered), refused.FirstUncoveredDay);
        Assert.Equal(Calendar.Coverage, refused.Coverage);
        Assert.Equal($"国务院办公厅关于{firstUncovered[..4]}年部分节假日安排的通知", refused.NoticeToLoad);
        Assert.Contains(refused.NoticeToLoad, refused.Refusal.Remedy(Language.Chinese), StringComparison.Ordinal);
        Assert.False(Calendar.TryAddWorkingDays(date, n, out _));
    }

    [Theory]
    [InlineData("2026-12-25", -1, Certainty.Confirmed)]
    [InlineData("2026-12-26", -1, Certainty.TailOpen)]
    [InlineData("2026-12-23", 1, Certainty.Confirmed)]
    [InlineData("2026-12-24", 1, Certainty.TailOpen)]
    [InlineData("2025-12-26", 1, Certainty.Confirmed)]
    public void AddWorkingDays_NearTheOpenTail_SaysHowCertain(string day, int n, Certainty expected) =>
        Assert.Equal(expected, Calendar.AddWorkingDays(Iso(day), n).Certainty);

    [Fact]
    public void AddWorkingDays_DayAroundTheCoverage_NeedsOnlyCountedDays()
    {
        Assert.Equal(new LocalDate(2015, 1, 4), Calendar.AddWorkingDays(new(2014, 12, 31), 1).Date);
        Assert.Equal(new LocalDate(2026, 12, 31), Calendar.AddWorkingDays(new(2027, 1, 1), -1).Date);
    }

    [Fact]
    public void SameOrNextWorkingDay_WorkedOrNot_ItselfOrNext()
    {
        Assert.Equal(new LocalDate(2026, 2, 14), Calendar.SameOrNextWorkingDay(new(2026, 2, 14)).Date);
        Assert.Equal(new LocalDate(2026, 2, 24), Calendar.SameOrNextWorkingDay(new(2026, 2, 15)).Date);
        Assert.Equal(new LocalDate(2026, 2, 24), Calendar.NextWorkingDay(new(2026, 2, 14)).Date);
        Assert.Equal(new LocalDate(2015, 1, 4), Calendar.SameOrNextWorkingDay(new(2015, 1, 1)).Date);
        Assert.Equal(new LocalDate(2026, 12, 31), Calendar.SameOrNextWorkingDay(new(2026, 12, 31)).Date);
        Assert.Equal(new LocalDate(2027, 1, 1), Assert.Throws<CalendarCoverageException>(() => Calendar.SameOrNextWorkingDay(new(2027, 1, 1))).FirstUncoveredDay);
        Assert.Equal(new LocalDate(2014, 12, 31), Assert.Throws<CalendarCoverageException>(() => Calendar.SameOrNextWorkingDay(new(2014, 12, 31))).FirstUncoveredDay);
    }

    [Fact]
    public void IsWorkingDay_OutsideCoverage_RefusedNotFalse()
    {
        Assert.Throws<CalendarCoverageException>(() => Calendar.IsWorkingDay(new(2027, 1, 4)));
        Assert.Throws<CalendarCoverageException>(() => Calendar.IsWorkingDay(new(2014, 12, 31)));
        Assert.Throws<CalendarCoverageException>(() => Calendar.Explain(new(2027, 1, 4)));
        Assert.False(Calendar.TryIsWorkingDay(new(2027, 1, 4), out _));
        Assert.True(Calendar.TryIsWorkingDay(new(2026, 2, 14), out bool worked));
        Assert.True(worked);
    }

    [Fact]
    public void CountWorkingDays_BoundsAndOrder_AreChecked()
    {
        Assert.Equal(new WorkingDayCount(0, Certainty.Confirmed), Calendar.CountWorkingDays(new(2026, 12, 31), new(2026, 12, 31)));
        Assert.Equal(249, Calendar.CountWorkingDays(new(2014, 12, 31), new(2015, 12, 31)).WorkingDays);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.CountWorkingDays(new(2026, 2, 2), new(2026, 2, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.CountWorkingDays(new(2028, 2, 2), new(2026, 2, 1)));
        Assert.Equal(new LocalDate(2027, 1, 1), Assert.Throws<CalendarCoverageException>(() => Calendar.CountWorkingDays(new(2026, 12, 1), new(2027, 1, 1))).FirstUncoveredDay);
        Assert.Equal(new LocalDate(2014, 12, 31), Assert.Throws<CalendarCoverageException>(() => Calendar.CountWorkingDays(new(2014, 12, 30), new(2015, 1, 1))).FirstUncoveredDay);
        Assert.False(Calendar.TryCountWorkingDays(new(2010, 1, 1), new(2030, 1, 1), out _));
    }

    [Fact]
    public void AddWorkingDays_ManyEvents_AsOneByOne()
    {
        LocalDate[] events = [.. Enumerable.Range(0, 4000).Select(i => SlowCalendar.Start.PlusDays(i))];
        LocalDate[] results = new LocalDate[events.Length];

        Assert.Equal(Certainty.Confirmed, Calendar.AddWorkingDays(events, 10, results));

        Assert.Equal(events.Select(day => Calendar.AddWorkingDays(day, 10).Date), results);
        Assert.Equal(Certainty.TailOpen, Calendar.AddWorkingDays([new(2026, 12, 24), new(2015, 3, 2)], 1, results));
        Assert.Throws<ArgumentException>(() => Calendar.AddWorkingDays([new(2026, 12, 24)], 1, Span<LocalDate>.Empty));
        Assert.Throws<CalendarCoverageException>(() => Calendar.AddWorkingDays([new(2026, 12, 31)], 1, results));
    }

    [Fact]
    public void TryAddWorkingDays_DayIndex_SameAsDates()
    {
        int index = Calendar.DayIndexOf(new(2026, 2, 10));
        Assert.True(Calendar.TryAddWorkingDays(index, 10, out int found));
        Assert.Equal(new LocalDate(2026, 3, 2), Calendar.DayAt(found));
        Assert.Equal(0, Calendar.DayIndexOf(Calendar.Coverage.Start));
        Assert.False(Calendar.TryAddWorkingDays(int.MinValue, 1, out _));
        Assert.False(Calendar.TryAddWorkingDays(int.MaxValue, 1, out _));
        Assert.False(Calendar.TryAddWorkingDays(int.MaxValue, -1, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.DayAt(-1));
    }

    [Fact]
    public void TryForms_Called_AllocateNothing()
    {
        LocalDate day = new(2026, 2, 10);
        LocalDate outside = new(2031, 2, 10);
        LocalDate[] events = [day, new(2020, 1, 20)];
        LocalDate[] results = new LocalDate[2];
        _ = Probe();
        long before = GC.GetAllocatedBytesForCurrentThread();
        int sum = Probe();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(sum > 0);

        int Probe()
        {
            int total = 0;
            for (int i = 1; i < 100; i++)
            {
                total += Calendar.TryAddWorkingDays(day, i, out CalendarDate found) ? found.Date.Day : 0;
                total += Calendar.TryAddWorkingDays(outside, i, out _) ? 1 : 0;
                total += Calendar.TryIsWorkingDay(found.Date, out bool worked) && worked ? 1 : 0;
                total += (int)Calendar.AddWorkingDays(events, i, results);
                total += Calendar.TryCountWorkingDays(day, found.Date, out WorkingDayCount count) ? count.WorkingDays : 0;
            }

            return total;
        }
    }

    [Fact]
    public void AddWorkingDays_DateOfAnotherCalendarSystem_SameDay()
    {
        LocalDate julian = new LocalDate(2026, 2, 10).WithCalendar(CalendarSystem.Julian);
        Assert.Equal(new LocalDate(2026, 3, 2), Calendar.AddWorkingDays(julian, 10).Date);
    }

    [Fact]
    public void Version_RecomputedByAnOutsider_Equal()
    {
        StringBuilder text = new();
        for (LocalDate date = SlowCalendar.Start; date <= SlowCalendar.End; date = date.PlusDays(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00} {(SlowCalendar.IsWorkingDay(date) ? 'W' : 'R')}\n");
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString()))), Calendar.Version);
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void Refusal_UnderAnyCulture_SameText(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CalendarCoverageException refused = Assert.Throws<CalendarCoverageException>(() => Calendar.AddWorkingDays(new(2026, 12, 30), 5));
            Assert.Equal("自 2026-12-30 起的计算需要 2027-01-01 是否为工作日，但已载入的放假通知只覆盖 2015-01-01 至 2026-12-31。", refused.Refusal.Reason(Language.Chinese));
            Assert.Equal("请载入《国务院办公厅关于2027年部分节假日安排的通知》。", refused.Refusal.Remedy(Language.Chinese));
            Assert.Equal("Load 国务院办公厅关于2027年部分节假日安排的通知.", refused.Refusal.Remedy(Language.English));
            Assert.Equal(Calendar.Version, WorkingDayCalendar.From(EmbeddedNotices.All).Version);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static LocalDate Iso(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
