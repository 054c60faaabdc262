using RandomInspection.Canary;

namespace RandomInspection.Tests;

public sealed class SongTests
{
    private static readonly int Refrains = Song.Refrains(12);

    [Theory]
    [InlineData(2, 3, 5)]
    [InlineData(7, 0, 7)]
    public void Sum_OfTwo_IsTheirSum(int left, int right, int sum) => Assert.Equal(sum, Song.Sum(left, right));

    [Fact]
    public void IsLong_FarFromTheEdge_IsSaid()
    {
        Assert.True(Song.IsLong(1000));
        Assert.False(Song.IsLong(10));
    }

    [Fact]
    public void Name_IsAskedAndNotLookedAt() => Song.Name();

    [Fact]
    public void Count_OfFive_IsFive() => Assert.Equal(5, Song.Count(5));

    [Fact]
    public void HowManyVerses_Always_Twelve() => Assert.Equal(12, Song.HowManyVerses());

    [Fact]
    public void Voices_Always_AltoAndBass() => Assert.Equal(["alto", "bass"], Song.Voices);

    [Fact]
    public void Refrains_OfTwelveVerses_TwentyFour() => Assert.Equal(24, Refrains);

    [Fact]
    public void LettersOfAlto_WithoutExtra_Four() => Assert.Equal(4, Song.LettersOfAlto(0));
}
