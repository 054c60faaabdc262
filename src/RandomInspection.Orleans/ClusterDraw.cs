using Microsoft.Extensions.Options;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans.Grains;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans;

/// <summary>Draws on a cluster, as whoever begins them sees them. What comes back is completed here against what was committed to.</summary>
/// <remarks>Every call may be made again: what is asked twice is done once. Safe to share between threads.</remarks>
/// <param name="grains">The cluster.</param>
/// <param name="hashes">The hashes that openings may name.</param>
/// <param name="options">How patient to be.</param>
/// <param name="clock">What time it is.</param>
public sealed class ClusterDraw(IGrainFactory grains, DrawHashes hashes, IOptions<ClusterDrawOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(160);

    /// <summary>How often a call is made again while the first may still be answered: a coordinator that is gone must not be waited for.</summary>
    private const int AtOnce = 4;

    private readonly StreamedDraw _draw = new(hashes);

    /// <summary>Freezes: every partition is counted where it lies.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="order">Its partitions.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Ends the waiting; the draw goes on.</param>
    /// <exception cref="RefusalException">
    /// The id is none (RI9200), has begun otherwise (RI9201) or was cancelled (RI9205) or ended (RI9210), a partition is lost (RI9204), what is
    /// stored cannot be opened (RI9211), or nobody answers (RI9206).
    /// </exception>
    public async Task<PartitionedFrame> FreezeAsync(
        string draw, ClusterOrder order, IProgress<ClusterProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        OrderMessage message = OrderMessage.Of(order);
        Require(await CallAsync(draw, grain => grain.FreezeAsync(message), cancellation).ConfigureAwait(false));
        await WaitAsync(draw, static step => step is ClusterStep.Frozen or ClusterStep.Drawing or ClusterStep.Done, progress, cancellation).ConfigureAwait(false);
        CensusMessage[] censuses = (await CallAsync(draw, static grain => grain.CensusesAsync(), cancellation).ConfigureAwait(false))!;
        return new PartitionedFrame(order.Partitions.Zip(censuses, (partition, census) => KeyValuePair.Create(partition.Name, census.Census)));
    }

    /// <summary>Draws from what was frozen.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="frame">What <see cref="FreezeAsync"/> gave, and the opening commits to.</param>
    /// <param name="design">The design.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Ends the waiting; the draw goes on.</param>
    /// <exception cref="RefusalException">
    /// The design does not fit (RI1210 to RI1215), the draw is not frozen (RI9202) or has another seed (RI9203), was cancelled (RI9205) or ended (RI9210), a partition is
    /// lost (RI9204), what is stored cannot be opened (RI9211), nobody answers (RI9206), or what the cluster gives is not the draw of this frame (RI1110, RI1371 to RI1376).
    /// </exception>
    public async Task<DrawResult> DrawAsync(
        string draw, PartitionedFrame frame, DrawDesign design, Seed seed, string hash, IProgress<ClusterProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        DrawPlan plan = _draw.Plan(frame.Cells, design, seed, hash);
        SeedMessage message = SeedMessage.Of(seed, design);
        Require(await CallAsync(draw, grain => grain.DrawAsync(message), cancellation).ConfigureAwait(false));
        await WaitAsync(draw, static step => step == ClusterStep.Done, progress, cancellation).ConfigureAwait(false);
        byte[] result = (await CallAsync(draw, static grain => grain.ResultAsync(), cancellation).ConfigureAwait(false))!;
        return DrawPartial.FromBytes(result).Complete(plan, frame.Partitions);
    }

    /// <summary>How far a draw is.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ClusterProgress> ProgressAsync(string draw, CancellationToken cancellation = default) =>
        (await CallAsync(draw, static grain => grain.ProgressAsync(), cancellation).ConfigureAwait(false)).Progress;

    /// <summary>Calls a draw off for good; one that is done stays done.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ClusterProgress> CancelAsync(string draw, CancellationToken cancellation = default) =>
        (await CallAsync(draw, static grain => grain.CancelAsync(), cancellation).ConfigureAwait(false)).Progress;

    /// <summary>Lets a draw that stopped go on.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ClusterProgress> ResumeAsync(string draw, CancellationToken cancellation = default) =>
        (await CallAsync(draw, static grain => grain.ResumeAsync(), cancellation).ConfigureAwait(false)).Progress;

    /// <summary>Says that nobody wants anything of a draw any more: what is stored of it goes, and its readings stop. Only that it has ended stays for a while.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ClusterProgress> EndAsync(string draw, CancellationToken cancellation = default) =>
        (await CallAsync(draw, static grain => grain.EndAsync(), cancellation).ConfigureAwait(false)).Progress;

    private static void Require(ProgressMessage answer)
    {
        if (answer.Refused is { } refused)
        {
            throw new InputRefusedException(refused.Refusal);
        }
    }

    private async Task WaitAsync(string draw, Func<ClusterStep, bool> isThere, IProgress<ClusterProgress>? progress, CancellationToken cancellation)
    {
        for (TimeSpan pause = Shortest; ; pause = pause < Pause ? 2 * pause : pause)
        {
            ClusterProgress now = await ProgressAsync(draw, cancellation).ConfigureAwait(false);
            progress?.Report(now);
            if (isThere(now.Step))
            {
                return;
            }

            switch (now.Step)
            {
                case ClusterStep.Stopped:
                    throw new InputRefusedException(now.Stopped!);
                case ClusterStep.Cancelled:
                    throw ClusterRefusals.Cancelled.Refuse(("draw", draw));
                case ClusterStep.Ended:
                    throw ClusterRefusals.Ended.Refuse(("draw", draw));
                case ClusterStep.Unknown:
                    throw ClusterRefusals.UnknownDraw.Refuse(("draw", draw));
                default:
                    await Task.Delay(pause, clock, cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>A call, made again until somebody answers: every call of a draw may be made twice.</summary>
    private async Task<T> CallAsync<T>(string draw, Func<IDrawGrain, Task<T>> call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draw);
        if (draw.Length is < 1 or > 64 || draw.AsSpan().ContainsAnyExceptInRange('!', '~') || draw.AsSpan().ContainsAny(':', '|'))
        {
            throw ClusterRefusals.MalformedDraw.Refuse(("draw", draw));
        }

        List<Task<T>> asked = [];
        try
        {
            for (long since = clock.GetTimestamp(); ;)
            {
                asked.Add(AskAsync());
                Task more = Task.Delay(options.Value.CallTimeout / AtOnce, clock, cancellation);
                while (!more.IsCompleted)
                {
                    if (await Task.WhenAny([.. asked, more]).ConfigureAwait(false) is Task<T> answer)
                    {
                        asked.Remove(answer);
                        if (answer.IsCompletedSuccessfully || answer.Exception?.InnerException is RefusalException)
                        {
                            return await answer.ConfigureAwait(false);
                        }
                    }
                }

                await more.ConfigureAwait(false);
                if (clock.GetElapsedTime(since) > options.Value.Patience)
                {
                    throw new InputRefusedException(ClusterRefusals.NoAnswer.With(("draw", draw), ("seconds", (int)options.Value.Patience.TotalSeconds)));
                }
            }
        }
        finally
        {
            asked.ForEach(static late => late.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default));
        }

        async Task<T> AskAsync() => await call(grains.GetGrain<IDrawGrain>(draw)).WaitAsync(options.Value.CallTimeout, clock, cancellation).ConfigureAwait(false);
    }
}
