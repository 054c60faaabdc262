using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>A1: where neither subjects nor inspectors can be drawn, time, content, method or area are, by the same draw.</summary>
public sealed class ChoiceFrameTests
{
    private static readonly DrawEngine Engine = new(new DrawHashes());
    private static readonly string[] Regions = ["210102", "210103", "210104", "210105", "210106"];

    [Theory]
    [InlineData(ChoiceKind.Content, "检查内容")]
    [InlineData(ChoiceKind.Method, "检查方式")]
    [InlineData(ChoiceKind.Area, "检查区域")]
    public void A1_尽可能在检查内容检查方式检查区域等方面体现随机原则_EachChoiceAsLikelyAsAnyOther(ChoiceKind kind, string word)
    {
        Frame frame = ChoiceFrame.Of(kind, Regions);
        CellExpectation cell = Assert.Single(Engine.Expect(frame.Cells, ChoiceFrame.Take(2, "投诉举报").Design));
        Assert.Equal((word, 2_000_000_000), (cell.Count.Cell.Stratum.Text, (long)cell.ExpectedNano)); // 2 of 5: the chance of each is exactly 2/5
        Assert.Equal(5, cell.Count.Drawable);

        // Anybody recomputes it: the smallest SHA-256 of seed and choice.
        string seed = new('a', 64);
        string[] smallest = [.. Regions.OrderBy(r => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(seed + r))), StringComparer.Ordinal).Take(2)];
        Assert.Equal(smallest, ChoiceFrame.Chosen(Engine.Draw(frame, ChoiceFrame.Take(2, "投诉举报").Design, Seed.Parse(seed), "sha-256")));
    }

    [Fact]
    public void A1_检查时间体现随机原则_OneWorkingDayOfTheWindow()
    {
        // 1 to 7 October 2026 are a holiday, 10 October is a make-up Saturday.
        Frame days = ChoiceFrame.OfDays(new DateInterval(new LocalDate(2026, 9, 30), new LocalDate(2026, 10, 12)), WorkingDayCalendar.Embedded.IsWorkingDay);
        Assert.Equal(["2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10", "2026-10-12"], days.Units.Select(u => u.Id));
        HashSet<string> seen = [.. Enumerable.Range(0, 200).Select(n => Assert.Single(ChoiceFrame.Chosen(
            Engine.Draw(days, ChoiceFrame.Take(1, "专项").Design, Seed.Of(SHA256.HashData(BitConverter.GetBytes(n))), "sha-256"))))];
        Assert.Equal(days.Units.Length, seen.Count); // every working day can be drawn
    }

    [Fact]
    public void A7_检查比例百分之百的事项由抽取确定批次次序_AllBatchesOnceInTicketOrder()
    {
        string[] batches = [.. Enumerable.Range(1, 6).Select(n => $"batch-{n}")];
        Frame frame = ChoiceFrame.Of(ChoiceKind.Order, batches);
        HashSet<string> first = [];
        for (int n = 0; n < 200; n++)
        {
            Seed seed = Seed.Of(SHA256.HashData(BitConverter.GetBytes(n)));
            string[] order = [.. ChoiceFrame.Chosen(Engine.Draw(frame, ChoiceFrame.Take(batches.Length, "全覆盖").Design, seed, "sha-256"))];
            Assert.Equal(batches, order.Order(StringComparer.Ordinal));
            first.Add(order[0]);
        }

        Assert.Equal(batches.Length, first.Count);
    }

    [Fact]
    public void Of_MalformedOrTwice_Refused()
    {
        RefusalAssert.Contains(DrawingRefusals.MalformedId.Code, () => ChoiceFrame.Of(ChoiceKind.Area, ["沈河区"]));
        RefusalAssert.Contains(DrawingRefusals.DuplicateId.Code, () => ChoiceFrame.Of(ChoiceKind.Area, ["210102", "210102"]));
        Assert.Equal(0, ChoiceFrame.OfDays(new DateInterval(new LocalDate(2026, 10, 1), new LocalDate(2026, 10, 2)), WorkingDayCalendar.Embedded.IsWorkingDay).Size);
    }
}
