using System.Collections.Immutable;
using System.Globalization;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans.Sources;

namespace RandomInspection.Orleans;

/// <summary>The draws of a host's tasks on its cluster: every silo that shares the host's evidence store reads partitions of the frame that was kept there when it was frozen.</summary>
/// <remarks>Partitions are ranges of ids, named 001, 002 and so on. No file is written, and nothing stays once the result stands in the log. Safe to share between threads.</remarks>
/// <param name="draws">The cluster's draws.</param>
/// <param name="hashes">The hashes that openings may name.</param>
/// <param name="partitions">In how many partitions a frame is read, 1 or more.</param>
public sealed class ClusterTaskDraws(ClusterDraw draws, DrawHashes hashes, int partitions) : ITaskDraws
{
    private readonly DrawEngine _plain = new(hashes);

    /// <inheritdoc />
    /// <exception cref="RefusalException">
    /// As <see cref="IDrawEngine.Draw"/>; it was cancelled (RI9205), a partition is lost (RI9204), nobody answers (RI9206), or what the cluster read is not the frame (RI9213).
    /// </exception>
    public async Task<DrawResult> DrawAsync(TaskDraw task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        _ = _plain.Expect(task.Frame.Cells, task.Design); // refused before anything is begun
        ImmutableArray<FrameUnit>[] parts = FrameRanges.Split(task.Frame, partitions);
        ClusterOrder order = new(
            parts.Select((_, place) => new ClusterPartition((place + 1).ToString("000", CultureInfo.InvariantCulture), FrameRanges.RuleOf(parts, place), EvidenceFrames.Source(task.FrameFile, place, parts.Length))),
            task.Key,
            task.Hash);
        for (int attempt = 1; ; attempt++)
        {
            string id = Id(task.Draw, task.TaskId, attempt);
            if (IsOver((await draws.ProgressAsync(id, cancellation).ConfigureAwait(false)).Step))
            {
                continue;
            }

            try
            {
                PartitionedFrame frozen = await draws.FreezeAsync(id, order, null, cancellation).ConfigureAwait(false);
                return frozen.Cells.SequenceEqual(task.Frame.Cells)
                    ? await draws.DrawAsync(id, frozen, task.Design, task.Seed, task.Hash, null, cancellation).ConfigureAwait(false)
                    : throw ClusterRefusals.OtherFrame.Refuse(("task", task.TaskId), ("expected", task.Frame.Size), ("found", frozen.Size));
            }
            catch (RefusalException refused) when (refused.Refusal.Code == ClusterRefusals.OtherOrder.Code || refused.Refusal.Code == ClusterRefusals.OtherSeed.Code)
            {
                // Begun with a value that was lost with its host before anything was written, or with other settings.
                await draws.EndAsync(id, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc />
    public async Task<TaskDrawProgress?> ProgressAsync(string draw, string taskId, CancellationToken cancellation)
    {
        ClusterProgress now = await LatestAsync(draw, taskId, cancellation).ConfigureAwait(false);
        return now.Step is ClusterStep.Unknown or ClusterStep.Ended ? null : new TaskDrawProgress(
            taskId,
            now.Step switch
            {
                ClusterStep.Freezing => TaskDrawStep.Counting,
                ClusterStep.Frozen => TaskDrawStep.Waiting,
                ClusterStep.Drawing => TaskDrawStep.Drawing,
                ClusterStep.Done => TaskDrawStep.Drawn,
                ClusterStep.Stopped => TaskDrawStep.Stopped,
                _ => TaskDrawStep.Cancelled,
            },
            [.. now.Partitions.Select(part => new TaskDrawPart(part.Name, StepOf(part.Step), part.Units, part.Size, part.Attempts))],
            now.Stopped);
    }

    /// <inheritdoc />
    public async Task CancelAsync(string draw, string taskId, CancellationToken cancellation) =>
        await draws.CancelAsync((await LatestAsync(draw, taskId, cancellation).ConfigureAwait(false)).Draw, cancellation).ConfigureAwait(false);

    /// <inheritdoc />
    public async Task ResumeAsync(string draw, string taskId, CancellationToken cancellation) =>
        await draws.ResumeAsync((await LatestAsync(draw, taskId, cancellation).ConfigureAwait(false)).Draw, cancellation).ConfigureAwait(false);

    /// <inheritdoc />
    public async Task EndAsync(string draw, string taskId, CancellationToken cancellation)
    {
        for (int attempt = 1; await draws.ProgressAsync(Id(draw, taskId, attempt), cancellation).ConfigureAwait(false) is { Step: not ClusterStep.Unknown }; attempt++)
        {
            await draws.EndAsync(Id(draw, taskId, attempt), cancellation).ConfigureAwait(false);
        }
    }

    private static string Id(string draw, string taskId, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{draw}/{taskId}/{attempt}");

    private static bool IsOver(ClusterStep step) => step is ClusterStep.Cancelled or ClusterStep.Ended;

    private static TaskDrawPartStep StepOf(PartitionStep step) => step switch
    {
        PartitionStep.Waiting => TaskDrawPartStep.Waiting,
        PartitionStep.Working => TaskDrawPartStep.Reading,
        PartitionStep.Done => TaskDrawPartStep.Done,
        PartitionStep.Failed => TaskDrawPartStep.Lost,
        _ => TaskDrawPartStep.Due,
    };

    /// <summary>The attempt that is under way; else the last one.</summary>
    private async Task<ClusterProgress> LatestAsync(string draw, string taskId, CancellationToken cancellation)
    {
        ClusterProgress last = await draws.ProgressAsync(Id(draw, taskId, 1), cancellation).ConfigureAwait(false);
        for (int attempt = 2; IsOver(last.Step); attempt++)
        {
            ClusterProgress next = await draws.ProgressAsync(Id(draw, taskId, attempt), cancellation).ConfigureAwait(false);
            if (next.Step == ClusterStep.Unknown)
            {
                break;
            }

            last = next;
        }

        return last;
    }
}
