using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>What stands against an officer's serving a team, one by one and in its order.</summary>
public sealed class ObstacleTests
{
    private static readonly DateInterval Window = new(new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 27));

    [Theory]
    [InlineData("市场监管", "沈河区", "食品", 0, 30, null)]
    [InlineData("生态环境", "沈河区", "食品", 0, 30, "RI3001")]
    [InlineData("市场监管", "浑南区", "食品", 0, 30, "RI3005")]
    [InlineData("市场监管", "沈河区", "特种设备", 0, 30, "RI3006")]
    [InlineData("市场监管", "沈河区", "食品", 24, 30, "RI3007")]
    [InlineData("市场监管", "沈河区", "食品", 0, 26, "RI3007")]
    public void Obstacles_OneThingWrong_ThatCodeAloneAndMayNotServe(string department, string region, string qualification, int validFrom, int validTo, string? code)
    {
        MatchInspector inspector = Officer(department, region, qualification, validFrom, validTo);
        Assert.Equal(code is null ? [] : new[] { code }, inspector.Obstacles(Need(), Window).Select(obstacle => obstacle.Code));
        Assert.Equal(code is null, inspector.MayServe(Need(), Window));
    }

    [Fact]
    public void Obstacles_EverythingWrong_AllInOrder()
    {
        MatchInspector inspector = new("A", "生态环境", null, 0, ["浑南区"], [], [Window], new LocalDate(2026, 11, 25));
        Assert.Equal(["RI3001", "RI3005", "RI3006", "RI3007", "RI3008"], inspector.Obstacles(Need(), Window).Select(obstacle => obstacle.Code));
        Assert.Equal(["RI3001", "RI3005", "RI3006"], inspector.Obstacles(Need(), null).Select(obstacle => obstacle.Code));
    }

    [Theory]
    [InlineData(22, 22, true)]
    [InlineData(20, 23, false)]
    [InlineData(27, 29, false)]
    [InlineData(28, 29, true)]
    public void MayServe_LeaveBesideTheWindowOrInIt_ItsDaysAllCount(int from, int to, bool may)
    {
        MatchInspector inspector = new("A", "市场监管", null, leave: [new DateInterval(new LocalDate(2026, 11, from), new LocalDate(2026, 11, to))], qualifications: ["食品"]);
        Assert.Equal(may, inspector.MayServe(Need(), Window));
    }

    private static TeamNeed Need() => new("市场监管", 2, ["食品"], ["沈河区"]);

    private static MatchInspector Officer(string department, string region, string qualification, int validFrom, int validTo) =>
        new("A", department, null, 0, [region], [qualification], null, validFrom == 0 ? null : new LocalDate(2026, 11, validFrom), new LocalDate(2026, 11, validTo));
}
