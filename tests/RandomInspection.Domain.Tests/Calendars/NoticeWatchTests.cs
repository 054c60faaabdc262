using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

public class NoticeWatchTests
{
    [Theory]
    [InlineData(2025, 12, 31, NoticeAlert.None, null)]
    [InlineData(2026, 11, 14, NoticeAlert.None, null)]
    [InlineData(2026, 11, 15, NoticeAlert.Warning, 2027)]
    [InlineData(2026, 12, 19, NoticeAlert.Warning, 2027)]
    [InlineData(2026, 12, 20, NoticeAlert.Red, 2027)]
    [InlineData(2027, 1, 1, NoticeAlert.Red, 2027)]
    [InlineData(2029, 6, 1, NoticeAlert.Red, 2027)]
    public void On_Day_AlertAndMissingYear(int year, int month, int day, NoticeAlert alert, int? missing)
    {
        NoticeWatch watch = NoticeWatch.On(new LocalDate(year, month, day), WorkingDayCalendar.Embedded.Coverage);
        Assert.Equal((alert, missing), (watch.Alert, watch.MissingYear));
        Assert.Equal(watch, NoticeWatch.On(new LocalDate(year, month, day), WorkingDayCalendar.Embedded.WithProvisionalYears(2030).Coverage));
    }

    [Fact]
    public void On_StatuteAlone_RedFromItsFirstYear() =>
        Assert.Equal((NoticeAlert.Red, 2027), (NoticeWatch.On(new(2027, 3, 1), WorkingDayCalendar.FromStatute(2027, 2028).Coverage).Alert, NoticeWatch.On(new(2027, 3, 1), WorkingDayCalendar.FromStatute(2027, 2028).Coverage).MissingYear));
}
