using System.Data.Common;
using Orleans.Concurrency;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans.Messages;
using RandomInspection.Orleans.Sources;

namespace RandomInspection.Orleans.Grains;

/// <summary>Reads a partition where it lies.</summary>
/// <remarks>
/// What is drawn from was counted by this same grain over the same open source: its root is compared with the one committed to before a ticket is
/// looked at, so a silo with another copy of the partition gives no answer but that. Its job lives in memory only; whoever asks begins it again.
/// </remarks>
[Reentrant, PartitionPlacement]
internal sealed class PartitionGrain(PartitionWorkers workers, ILocalSiloDetails silo) : Grain, IPartitionGrain, IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    /// <summary>Who asks learns at once who is at it; a small partition is done by then.</summary>
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _left = new();
    private Task<AnswerMessage>? _job;
    private PlanMessage? _plan;
    private Units _units = new();
    private (PartitionReading Reading, FrameCensus Census)? _counted;

    public Task<AnswerMessage> BeginAsync(JobMessage job)
    {
        // The seed comes after the count, to the same grain where it still lives; what failed is tried again.
        bool hasFailed = _job is { IsCompleted: true } ended && (!ended.IsCompletedSuccessfully || ended.Result.Step != PartitionStep.Done);
        if (_job is null || hasFailed || (job.Plan is { } plan && (_plan is null || (plan.IsWhole && !_plan.IsWhole))))
        {
            (_plan, _units) = (job.Plan, new Units());
            _job = WorkAsync(job, _units, hasFailed ? null : _job);
        }

        return AnswerAsync(Blink);
    }

    public Task<AnswerMessage> AskAsync() => AnswerAsync(Moment);

    private async Task<AnswerMessage> AnswerAsync(TimeSpan within)
    {
        if (_job is null)
        {
            return Answer(PartitionStep.Due, 0);
        }

        await Task.WhenAny(_job, Task.Delay(within));
        return _job.IsCompleted ? await _job : Answer(_units.IsRead ? PartitionStep.Working : PartitionStep.Waiting, _units.Done);
    }

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _left.CancelAsync();
        if (_job is not null)
        {
            await Task.WhenAny(_job, Task.Delay(Timeout.Infinite, cancellationToken)); // it stops between two blocks
        }

        _counted?.Reading.Dispose();
    }

    public void Dispose() => _left.Dispose();

    private async Task<AnswerMessage> WorkAsync(JobMessage job, Units units, Task? before)
    {
        await (before ?? Task.CompletedTask);
        try
        {
            return await workers.RunAsync(() => Measured(job, units), () => units.IsRead = true, _left.Token);
        }
        catch (RefusalException refused)
        {
            return Answer(PartitionStep.Failed, units.Done) with { Refused = RefusalMessage.Of(refused.Refusal) };
        }
        catch (OperationCanceledException)
        {
            return Answer(PartitionStep.Due, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            return Answer(PartitionStep.Failed, units.Done) with
            {
                Refused = RefusalMessage.Of(ClusterRefusals.SourceUnreadable.With(("source", job.Partition.Source), ("detail", e.Message))),
            };
        }
    }

    private AnswerMessage Measured(JobMessage job, Units units)
    {
        ThreadTime time = ThreadTime.Begin();
        AnswerMessage answer = Work(job, units);
        return workers.Threads == 1 ? answer with { Processor = time.Elapsed() } : answer;
    }

    private AnswerMessage Work(JobMessage job, Units units)
    {
        (PartitionReading reading, FrameCensus census) = Count(job, units);
        try
        {
            if (job.Plan is not { } plan)
            {
                return Answer(PartitionStep.Done, census.Size) with { Census = CensusMessage.Of(census) };
            }

            if (census.Root.Hex != plan.Root || census.Size != plan.Size)
            {
                throw ScaleRefusals.OtherPartition.Refuse(("name", job.Partition.Name), ("found", census.Root), ("expected", plan.Root));
            }

            DrawPlan whole = plan.Seed.Plan(workers.Draw, plan.Cells, job.Hash);
            DrawPartial partial = StreamedDraw.DrawPartition(reading.Frame, job.Partition.Name, census, whole, workers.Threads, units, _left.Token);
            return Answer(PartitionStep.Done, census.Size) with { Partial = (plan.IsWhole ? partial : workers.Thinning.Of(partial, whole)).ToBytes() };
        }
        finally
        {
            if (!reading.IsKept)
            {
                reading.Dispose();
            }
        }
    }

    private (PartitionReading Reading, FrameCensus Census) Count(JobMessage job, Units units)
    {
        if (_counted is { } kept)
        {
            return kept;
        }

        PartitionReading reading = workers.Open(job.Partition.Source);
        try
        {
            FrameCensus census = workers.Draw.CountPartition(
                reading.Frame, PartitionRule.Parse(job.Partition.Rule), FrameKey.Parse(job.Key), job.Hash, workers.Threads, units, _left.Token);
            _counted = reading.IsKept ? (reading, census) : null;
            return (reading, census);
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    private AnswerMessage Answer(PartitionStep step, long units) => new(step, silo.SiloAddress.ToParsableString(), units);

    /// <summary>What the reading thread has done, for whoever asks meanwhile.</summary>
    private sealed class Units : IProgress<long>
    {
        private long _done;
        private volatile bool _isRead;

        public long Done => Volatile.Read(ref _done);

        public bool IsRead { get => _isRead; set => _isRead = value; }

        public void Report(long value) => Volatile.Write(ref _done, value);
    }
}
