using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Exchange;

namespace RandomInspection.Tests.Exchange;

/// <summary>Both sides compute the same figures from what they have; one message more, less or other is seen.</summary>
public sealed class ReconciliationTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);

    [Fact]
    public async Task OfAsync_TwoTypes_CountAndRootByHand()
    {
        ImmutableArray<Reconciliation> figures = await FiguresAsync(("a", "1", "x"), ("a", "2", "y"), ("b", "1", "z"));
        Assert.Equal(
            [
                new Reconciliation(Day, "a", 2, Hex(SHA256.HashData([1, .. Leaf("1 x"), .. Leaf("2 y")]))),
                new Reconciliation(Day, "b", 1, Hex(Leaf("1 z"))),
            ],
            figures);
        Assert.Empty(await FiguresAsync());
    }

    [Fact]
    public async Task OfAsync_AnyDifference_Seen()
    {
        Reconciliation ours = Assert.Single(await FiguresAsync(("a", "1", "x"), ("a", "2", "y")));
        Assert.NotEqual(ours, Assert.Single(await FiguresAsync(("a", "1", "x"))));
        Assert.NotEqual(ours, Assert.Single(await FiguresAsync(("a", "1", "x"), ("a", "2", "x"))));
        Assert.NotEqual(ours, Assert.Single(await FiguresAsync(("a", "1", "x"), ("a", "3", "y"))));
    }

    /// <summary>Half past eleven in the evening UTC is the next morning where the authority is.</summary>
    [Fact]
    public void DayOf_Evening_TheAuthoritysDay() => Assert.Equal(new LocalDate(2026, 11, 24), Reconciliation.DayOf(Instant.FromUtc(2026, 11, 23, 16, 0)));

    private static byte[] Leaf(string line) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(line)]);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static Task<ImmutableArray<Reconciliation>> FiguresAsync(params (string, string, string)[] rows) =>
        Reconciliation.OfAsync(Day, rows.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
}
