using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;
using RandomInspection.Orleans;

namespace Cluster;

/// <summary>Kills and freezes one silo at a time while a draw runs, and measures until nothing waits for it any more.</summary>
internal sealed class FaultLoop(SiloProcess[] silos, IHost client, Func<string?> running, Random chance)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly ClusterDraw _cluster = client.Services.GetRequiredService<ClusterDraw>();
    private readonly List<Fault> _all = [];

    public IReadOnlyList<Fault> All => _all;

    public int Count => _all.Count;

    /// <summary>Silos that ended though nobody had touched them.</summary>
    public int Restarts { get; private set; }

    public double Slowest(string kind) => _all.Where(fault => fault.Kind == kind).Select(fault => fault.Recovery).DefaultIfEmpty().Max();

    public async Task RunAsync(CancellationToken end)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Between + TimeSpan.FromMilliseconds(chance.Next(1000)), end);
                if (running() is { } draw && (await _cluster.ProgressAsync(draw, end)).Step is ClusterStep.Freezing or ClusterStep.Drawing)
                {
                    await FaultAsync(silos[chance.Next(silos.Length)], chance.Next(2) == 0, draw, end);
                    await AllThereAsync(end);
                }
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            Array.ForEach(silos, silo =>
            {
                if (silo.IsRunning)
                {
                    silo.Thaw(); // also measures
                }
            });
        }
    }

    /// <summary>Until every silo is a member again.</summary>
    public async Task AllThereAsync(CancellationToken end)
    {
        for (Stopwatch since = Stopwatch.StartNew(); ; await Task.Delay(200, end))
        {
            try
            {
                IManagementGrain management = client.Services.GetRequiredService<IClusterClient>().GetGrain<IManagementGrain>(0);
                Dictionary<SiloAddress, SiloStatus> active = await management.GetHosts(onlyActive: true, end).WaitAsync(TimeSpan.FromSeconds(2), end);
                foreach (SiloProcess ended in silos.Where(silo => !silo.IsRunning))
                {
                    // A busy machine may have had it taken for dead; whoever runs silos starts them again.
                    ended.Start();
                    Restarts++;
                }

                if (silos.All(silo => silo.IsRunning && active.Keys.Any(address => address.Endpoint.ToString() == silo.Address)))
                {
                    return;
                }
            }
            catch (Exception e) when (!end.IsCancellationRequested && since.Elapsed < TimeSpan.FromMinutes(2))
            {
                _ = e; // the silo that was asked is gone, too
            }
        }
    }

    /// <summary>One fault: the silo is gone, the draw goes on without it, the silo comes back.</summary>
    private async Task FaultAsync(SiloProcess silo, bool isKill, string draw, CancellationToken end)
    {
        string kind = isKill ? "kill" : "freeze";
        Stopwatch watch = Stopwatch.StartNew();
        (isKill ? (Action)silo.Kill : silo.Freeze)();
        (double recovery, ClusterStep step) = await RecoveredAsync(silo, watch, draw);
        _all.Add(new Fault(kind, silo.Number, recovery, step.ToString()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind} silo {silo.Number} in {step}: {recovery:0.00} s"));
        if (!isKill)
        {
            await Task.Delay(chance.Next(5000), CancellationToken.None);
            silo.Thaw();
        }

        // A silo that was taken for dead ends itself when it wakes up and learns of it.
        if (isKill || await silo.EndsAsync(TimeSpan.FromSeconds(5)))
        {
            silo.Start();
        }
    }

    /// <summary>The coordinator answers, and no partition that is not done yet is with the silo.</summary>
    private async Task<(double Seconds, ClusterStep Step)> RecoveredAsync(SiloProcess silo, Stopwatch watch, string draw)
    {
        while (true)
        {
            using CancellationTokenSource late = new(TimeSpan.FromMinutes(2));
            ClusterProgress now = await _cluster.ProgressAsync(draw, late.Token);
            bool isOver = now.Step is ClusterStep.Frozen or ClusterStep.Done || running() != draw;
            if (isOver || now.Partitions.All(partition => partition.Step == PartitionStep.Done || (partition.Silo.Length > 0 && partition.Step != PartitionStep.Due && !IsOf(partition.Silo, silo))))
            {
                return (watch.Elapsed.TotalSeconds, now.Step);
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static bool IsOf(string address, SiloProcess silo) => SiloAddress.FromParsableString(address).Endpoint.ToString() == silo.Address;

    internal sealed record Fault(string Kind, int Silo, double Recovery, string Step);
}
