using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>What a seed rests on: §3, “Assurance”.</summary>
public sealed class SeedAssuranceTests
{
    private const string Hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("op drawing k1, wit witness k2", "op wit", Assurance.Witnessed)]
    [InlineData("op drawing k1, wit witness k2", "wit", Assurance.Witnessed)]
    [InlineData("op drawing k1, wit witness k2", "op", Assurance.Operator)]
    [InlineData("op drawing k1, wit witness -", "op wit", Assurance.Operator)]
    [InlineData("op drawing k1, wit drawing k2", "op wit", Assurance.Operator)]
    [InlineData("op drawing k1, wit witness k1", "op wit", Assurance.Operator)]
    [InlineData("op drawing k1, wit witness k2, two witness k2", "op wit two", Assurance.Operator)]
    [InlineData("op drawing k1, wit witness k2, two witness k2, three supervisor k3", "op three", Assurance.Witnessed)]
    [InlineData("op drawing k1, wit Drawing k2", "op wit", Assurance.Witnessed)]
    public void Of_CommittedParties_AWitnessWithAKeyOfItsOwn(string parties, string counting, Assurance due) =>
        Assert.Equal(due, SeedAssurance.Of(Opened([.. parties.Split(", ").Select(Committed)]), counting.Split(' ')));

    [Theory]
    [InlineData("18446744073709551616", Assurance.Witnessed)]
    [InlineData("18446744073709551615", Assurance.Operator)]
    [InlineData("115792089237316195423570985008687907853269984665640564039457584007913129639936", Assurance.Witnessed)]
    [InlineData("1000", Assurance.Operator)]
    [InlineData("0", Assurance.Operator)]
    [InlineData(null, Assurance.Operator)]
    public void Of_PublicValue_NeedsTwoToThe64Outcomes(string? outcomes, Assurance due)
    {
        Opening opening = Opened(Committed("op drawing k1"), Public(outcomes));
        Assert.Equal(due, SeedAssurance.Of(opening, ["op", "lottery"]));
        Assert.Equal(Assurance.Operator, SeedAssurance.Of(opening, ["op"]));
    }

    [Fact]
    public void Of_System_Operator()
    {
        Opening opening = Opened("""{"party":"host","role":"host","kind":"system","key":"k"}""");
        Assert.Equal(Assurance.Operator, SeedAssurance.Of(opening, ["host"]));
        Assert.False(SeedAssurance.CanBreakOff(opening));
    }

    [Fact]
    public void CanBreakOff_CommittedValuesAndNoPublicOne_True()
    {
        Assert.True(SeedAssurance.CanBreakOff(Opened(Committed("op drawing k1"), Committed("wit witness k2"))));
        Assert.True(SeedAssurance.CanBreakOff(Opened(Committed("op drawing k1"))));
        Assert.False(SeedAssurance.CanBreakOff(Opened(Committed("op drawing k1"), Public("1000"))));
        Assert.False(SeedAssurance.CanBreakOff(Opened(Public("1000"))));
    }

    private static string Committed(string party) => party.Split(' ') is [string name, string role, string key]
        ? $$"""{"party":"{{name}}","role":"{{role}}","kind":"committed"{{(key == "-" ? "" : $",\"key\":\"{key}\"")}}}"""
        : throw new ArgumentException(party);

    private static string Public(string? outcomes) =>
        $$"""{"party":"lottery","role":"public","kind":"public"{{(outcomes is null ? "" : $",\"outcomes\":\"{outcomes}\"")}}}""";

    private static Opening Opened(params string[] parties) => Opening.Parse(
        $$"""{"specification":"random-inspection-draw/1","draw":"D","attempt":1,"hash":"sha-256","tasks":[{"id":"t","frameRoot":"{{Hex}}","frameSize":0,"designDigest":"{{Hex}}"}],"parties":[{{string.Join(',', parties)}}]}""");
}
