using System.Text;
using Microsoft.Extensions.Options;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans;
using RandomInspection.Orleans.Grains;

namespace RandomInspection.Tests;

/// <summary>What is stored of a draw is sealed, and goes when it has ended.</summary>
public sealed class StorageTests
{
    private static readonly Frame Frame = OneMachine.FrameOf(400);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stored_NoKeySeedOrSelectedUnit_AndAfterTheEndNothingButThatItHasEnded()
    {
        SharedStorage storage = new();
        await using Cluster cluster = await Cluster.StartAsync(2, storage: storage);
        DrawResult result = await DrawnAsync(cluster);
        byte[][] rows = [.. storage.Rows.Values];
        foreach (string secret in (string[])[OneMachine.Key.Hex, OneMachine.Seed.Hex, result.Selected[0].Id])
        {
            Assert.All(rows, row => Assert.DoesNotContain(secret, Encoding.Latin1.GetString(row), StringComparison.OrdinalIgnoreCase));
        }

        Assert.All(rows, row => Assert.True(row.AsSpan().IndexOf(Convert.FromHexString(OneMachine.Key.Hex)) < 0));
        Assert.Contains(rows, row => row.Length > 1000);

        Assert.Equal(ClusterStep.Ended, (await cluster.Draws.EndAsync("d", Stop)).Step);
        Assert.All(storage.Rows.Values, row => Assert.InRange(row.Length, 0, 400));
        await ClusterDrawTests.RefusedAsync("RI9210", () => cluster.Draws.FreezeAsync("d", Order(cluster), cancellation: Stop), ("draw", "d"));
        Assert.Equal(ClusterStep.Ended, (await cluster.Draws.EndAsync("d", Stop)).Step);
        Assert.Equal(ClusterStep.Unknown, (await cluster.Draws.EndAsync("other", Stop)).Step);
    }

    [Fact]
    public async Task Kept_DoneDrawThatNobodyEnds_ReducedAndThenForgotten()
    {
        SharedStorage storage = new();
        await using Cluster cluster = await Cluster.StartAsync(1, storage: storage, configure: options => (options.KeepClosed, options.KeepEnded) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1)));
        await DrawnAsync(cluster);
        while (storage.Rows.Any(IsDraw))
        {
            await Task.Delay(200, Stop);
        }

        Assert.Equal(ClusterStep.Unknown, (await cluster.Draws.ProgressAsync("d", Stop)).Step);
    }

    [Fact]
    public async Task StoredWithAnotherKey_SaidSoAndNothingWritten_WithBothKeysItGoesOn()
    {
        SharedStorage storage = new();
        await using (Cluster first = await Cluster.StartAsync(1, storage: storage))
        {
            await first.Draws.FreezeAsync("d", Order(first), cancellation: Stop);
        }

        Dictionary<string, byte[]> before = storage.Rows.ToDictionary();
        string other = new('7', 64);
        await using (Cluster second = await Cluster.StartAsync(1, storage: storage, configure: options => Keys(options, other)))
        {
            await ClusterDrawTests.RefusedAsync("RI9211", () => second.Draws.FreezeAsync("d", Order(second), cancellation: Stop), ("draw", "d"));
            Assert.Equal(ClusterStep.Stopped, (await second.Draws.CancelAsync("d", Stop)).Step);
            Assert.Equal(before.Single(IsDraw).Value, storage.Rows.Single(IsDraw).Value);
        }

        await using Cluster third = await Cluster.StartAsync(1, storage: storage, configure: options => Keys(options, other, Cluster.StorageKey));
        Assert.Equal(ClusterStep.Frozen, (await third.Draws.ProgressAsync("d", Stop)).Step);
    }

    [Fact]
    public void Seal_AnotherDrawChangedOrCut_Refused()
    {
        DrawSeal seal = new(Options.Create(With(Cluster.StorageKey)));
        byte[] content = seal.Seal("d", "content"u8);
        Assert.Equal("content"u8, seal.Open("d", content));
        Assert.NotEqual(content, seal.Seal("d", "content"u8));
        Refuse("RI9211", () => seal.Open("e", content));
        for (int at = 0; at < content.Length; at++)
        {
            byte[] changed = [.. content];
            changed[at] ^= 1;
            Refuse("RI9211", () => seal.Open("d", changed));
        }

        Refuse("RI9211", () => seal.Open("d", content.AsSpan(0, 10)));
        Refuse("RI9212", () => _ = new DrawSeal(Options.Create(With())));
        Refuse("RI9212", () => _ = new DrawSeal(Options.Create(With("abc"))));
        Refuse("RI9212", () => _ = new DrawSeal(Options.Create(With(new string('x', 64)))));
    }

    /// <summary>Where what was sent is not enough, the whole is asked for.</summary>
    [Fact]
    public async Task TooFewTicketsSent_AskedForAgain_TheSameResult()
    {
        await using Cluster cluster = await Cluster.StartAsync(2, services: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(
            services, new PartialThinning(static (partial, _) => WithoutTickets(partial))));
        OneMachine.RequireSame(OneMachine.Draw(Frame.Units, OneMachine.Design, OneMachine.Seed), await DrawnAsync(cluster));
    }

    private static DrawPartial WithoutTickets(DrawPartial partial)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write("RIDP\u0001"u8);
        writer.Write(Convert.FromHexString(partial.Plan.Hex));
        writer.Write7BitEncodedInt(1);
        writer.Write(partial.Partitions[0].Name);
        writer.Write(Convert.FromHexString(partial.Partitions[0].Root.Hex));
        writer.Write7BitEncodedInt64(partial.Partitions[0].Size);
        writer.Write7BitEncodedInt(partial.Cells.Length);
        foreach (PartialCell cell in partial.Cells)
        {
            writer.Write7BitEncodedInt64(cell.Population);
            writer.Write7BitEncodedInt64(cell.Drawable);
            writer.Write7BitEncodedInt(0);
        }

        return DrawPartial.FromBytes(bytes.ToArray());
    }

    private static bool IsDraw(KeyValuePair<string, byte[]> row) => row.Key.EndsWith("/d|draw", StringComparison.Ordinal);

    private static void Refuse(string code, Action act) => Assert.Equal(code, Assert.Throws<InputRefusedException>(act).Refusal.Code);

    private static ClusterDrawOptions With(params string[] keys)
    {
        ClusterDrawOptions options = new();
        Keys(options, keys);
        return options;
    }

    private static void Keys(ClusterDrawOptions options, params string[] keys)
    {
        options.StorageKeys.Clear();
        Array.ForEach(keys, options.StorageKeys.Add);
    }

    private static ClusterOrder Order(Cluster cluster) =>
        OneMachine.Order(Enumerable.Range(0, 4).Select(part => ($"区{part}", cluster.Lay($"{part}.tsv", Frame.Units.Where(unit => unit.Id[4] == (char)('0' + part))))));

    private static async Task<DrawResult> DrawnAsync(Cluster cluster)
    {
        PartitionedFrame frozen = await cluster.Draws.FreezeAsync("d", Order(cluster), cancellation: Stop);
        return await cluster.Draws.DrawAsync("d", frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop);
    }
}
