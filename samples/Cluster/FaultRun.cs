using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans;

namespace Cluster;

/// <summary>Four silos draw while one of them at a time is killed or frozen; every draw is compared with one machine's.</summary>
internal sealed class FaultRun(string folder, string postgres, int units, int partitions, int chance)
{
    private const int Silos = 4;

    private readonly List<object> _draws = [];
    private readonly FileInfo? _stop = Environment.GetEnvironmentVariable("RI_CLUSTER_STOP") is { Length: > 0 } file ? new FileInfo(file) : null; // whose appearance ends the run after a draw
    private string? _running;

    public async Task<int> RunAsync(int draws, string? target)
    {
        MadeFrame frame = new(folder, units, partitions);
        frame.Write();
        Stopwatch one = Stopwatch.StartNew();
        (PartitionedFrame due, FrameCensus[] censuses) = frame.Freeze();
        Digest root = due.Root(new DrawHashes(), "sha-256");
        Say($"{units} units in {partitions} partitions, root {root}, frozen on one machine in {one.Elapsed.TotalSeconds:0.0} s");

        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        SiloProcess[] silos = [.. Enumerable.Range(0, Silos).Select(number => new SiloProcess(number, postgres, folder, key))];
        int wrong = 0, lost = 0;
        FaultLoop faults;
        try
        {
            Array.ForEach(silos, silo => silo.Start());
            using IHost client = await SiloHost.ConnectAsync(postgres);
            ClusterDraw cluster = client.Services.GetRequiredService<ClusterDraw>();
            faults = new FaultLoop(silos, client, () => _running, new Random(chance));
            await faults.AllThereAsync(CancellationToken.None);
            using CancellationTokenSource end = new();
            Task looping = faults.RunAsync(end.Token);
            for (int number = 0; number < draws && !(_stop?.Exists ?? false); number++, _stop?.Refresh())
            {
                string draw = string.Create(CultureInfo.InvariantCulture, $"draw-{chance}-{number}");
                Seed seed = Seed.Of(SHA256.HashData(Encoding.ASCII.GetBytes(draw)));
                int before = faults.Count;
                try
                {
                    _running = draw;
                    Stopwatch watch = Stopwatch.StartNew();
                    PartitionedFrame frozen = await cluster.FreezeAsync(draw, frame.Order);
                    TimeSpan freeze = watch.Elapsed;
                    ClusterProgress counted = await cluster.ProgressAsync(draw);
                    DrawResult result = await cluster.DrawAsync(draw, frozen, frame.Design, seed, "sha-256");
                    TimeSpan all = watch.Elapsed;
                    _running = null;
                    ClusterProgress told = await cluster.ProgressAsync(draw);
                    await cluster.EndAsync(draw); // the result is here
                    byte[] found = MadeFrame.BytesOf(frozen.Root(new DrawHashes(), "sha-256"), result);
                    bool isSame = found.AsSpan().SequenceEqual(MadeFrame.BytesOf(root, frame.Draw(due, censuses, seed)));
                    wrong += isSame ? 0 : 1;
                    _draws.Add(new
                    {
                        draw,
                        same = isSame,
                        freeze = freeze.TotalSeconds,
                        total = all.TotalSeconds,
                        faults = faults.Count - before,
                        selected = result.Selected.Count,
                        reserves = result.Reserves.Length,
                        cells = result.Cells.Length,
                        sent = told.BytesSent,
                        received = told.BytesReceived,
                        merge = told.MergeProcessor?.TotalSeconds,
                        result = told.ResultBytes,
                        freezing = Costs(counted),
                        drawing = Costs(told),
                    });
                    Say($"{draw}: {(isSame ? "the same" : "WRONG")}, freeze {freeze.TotalSeconds:0.0} s, draw {(all - freeze).TotalSeconds:0.0} s, {result.Selected.Count} selected, {faults.Count - before} faults");
                }
                catch (Exception e) when (e is RandomInspection.RefusalException or TimeoutException)
                {
                    lost++;
                    Say($"{draw}: LOST: {e.Message}");
                }
            }

            await end.CancelAsync();
            await looping;
            await client.StopAsync();
        }
        finally
        {
            Array.ForEach(silos, silo => silo.Dispose());
        }

        Say($"{_draws.Count + lost} draws: {wrong} wrong, {lost} lost; {faults.Count} faults, {faults.Restarts} silos ended by themselves; slowest recovery after a kill {faults.Slowest("kill"):0.00} s, after a freeze {faults.Slowest("freeze"):0.00} s");
        if (target is not null)
        {
            await File.WriteAllTextAsync(target, JsonSerializer.Serialize(new
            {
                units,
                partitions,
                silos = Silos,
                chance,
                wrong,
                lost,
                processors = Environment.ProcessorCount,
                draws = _draws,
                faults = faults.All,
                restarts = faults.Restarts,
                load = await File.ReadAllTextAsync("/proc/loadavg"),
                used = silos.Select(silo => new { silo = silo.Number, processor = silo.Used.Processor.TotalSeconds, memory = silo.Used.Memory }),
            }));
        }

        return wrong + lost == 0 ? 0 : 1;
    }

    private static object[] Costs(ClusterProgress step) =>
        [.. step.Partitions.Select(one => new { units = one.Size, processor = one.Processor?.TotalSeconds, sent = one.BytesSent, received = one.BytesReceived, attempts = one.Attempts })];

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
