using FsCheck;
using FsCheck.Xunit;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans;
using RandomInspection.Tests.Drawing;

namespace RandomInspection.Tests;

/// <summary>A draw on a cluster has the bytes of one machine.</summary>
public sealed class ClusterDrawTests(ClusterDrawTests.Running running) : IClassFixture<ClusterDrawTests.Running>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Property(Arbitrary = [typeof(DrawCase)], MaxTest = 40)]
    public void AnyFrame_AnyPartitions_AsOneMachine(DrawCase given, PositiveInt number) => Task.Run(async () =>
    {
        Frame frame = given.Frame;
        (PartitionRule Rule, FrameUnit[] Units)[] parts = OneMachine.Cut(frame, 1 + (number.Get % 6));
        string draw = running.Next();
        ClusterOrder order = new(parts.Select((part, place) => new ClusterPartition($"区{place}", part.Rule, running.Cluster.Lay($"{draw}-{place}.tsv", part.Units))), OneMachine.Key, "sha-256");
        PartitionedFrame frozen = await running.Cluster.Draws.FreezeAsync(draw, order);
        OneMachine.RequireSame(OneMachine.Freeze(parts.Select((part, place) => ($"区{place}", part.Units))), frozen);
        if (parts.Length == 1)
        {
            Assert.Equal(new DrawEngine().Root(frame, OneMachine.Key, "sha-256"), frozen.Root(Cluster.Hashes, "sha-256"));
        }

        DrawResult due;
        try
        {
            due = OneMachine.Draw(frame.Units, given.Parsed, given.Seed);
        }
        catch (InputRefusedException refused)
        {
            InputRefusedException alike = await Assert.ThrowsAsync<InputRefusedException>(() => running.Cluster.Draws.DrawAsync(draw, frozen, given.Parsed, given.Seed, "sha-256"));
            Assert.Equal(refused.Refusal.Code, alike.Refusal.Code);
            return;
        }

        OneMachine.RequireSame(due, await running.Cluster.Draws.DrawAsync(draw, frozen, given.Parsed, given.Seed, "sha-256"));
    }).GetAwaiter().GetResult();

    [Fact]
    public async Task AskedTwice_DoneOnce_OtherwiseRefused()
    {
        string draw = running.Next();
        Frame frame = OneMachine.FrameOf(400);
        ClusterOrder order = Order(draw, frame);
        PartitionedFrame[] twice = await Task.WhenAll(running.Cluster.Draws.FreezeAsync(draw, order, cancellation: Stop), running.Cluster.Draws.FreezeAsync(draw, order, cancellation: Stop));
        OneMachine.RequireSame(twice[0], twice[1]);
        await RefusedAsync("RI9201", () => running.Cluster.Draws.FreezeAsync(draw, new ClusterOrder(order.Partitions[1..], order.Key, order.Hash), cancellation: Stop));

        DrawResult[] results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => running.Cluster.Draws.DrawAsync(draw, twice[0], OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop)));
        Assert.All(results, result => OneMachine.RequireSame(OneMachine.Draw(frame.Units, OneMachine.Design, OneMachine.Seed), result));
        await RefusedAsync("RI9203", () => running.Cluster.Draws.DrawAsync(draw, twice[0], OneMachine.Design, Seed.Parse(new string('b', 64)), "sha-256", cancellation: Stop));
        Assert.Equal(ClusterStep.Done, (await running.Cluster.Draws.CancelAsync(draw, Stop)).Step);
    }

    [Fact]
    public async Task Draw_BeforeItIsFrozenOrAfterItWasCancelled_Refused()
    {
        string draw = running.Next();
        Frame frame = OneMachine.FrameOf(400);
        PartitionedFrame frozen = OneMachine.Freeze([("甲", [.. frame.Units])]);
        await RefusedAsync("RI9209", () => running.Cluster.Draws.DrawAsync(draw, frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop), ("draw", draw));
        Assert.Equal(ClusterStep.Unknown, (await running.Cluster.Draws.CancelAsync(draw, Stop)).Step);
        await running.Cluster.Draws.FreezeAsync(draw, Order(draw, frame), cancellation: Stop);
        Assert.Equal(ClusterStep.Cancelled, (await running.Cluster.Draws.CancelAsync(draw, Stop)).Step);
        await RefusedAsync("RI9202", () => running.Cluster.Draws.DrawAsync(draw, frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop), ("step", "Cancelled"));
        await RefusedAsync("RI9205", () => running.Cluster.Draws.FreezeAsync(draw, Order(draw, frame), cancellation: Stop));
        Assert.Equal(ClusterStep.Cancelled, (await running.Cluster.Draws.ResumeAsync(draw, Stop)).Step);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("a|b")]
    [InlineData("抽取")]
    public Task Id_Malformed_Refused(string draw) => RefusedAsync("RI9200", () => running.Cluster.Draws.ProgressAsync(draw, Stop));

    [Fact]
    public void Order_NamesTwiceOrRulesThatOverlap_Refused()
    {
        PartitionRule shenyang = new PartitionRule.At(2, "2101"), liaoning = new PartitionRule.At(2, "21");
        Assert.Equal("RI1378", Assert.Throws<InputRefusedException>(() => new ClusterOrder([new("沈阳", shenyang, "a"), new("辽宁", liaoning, "b")], OneMachine.Key, "sha-256")).Refusal.Code);
        Assert.Equal("RI1109", Assert.Throws<InputRefusedException>(() => new ClusterOrder([new("沈阳", shenyang, "a"), new("沈阳", shenyang, "b")], OneMachine.Key, "sha-256")).Refusal.Code);
        Assert.Equal("RI1108", Assert.Throws<InputRefusedException>(() => new ClusterOrder([new("沈阳/东", shenyang, "a")], OneMachine.Key, "sha-256")).Refusal.Code);
    }

    /// <summary>Messages are as long as cells and selected units ask for, whatever the frame's size.</summary>
    [Fact]
    public async Task Messages_FrameTenTimesAsLarge_NearlyAsManyBytes()
    {
        DrawDesign design = DesignDocument.Parse("""{"kind":"fixed","size":40,"weights":{"A":1,"B":1,"C":1}}""").Design;
        long[] bytes = new long[2];
        for (int turn = 0; turn < 2; turn++)
        {
            string draw = running.Next();
            Frame frame = OneMachine.FrameOf(turn == 0 ? 4_000 : 40_000);
            PartitionedFrame frozen = await running.Cluster.Draws.FreezeAsync(draw, Order(draw, frame), cancellation: Stop);
            await running.Cluster.Draws.DrawAsync(draw, frozen, design, OneMachine.Seed, "sha-256", cancellation: Stop);
            ClusterProgress progress = await running.Cluster.Draws.ProgressAsync(draw, Stop);
            bytes[turn] = progress.BytesSent + progress.BytesReceived;
            Assert.Equal(frame.Size, progress.Units);
            Assert.All(progress.Partitions, partition => Assert.Equal((PartitionStep.Done, true, partition.Size), (partition.Step, partition.Attempts >= 1, partition.Units)));
        }

        Assert.InRange(bytes[0], 4 * 40, 40_000);
        Assert.InRange(bytes[1], bytes[0] / 2, bytes[0] * 2);
    }

    private ClusterOrder Order(string draw, Frame frame) =>
        OneMachine.Order(Enumerable.Range(0, 4).Select(part => ($"区{part}", running.Cluster.Lay($"{draw}-{part}.tsv", frame.Units.Where(unit => unit.Id[4] == (char)('0' + part))))));

    internal static async Task<Refusal> RefusedAsync(string code, Func<Task> act, params (string Name, string Value)[] values)
    {
        Refusal refusal = (await Assert.ThrowsAnyAsync<RefusalException>(act)).Refusal;
        Assert.Equal(code, refusal.Code);
        Assert.All(values, value => Assert.Contains(value.Value, refusal[value.Name], StringComparison.Ordinal));
        return refusal;
    }

    /// <summary>A cluster of three silos for all tests of this class.</summary>
    public sealed class Running : IAsyncLifetime
    {
        private int _draws;

        internal Cluster Cluster { get; private set; } = null!;

        internal string Next() => FormattableString.Invariant($"draw-{Interlocked.Increment(ref _draws)}");

        public async ValueTask InitializeAsync() => Cluster = await Cluster.StartAsync(3);

        public ValueTask DisposeAsync() => Cluster.DisposeAsync();
    }
}
