using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Tests.Drawing.Scale;

/// <summary>Rules that keep partitions apart.</summary>
public sealed class PartitionRuleTests
{
    [Theory]
    [InlineData("2:2101", "912101", true)]
    [InlineData("2:2101", "912102", false)]
    [InlineData("2:2101", "9", false)]
    [InlineData("B .. D", "A", false)]
    [InlineData("B .. D", "B", true)]
    [InlineData("B .. D", "CZZ", true)]
    [InlineData("B .. D", "D", false)]
    [InlineData(" .. B", "A~", true)]
    [InlineData("B .. ", "~", true)]
    [InlineData("a:.. .. a:...", "a:..", true)]
    public void Holds_Id_AsTheTextSays(string rule, string id, bool due)
    {
        PartitionRule parsed = PartitionRule.Parse(rule);
        Assert.Equal(due, parsed.Holds(Encoding.ASCII.GetBytes(id)));
        Assert.Equal(rule, parsed.ToString());
        Assert.Equal(PartitionRule.Parse(rule), parsed);
        Assert.Equal(PartitionRule.Parse(rule).GetHashCode(), parsed.GetHashCode());
    }

    [Theory]
    [InlineData("2:2101", "2:2102", true)]
    [InlineData("2:2101", "2:21", false)]
    [InlineData("2:2101", "2:2101", false)]
    [InlineData("2:2101", "4:02", true)]
    [InlineData("2:2101", "4:01", false)]
    [InlineData("2:2101", "9:2", false)]
    [InlineData("A .. B", "B .. C", true)]
    [InlineData("A .. C", "B .. D", false)]
    [InlineData(" .. B", "B .. ", true)]
    [InlineData("0:B", "C .. ", true)]
    [InlineData("0:B", " .. B", true)]
    [InlineData("0:B", "B .. ", false)]
    [InlineData("0:B", "BB .. ", false)]
    [InlineData("0:B", " .. BB", false)]
    [InlineData("1:B", "C .. ", false)]
    public void IsDisjointFrom_TwoRules_EitherWay(string one, string other, bool due)
    {
        Assert.Equal(due, PartitionRule.Parse(one).IsDisjointFrom(PartitionRule.Parse(other)));
        Assert.Equal(due, PartitionRule.Parse(other).IsDisjointFrom(PartitionRule.Parse(one)));
    }

    /// <summary>Where rules are said to be apart, no id is in both.</summary>
    [Property(MaxTest = 500)]
    public Property IsDisjointFrom_ThatIsTrue_NoIdInBoth()
    {
        Gen<string> text = from length in Gen.Choose(1, 3) from letters in Gen.ArrayOf(Gen.Elements('A', 'B', 'C'), length) select new string(letters);
        Gen<PartitionRule> at = from start in Gen.Choose(0, 2) from characters in text select (PartitionRule)new PartitionRule.At(start, characters);
        Gen<PartitionRule> range = from a in text from b in text where string.CompareOrdinal(a, b) < 0 select (PartitionRule)new PartitionRule.Range(a, b);
        Gen<PartitionRule> rule = Gen.OneOf(at, range);
        string[] ids = [.. from a in "ABC" from b in " ABC" from c in " ABC" from d in " ABC" select $"{a}{b}{c}{d}".Replace(" ", "", StringComparison.Ordinal)];
        return Prop.ForAll(
            (from one in rule from other in rule select (one, other)).ToArbitrary(),
            pair => !pair.one.IsDisjointFrom(pair.other) || !ids.Any(id => pair.one.Holds(Encoding.ASCII.GetBytes(id)) && pair.other.Holds(Encoding.ASCII.GetBytes(id))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2101")]
    [InlineData(":2101")]
    [InlineData("-1:A")]
    [InlineData("2:")]
    [InlineData("2:沈阳")]
    [InlineData("99999999999:A")]
    [InlineData("54:AB")]
    [InlineData("B .. A")]
    [InlineData("A .. A")]
    [InlineData("A .. 沈")]
    public void Parse_NoRule_Refused(string text) => RefusalAssert.Input("RI1377", () => PartitionRule.Parse(text), ("rule", text));

    [Fact]
    public void RequireDisjoint_TwoThatOverlap_RefusedWithBoth()
    {
        KeyValuePair<string, PartitionRule>[] rules = [new("沈阳", PartitionRule.Parse("2:2101")), new("大连", PartitionRule.Parse("2:2102"))];
        PartitionedFrame.RequireDisjoint(rules);
        RefusalAssert.Input(
            "RI1378",
            () => PartitionedFrame.RequireDisjoint([.. rules, new("辽宁", PartitionRule.Parse("2:21"))]),
            ("name", "沈阳"), ("other", "辽宁"), ("rule", "2:2101"), ("otherRule", "2:21"));
    }

    [Fact]
    public void PartitionedFrame_Censuses_RootOfAllAndCountsTogether()
    {
        FrameKey key = FrameKey.Of(SHA256.HashData("frame key"u8));
        Frame frame = StreamedDrawTests.FrameOf(100);
        FrameCensus One(int from, int to) => new StreamedDraw().Count(new UnitFrameSource([.. frame.Units.Skip(from).Take(to - from)]), key, "sha-256");
        PartitionedFrame two = new([new("B", One(50, 100)), new("A", One(0, 50))]);
        Assert.Equal(["A", "B"], two.Partitions.Select(partition => partition.Name));
        Assert.Equal(new DrawEngine().Root(two.Partitions, "sha-256"), two.Root(new DrawHashes(), "sha-256"));
        Assert.Equal((100, frame.Cells), (two.Size, two.Cells), (a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));
        RefusalAssert.Input("RI1109", () => _ = new PartitionedFrame([new("A", One(0, 50)), new("A", One(50, 100))]), ("name", "A"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new PartitionedFrame([]));
    }
}
