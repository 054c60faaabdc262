using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Exchange;

namespace RandomInspection.Tests.Exchange;

/// <summary>Retries: twice as long each time up to a bound, spread by chance, Retry-After obeyed, given up after three days.</summary>
public sealed class RetryScheduleTests
{
    private static readonly Instant First = Instant.FromUtc(2026, 11, 23, 1, 0);
    private static readonly RetrySchedule Usual = RetrySchedule.Usual;

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(11, 5120)]
    [InlineData(12, 7200)]
    [InlineData(1000000, 7200)]
    public void Next_NoJitterAndMost_FromHalfToTheBound(int attempts, int seconds)
    {
        Assert.Equal(Duration.FromSeconds(seconds) / 2, Usual.Next(attempts, First, First, null, 0) - First);
        Assert.Equal(Duration.FromSeconds(seconds), Usual.Next(attempts, First, First, null, RetrySchedule.MostJitter) - First);
    }

    [Property]
    public bool Next_AnyJitter_BetweenHalfAndTheBound(PositiveInt attempts, NonNegativeInt jitter)
    {
        Duration wait = Usual.Next(attempts.Get, First, First, null, jitter.Get % 1001)!.Value - First;
        return wait >= Usual.Next(attempts.Get, First, First, null, 0)!.Value - First && wait <= Usual.Next(attempts.Get, First, First, null, 1000)!.Value - First;
    }

    [Fact]
    public void Next_RetryAfter_Obeyed()
    {
        Assert.Equal(First + Duration.FromMinutes(10), Usual.Next(1, First, First, Duration.FromMinutes(10), 0));
        Assert.Equal(Usual.Next(5, First, First, null, 0), Usual.Next(5, First, First, Duration.FromSeconds(1), 0)); // sooner than ours is not sooner
        Assert.Equal(First + Duration.FromDays(1), Usual.Next(1, First, First, Duration.FromDays(30), 0)); // nobody is silenced for a month
    }

    [Fact]
    public void Next_ThreeDays_GivenUp()
    {
        Assert.NotNull(Usual.Next(40, First, First + Duration.FromHours(70), null, RetrySchedule.MostJitter)); // 72 hours to the second
        Assert.Null(Usual.Next(40, First, First + Duration.FromHours(70) + Duration.FromSeconds(1), null, RetrySchedule.MostJitter));
        Assert.Null(Usual.Next(1, First, First + Duration.FromDays(3), null, 0));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 1001)]
    public void Next_OutOfRange_Refused(int attempts, int jitter) => Assert.Throws<ArgumentOutOfRangeException>(() => Usual.Next(attempts, First, First, null, jitter));
}
