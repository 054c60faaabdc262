using System.Collections.Concurrent;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans;

namespace RandomInspection.Tests;

/// <summary>Silos die, sources fail, copies differ: the draw's bytes stay those of one machine, or there are none.</summary>
public sealed class FaultTests
{
    private static readonly Frame Frame = OneMachine.FrameOf(800);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SiloThatDies_WhileItReads_PartitionsAreReadElsewhere()
    {
        using Faults faults = new();
        await using Cluster cluster = await faults.StartAsync(3);
        faults.Slow = TimeSpan.FromMilliseconds(300);
        Task<PartitionedFrame> freezing = cluster.Draws.FreezeAsync("d", faults.Order, cancellation: Stop);
        await faults.OpenedAsync(2);
        await cluster.Silos.KillSiloAsync(cluster.Silos.Silos[1], Stop);
        PartitionedFrame frozen = await freezing;
        OneMachine.RequireSame(faults.Due, frozen);

        Task<DrawResult> drawing = cluster.Draws.DrawAsync("d", frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop);
        await Task.Delay(200, Stop);
        await cluster.Silos.KillSiloAsync(cluster.Silos.Silos[1], Stop);
        OneMachine.RequireSame(OneMachine.Draw(Frame.Units, OneMachine.Design, OneMachine.Seed), await drawing);
    }

    [Fact]
    public async Task AllSilosStop_ThenOthersStart_DrawGoesOnUnasked()
    {
        SharedStorage storage = new();
        using Faults faults = new() { Slow = TimeSpan.FromSeconds(6) };
        await using (Cluster first = await faults.StartAsync(2, storage))
        {
            _ = first.Draws.FreezeAsync("d", faults.Order, cancellation: Stop).ContinueWith(static task => task.Exception, TaskScheduler.Default);
            await faults.OpenedAsync(2);
        }

        faults.Slow = TimeSpan.Zero;
        await using Cluster second = await faults.StartAsync(2, storage);
        await faults.OpenedAsync(4 + 2); // nobody has asked for it
        PartitionedFrame frozen = await second.Draws.FreezeAsync("d", faults.Order, cancellation: Stop);
        OneMachine.RequireSame(faults.Due, frozen);
        OneMachine.RequireSame(
            OneMachine.Draw(Frame.Units, OneMachine.Design, OneMachine.Seed), await second.Draws.DrawAsync("d", frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop));
    }

    [Fact]
    public async Task SiloWithAnotherCopy_AfterTheRootIsKnown_RefusedAndReadElsewhere()
    {
        using Faults faults = new();
        await using Cluster cluster = await faults.StartAsync(2);
        PartitionedFrame frozen = await cluster.Draws.FreezeAsync("d", faults.Order, cancellation: Stop);
        string who = cluster.Silos.GetSiloForAddress(SiloAddress.FromParsableString((await cluster.Draws.ProgressAsync("d", Stop)).Partitions[1].Silo))!.Name;

        // As many units in as many cells: only the root can tell.
        faults.Instead[(who, 1)] = units => [.. units.Select(unit => unit == units[7] ? new FrameUnit(unit.Id + "X", unit.Stratum, unit.Class, unit.Standing) : unit)];
        DrawResult result = await cluster.Draws.DrawAsync("d", frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop);
        OneMachine.RequireSame(OneMachine.Draw(Frame.Units, OneMachine.Design, OneMachine.Seed), result);
        PartitionProgress told = (await cluster.Draws.ProgressAsync("d", Stop)).Partitions[1];
        Assert.InRange(told.Attempts, 2, int.MaxValue);
        Assert.NotEqual(who, cluster.Silos.GetSiloForAddress(SiloAddress.FromParsableString(told.Silo))!.Name);
    }

    [Fact]
    public async Task PartitionLost_DrawStopsAndNamesIt_AndGoesOnWhenItIsBack()
    {
        using Faults faults = new();
        await using Cluster cluster = await faults.StartAsync(2);
        PartitionedFrame frozen = await cluster.Draws.FreezeAsync("d", faults.Order, cancellation: Stop);
        faults.Lost = 2;
        Refusal why = await ClusterDrawTests.RefusedAsync(
            "RI9204",
            () => cluster.Draws.DrawAsync("d", frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop),
            ("partition", "区2"),
            ("source", "part-2"),
            ("reason", "RI9208"));
        ClusterProgress stopped = await cluster.Draws.ProgressAsync("d", Stop);
        Assert.Equal((ClusterStep.Stopped, why), (stopped.Step, stopped.Stopped));
        await ClusterDrawTests.RefusedAsync("RI9204", () => cluster.Draws.DrawAsync("d", frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop));

        faults.Lost = null;
        await cluster.Draws.ResumeAsync("d", Stop);
        OneMachine.RequireSame(
            OneMachine.Draw(Frame.Units, OneMachine.Design, OneMachine.Seed), await cluster.Draws.DrawAsync("d", frozen, OneMachine.Design, OneMachine.Seed, "sha-256", cancellation: Stop));
    }

    [Fact]
    public async Task SourceThatNobodyServes_DrawStopsAndNamesIt()
    {
        using Faults faults = new();
        await using Cluster cluster = await faults.StartAsync(1, configure: options => options.LostAfter = TimeSpan.FromSeconds(1));
        ClusterOrder order = new([.. faults.Order.Partitions.Take(3), faults.Order.Partitions[3] with { Source = "nowhere" }], OneMachine.Key, "sha-256");
        await ClusterDrawTests.RefusedAsync("RI9204", () => cluster.Draws.FreezeAsync("d", order, cancellation: Stop), ("partition", "区3"), ("reason", "RI9207"));
    }

    [Fact]
    public async Task UnitOfAnotherPartition_FreezeStopsAndNamesBoth()
    {
        using Faults faults = new();
        await using Cluster cluster = await faults.StartAsync(1);
        faults.Instead[("*", 1)] = units => [.. units, Frame.Units.First(unit => unit.Id[4] == '2')];
        Refusal why = await ClusterDrawTests.RefusedAsync("RI9204", () => cluster.Draws.FreezeAsync("d", faults.Order, cancellation: Stop), ("partition", "区1"), ("reason", "RI1375"));
        Assert.Contains("4:1", why["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadingThatHangs_AfterAWhileReadElsewhere()
    {
        using Faults faults = new();
        await using Cluster cluster = await faults.StartAsync(2, configure: options => options.StallAfter = TimeSpan.FromSeconds(1));
        faults.HangOnce = 3;
        OneMachine.RequireSame(faults.Due, await cluster.Draws.FreezeAsync("d", faults.Order, cancellation: Stop));
        faults.LetGo();
        Assert.InRange((await cluster.Draws.ProgressAsync("d", Stop)).Partitions[3].Attempts, 2, int.MaxValue); // a busy machine may stall the second as well
    }

    [Fact]
    public async Task Cancel_WhileItReads_ReadingsStop()
    {
        using Faults faults = new() { Slow = TimeSpan.FromMilliseconds(50) };
        await using Cluster cluster = await faults.StartAsync(1);
        Task<PartitionedFrame> freezing = cluster.Draws.FreezeAsync("d", faults.Order, cancellation: Stop);
        await faults.OpenedAsync(1);
        await cluster.Draws.CancelAsync("d", Stop);
        await ClusterDrawTests.RefusedAsync("RI9205", () => freezing);
        Assert.Equal(ClusterStep.Cancelled, (await cluster.Draws.ProgressAsync("d", Stop)).Step);
    }

    [Fact]
    public async Task NobodyAnswers_AfterAWhile_SaidSo()
    {
        await using Cluster cluster = await Cluster.StartAsync(1, configure: options => (options.CallTimeout, options.Patience) = (TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1)));
        await cluster.Silos.KillSiloAsync(cluster.Silos.Silos[0], Stop);
        await ClusterDrawTests.RefusedAsync("RI9206", () => cluster.Draws.ProgressAsync("d", Stop), ("seconds", "1"));
    }

    /// <summary>Four partitions whose sources do as the test says.</summary>
    private sealed class Faults : IDisposable
    {
        private readonly ManualResetEventSlim _ended = new();
        private int _opened;

        public ConcurrentDictionary<(string Silo, int Part), Func<FrameUnit[], FrameUnit[]>> Instead { get; } = new();

        public TimeSpan Slow { get; set; }

        public int? Lost { get; set; }

        public int? HangOnce { get; set; }

        public ClusterOrder Order { get; } = OneMachine.Order(Enumerable.Range(0, 4).Select(part => ($"区{part}", $"part-{part}")));

        public PartitionedFrame Due { get; } = OneMachine.Freeze(Enumerable.Range(0, 4).Select(part => ($"区{part}", UnitsOf(part))));

        public Task<Cluster> StartAsync(short silos, SharedStorage? storage = null, Action<ClusterDrawOptions>? configure = null) => Cluster.StartAsync(
            silos,
            (silo, sources) =>
            {
                for (int part = 0; part < 4; part++)
                {
                    int number = part;
                    sources.Add($"part-{number}", () => Open(silo, number));
                }
            },
            storage,
            configure);

        /// <summary>Until so many readings have begun.</summary>
        public async Task OpenedAsync(int many)
        {
            while (Volatile.Read(ref _opened) < many)
            {
                await Task.Delay(20, Stop);
            }
        }

        public void LetGo() => _ended.Set();

        public void Dispose()
        {
            LetGo();
            _ended.Dispose();
        }

        private static FrameUnit[] UnitsOf(int part) => [.. Frame.Units.Where(unit => unit.Id[4] == (char)('0' + part))];

        private PartitionReading Open(string silo, int part)
        {
            Interlocked.Increment(ref _opened);
            if (Lost == part)
            {
                throw new IOException("gone");
            }

            FrameUnit[] units = UnitsOf(part);
            Func<FrameUnit[], FrameUnit[]>? other = Instead.GetValueOrDefault((silo, part)) ?? Instead.GetValueOrDefault(("*", part));
            FrameUnit[] given = other?.Invoke(units) ?? units;
            return new PartitionReading(new UnitFrameSource(Slowly(given, part)), isKept: false);
        }

        private IEnumerable<FrameUnit> Slowly(FrameUnit[] units, int part)
        {
            if (HangOnce == part)
            {
                HangOnce = null;
                _ended.Wait(TimeSpan.FromMinutes(1)); // until the test lets it go
            }

            if (Slow > TimeSpan.Zero)
            {
                _ended.Wait(Slow);
            }

            return units;
        }
    }
}
