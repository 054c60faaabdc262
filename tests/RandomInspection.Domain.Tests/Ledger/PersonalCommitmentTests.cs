using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>What stands in the log for a text about a person, and what is taken for it.</summary>
public sealed class PersonalCommitmentTests
{
    private static readonly string Salt = new('a', 64);

    // printf 'random-inspection-personal/1\n%s\n%s' $(printf 'a%.0s' $(seq 64)) 张三 | sha256sum
    private const string OfZhangSan = "0f1c083d8f9a2237a7651d84c46a591b2de35e44ccce0af3754c9dfb6cc63daa";

    [Fact]
    public void Of_SaltAndText_AsSha256sumSays()
    {
        Assert.Equal(OfZhangSan, PersonalCommitment.Of(Salt, "张三"));
        Assert.Equal($"personal:{OfZhangSan}", PersonalCommitment.Reference(OfZhangSan));
    }

    [Fact]
    public void Holds_AnotherSaltOrText_No()
    {
        PersonalPiece piece = new(OfZhangSan, "inspector/SF1", Salt, "张三");
        Assert.True(PersonalCommitment.Holds(piece));
        Assert.False(PersonalCommitment.Holds(piece with { Text = "李四" }));
        Assert.False(PersonalCommitment.Holds(piece with { Salt = new string('b', 64) }));
        Assert.False(PersonalCommitment.Holds(piece with { Commitment = new string('0', 64) }));
    }

    [Fact]
    public void Referred_OnlyWholeLowerCaseCommitments()
    {
        Assert.Equal(OfZhangSan, PersonalCommitment.Referred($"personal:{OfZhangSan}"));
        Assert.All(
            [null, "", "张三", "personal:", $"personal:{OfZhangSan}0", $"personal:{OfZhangSan[..^1]}", $"personal:{OfZhangSan[..^1]}g", $"Personal:{OfZhangSan}", $"personal:{new string('A', 64)}", $"personal {OfZhangSan}"],
            text => Assert.Null(PersonalCommitment.Referred(text)));
    }

    [Fact]
    public void ReferredBy_ReasonAndEvent_EachOnceInOrder()
    {
        string[] commitments = [.. "0123".Select(digit => new string(digit, 64))];
        string data = $$"""{"name":"personal:{{commitments[1]}}","again":"personal:{{commitments[1]}}","reason":"personal:{{commitments[0]}}","short":"personal:12","long":"personal:{{commitments[3]}}3","text":"a personal:{{commitments[3]}}","last":"personal:{{commitments[2]}}"}""";
        Assert.Equal([commitments[0], commitments[1], commitments[2]], PersonalCommitment.ReferredBy(Entry($"personal:{commitments[0]}", data)));
        Assert.Equal([commitments[1], commitments[0], commitments[2]], PersonalCommitment.ReferredBy(Entry("回避", data)));
        Assert.Empty(PersonalCommitment.ReferredBy(Entry(null, "{}")));
        Assert.Empty(PersonalCommitment.ReferredBy(Entry(null, $"\"personal:{commitments[0]}")));
    }

    private static LedgerEntry Entry(string? reason, string data) =>
        new(1, "s", 1, "t", null!, reason, Instant.FromUtc(2026, 1, 1, 0, 0), data);
}
