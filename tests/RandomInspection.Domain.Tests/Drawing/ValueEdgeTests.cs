using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Tests.Drawing;

/// <summary>The small values of a draw at their edges: order, equality, the first text that is refused.</summary>
public sealed class ValueEdgeTests
{
    [Fact]
    public void Ticket_EveryWord_DecidesOrderAndEquality()
    {
        Ticket ticket = With(-1);
        for (int at = 0; at < 32; at++)
        {
            Ticket larger = With(at);
            Assert.True(ticket < larger && larger > ticket && ticket <= larger && larger >= ticket && ticket != larger);
            Assert.False(ticket > larger || larger < ticket || ticket >= larger || larger <= ticket || ticket == larger || ticket.Equals((object)larger));
            Assert.True(larger.Equals((object)With(at)) && larger == With(at) && larger <= With(at) && larger >= With(at) && !(larger != With(at)) && !(larger < With(at)) && !(larger > With(at)));
            Assert.Equal(larger.GetHashCode(), With(at).GetHashCode());
            Assert.True(at == 31 || larger > With(at + 1));
        }

        Assert.False(ticket.Equals((object)"ticket"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ticket(new byte[31]));

        static Ticket With(int changed)
        {
            byte[] bytes = new byte[32];
            Array.Fill(bytes, (byte)7);
            if (changed >= 0)
            {
                bytes[changed]++;
            }

            return new Ticket(bytes);
        }
    }

    [Fact]
    public void Cell_CompareTo_StratumThenClassAndBehindNothing()
    {
        Cell cell = new(Stratum.Parse("b"), "B");
        Assert.True(cell.CompareTo(null) > 0);
        Assert.True(cell.CompareTo(new(Stratum.Parse("a"), "C")) > 0);
        Assert.True(cell.CompareTo(new(Stratum.Parse("b"), "C")) < 0);
        Assert.Equal(0, cell.CompareTo(new(Stratum.Parse("b"), "B")));
        Assert.True(Stratum.Parse("a").CompareTo(null) > 0);
        Assert.False(Stratum.Parse("a").Equals((object)"a"));
        Assert.True(Stratum.Parse("a").Equals((object)Stratum.Parse("a")));
        Assert.False(Stratum.Parse("a").Equals(null));
    }

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("7", 7, 7)]
    [InlineData("2147483647", 1, int.MaxValue)]
    public void WholeNumber_Fit_Read(string text, int least, int number) => Assert.Equal(number, WholeNumber.Parse("size", text, least));

    [Theory]
    [InlineData("", 0)]
    [InlineData("01", 0)]
    [InlineData("+1", 0)]
    [InlineData("-1", 0)]
    [InlineData("1.0", 0)]
    [InlineData("１", 0)]
    [InlineData("6", 7)]
    [InlineData("2147483648", 0)]
    [InlineData("99999999999999999999", 0)]
    public void WholeNumber_Unfit_RI1228WithFieldAndLeast(string text, int least) =>
        RefusalAssert.Contains("RI1228", () => WholeNumber.Parse("size", text, least), ("field", "size"), ("number", text), ("least", $"{least}"));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.1", 1)]
    [InlineData("0.5", 5)]
    [InlineData("1", 10)]
    public void AllocationRule_Power_ReadAndWritten(string text, int tenths)
    {
        AllocationRule rule = AllocationRule.ParsePower(text);
        Assert.Equal((tenths, text), (rule.ExponentTenths, rule.ToString()));
    }

    [Theory]
    [InlineData("0.55")]
    [InlineData("1.1")]
    [InlineData("q")]
    [InlineData("")]
    public void AllocationRule_OtherPower_RI1222(string text) => RefusalAssert.Input("RI1222", () => AllocationRule.ParsePower(text), ("power", text));

    [Fact]
    public void FrameBlock_Full_TakesNoMore()
    {
        FrameBlock block = new();
        for (int i = 0; i < FrameBlock.Capacity; i++)
        {
            Assert.False(block.IsFull);
            block.Add(Encoding.UTF8.GetBytes($"U{i:00000}"), i % 3, i % 2 == 0);
        }

        Assert.True(block.IsFull);
        Assert.Throws<InvalidOperationException>(() => block.Add("x"u8, 0, true));
        block.Clear();
        Assert.Equal(0, block.Count);
    }

    [Fact]
    public void FrameBlock_LongIds_RoomGrowsAndEveryIdStays()
    {
        FrameBlock block = new();
        string[] ids = [.. Enumerable.Range(0, 3000).Select(i => $"{i:00000}-{new string((char)('a' + (i % 26)), i % 59)}")];
        foreach ((int index, string id) in ids.Index())
        {
            block.Add(Encoding.UTF8.GetBytes(id), index, true);
        }

        Assert.Equal(ids, Enumerable.Range(0, block.Count).Select(i => Encoding.UTF8.GetString(block.Id(i))));
        Assert.Equal(Enumerable.Range(0, 3000), block.Cells.ToArray());
    }

    [Fact]
    public void FrameBlock_Draft_MadeOnceForEachKind()
    {
        FrameBlock block = new();
        List<int> first = block.Draft<List<int>>();
        Assert.Same(first, block.Draft<List<int>>());
        Assert.NotNull(block.Draft<StringBuilder>());
        Assert.NotSame(first, block.Draft<List<int>>());
    }
}
