using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RandomInspection.Auditing;
using RandomInspection.Drawing;

namespace RandomInspection.Web.Draws;

/// <summary>
/// Repeats the designs of draws that are over, one after the other and on one thread, so that no request waits for it. What was found is kept
/// in memory; it follows from the record, so that losing it loses nothing.
/// </summary>
/// <remarks>Harmless: the seeds follow from the draw's, which is public by then, and no repeat is a draw.</remarks>
internal sealed class FairnessRuns(IDrawEngine engine, DrawHashes hashes, ILogger<FairnessRuns> log) : IHostedService, IDisposable
{
    /// <summary>How often a design is repeated: enough to see a fault of some percent, short enough for a page.</summary>
    public const int Repeats = 1000;

    private const int Kept = 64;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, FairnessRun> _runs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The run of a key, or <see langword="null"/>.</summary>
    public FairnessRun? Find(string key)
    {
        lock (_gate)
        {
            return _runs.GetValueOrDefault(key);
        }
    }

    /// <summary>Starts a run, or joins the one of the same key.</summary>
    /// <param name="key">The draw and the task.</param>
    /// <param name="frameFile">The canonical frame file.</param>
    /// <param name="design">The design's document.</param>
    /// <param name="seed">The draw's seed.</param>
    /// <param name="hash">The draw's hash.</param>
    public FairnessRun StartOrJoin(string key, byte[] frameFile, string design, Seed seed, string hash)
    {
        FairnessRun run;
        lock (_gate)
        {
            if (_runs.TryGetValue(key, out FairnessRun? known))
            {
                return known;
            }

            string[] finished = [.. _runs.Where(pair => pair.Value.Completion.IsCompleted).Select(pair => pair.Key)];
            foreach (string old in finished.SkipLast(Kept - 1))
            {
                _runs.Remove(old);
            }

            run = new FairnessRun();
            _runs.Add(key, run);
        }

        _ = Task.Run(() => RunAsync(key, run, frameFile, design, seed, hash));
        return run;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] going;
        lock (_gate)
        {
            going = [.. _runs.Values.Select(run => run.Completion)];
        }

        await Task.WhenAll(going).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _turn.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(string key, FairnessRun run, byte[] frameFile, string design, Seed seed, string hash)
    {
        DrawFairness? fairness = null;
        bool mine = false;
        try
        {
            await _turn.WaitAsync(_stopping.Token);
            mine = true;
            Frame frame = FrameFile.Read(frameFile);
            DrawDesign rules = DesignDocument.Parse(design).Design;
            ImmutableArray<CellExpectation> expected = engine.Expect(frame.Cells, rules);
            fairness = DrawAudit.Of(frame, expected, new RepeatedDraw(hashes).Tally(frame, rules, seed, hash, Repeats, 1, run, _stopping.Token));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops; the next one begins anew.
        }
#pragma warning disable CA1031 // Nobody awaits a run: whatever fails must end it and be seen.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Repeating the draw {Draw} failed.", key);
        }

        if (mine)
        {
            _turn.Release();
        }

        run.Finish(fairness);
    }
}
