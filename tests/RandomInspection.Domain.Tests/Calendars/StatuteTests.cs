using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

public class StatuteTests
{
    [Fact]
    public void HolidaysOf_2015To2027_AsInTheFacts()
    {
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Vectors, "calendar", "notices.json")));
        foreach (JsonProperty year in facts.RootElement.GetProperty("years").EnumerateObject())
        {
            IEnumerable<string> expected = year.Value.GetProperty("days").EnumerateArray()
                .Where(day => day.GetProperty("kind").GetString() == "statutory").Select(day => day.GetProperty("date").GetString()!);
            Assert.Equal(expected, Statute.HolidaysOf(int.Parse(year.Name[..4], null)).Select(day => day.Date.ToString("R", null)));
        }
    }

    [Theory]
    [InlineData(2008, 11)]
    [InlineData(2024, 11)]
    [InlineData(2020, 10)] // Mid-Autumn on National Day
    [InlineData(2025, 13)]
    [InlineData(2028, 12)] // Mid-Autumn on 3 October
    public void HolidaysOf_Year_DaysOnTheCalendar(int year, int days) => Assert.Equal(days, Statute.HolidaysOf(year).Length);

    [Theory]
    [InlineData(2008, 2, 6)] // New Year's Eve by the decree of 2007
    [InlineData(2023, 6, 22)] // after a leap second month
    [InlineData(2031, 1, 22)]
    [InlineData(2033, 9, 8)]
    [InlineData(2044, 4, 4)]
    [InlineData(2099, 4, 4)]
    public void IsHoliday_LunarAndSolarDays_AsInTheAlmanac(int year, int month, int day) => Assert.True(Statute.IsHoliday(new(year, month, day)));

    [Fact]
    public void IsHoliday_NewYearsEve_OnlyBefore2014AndFrom2025()
    {
        Assert.True(Statute.IsHoliday(new(2013, 2, 9)));
        Assert.False(Statute.IsHoliday(new(2014, 1, 30)));
        Assert.False(Statute.IsHoliday(new(2024, 2, 9)));
        Assert.True(Statute.IsHoliday(new(2025, 1, 28)));
    }

    [Fact]
    public void HolidaysOf_UnknownYear_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Statute.HolidaysOf(2007));
        Assert.Throws<ArgumentOutOfRangeException>(() => Statute.HolidaysOf(2100));
        Assert.False(Statute.IsHoliday(new LocalDate(2100, 1, 1)));
        Assert.Equal((11, 13), (Statute.DaysGranted(2024), Statute.DaysGranted(2025)));
    }
}
