using Microsoft.Extensions.Logging;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>One step of a draw over its partitions: each is given to a silo, asked, and given to the next one when it is refused or nobody answers.</summary>
/// <remarks>Lives on its draw's grain and runs on its turns only; it has no lock.</remarks>
internal sealed class PartitionCalls(
    string draw, OrderMessage order, ClusterDrawOptions options, IGrainFactory grains, MessageBytes bytes, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private const int MostPatient = 2;

    private readonly State[] _states = [.. order.Partitions.Select(_ => new State())];

    /// <summary>How far the partitions are.</summary>
    public PartitionProgressMessage[] Progress(CensusMessage[]? censuses) =>
    [
        .. order.Partitions.Select((partition, place) => new PartitionProgressMessage(
            partition.Name,
            _states[place].Step,
            _states[place].Units,
            censuses?[place].Size,
            _states[place].Silo,
            _states[place].Attempts,
            _states[place].BytesSent,
            _states[place].BytesReceived,
            _states[place].Processor)),
    ];

    /// <summary>Asks every partition, until each has given what is wanted.</summary>
    /// <param name="jobOf">The job of a partition, by its place.</param>
    /// <param name="read">Reads an answer, or refuses it.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="PartitionStopException">A partition is lost.</exception>
    public async Task<T[]> AskAllAsync<T>(Func<int, JobMessage> jobOf, Func<int, AnswerMessage, Task<T>> read, CancellationToken cancellation)
    {
        using CancellationTokenSource one = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Array.ForEach(_states, state => state.Begin());
        Task<T>[] all = [.. order.Partitions.Select((_, place) => AskAsync(place, jobOf(place), read, one.Token))];
        try
        {
            // The first that is lost ends the step: the others need not be read to their end.
            for (List<Task> left = [.. all]; left.Count > 0;)
            {
                Task done = await Task.WhenAny(left);
                left.Remove(done);
                await done;
            }

            return [.. all.Select(task => task.Result)];
        }
        catch
        {
            await one.CancelAsync();
            await Task.WhenAll(all).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
            throw;
        }
    }

    /// <summary>Whoever has read a partition may close it.</summary>
    public void LeaveAll()
    {
        for (int place = 0; place < _states.Length; place++)
        {
            Leave(GrainOf(place));
        }
    }

    private IPartitionGrain GrainOf(int place) =>
        grains.GetGrain<IPartitionGrain>(new PartitionKey(draw, place, _states[place].Attempt, order.Partitions[place].Source).ToString());

    private async Task<T> AskAsync<T>(int place, JobMessage job, Func<int, AnswerMessage, Task<T>> read, CancellationToken cancellation)
    {
        State state = _states[place];
        TimeSpan patience = options.CallTimeout;
        long sign = clock.GetTimestamp();
        for (int failures = 0; ; state.Next())
        {
            IPartitionGrain grain = GrainOf(place);
            RefusalMessage? refused;
            try
            {
                (T? found, refused) = await AskOneAsync(grain);
                if (refused is null)
                {
                    return found!;
                }

                failures++;
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                log.NoAnswer(e, draw, job.Partition.Name, state.Attempt);
                patience = e is TimeoutException && patience < MostPatient * options.CallTimeout ? 2 * patience : patience; // everybody may be busy
                refused = null;
            }
            catch (OperationCanceledException)
            {
                Leave(grain);
                throw;
            }

            state.Step = PartitionStep.Failed;
            Leave(grain);
            if (failures >= options.MostFailures || clock.GetElapsedTime(sign) > options.LostAfter)
            {
                Refusal why = refused?.Refusal ?? ClusterRefusals.NobodyServes.With(("source", job.Partition.Source));
                throw new PartitionStopException(ClusterRefusals.PartitionLost.With(
                    ("draw", draw), ("partition", job.Partition.Name), ("source", job.Partition.Source), ("reason", $"{why.Code} {why.Reason(Language.Chinese)} {why.Reason(Language.English)}")));
            }

            await Task.Delay(Pause, clock, cancellation);
        }

        async Task<(T? Found, RefusalMessage? Refused)> AskOneAsync(IPartitionGrain grain)
        {
            state.BytesSent += bytes.Sent(job);
            long further = clock.GetTimestamp();
            for (Task<AnswerMessage> call = grain.BeginAsync(job); ; call = grain.AskAsync())
            {
                AnswerMessage answer = await call.WaitAsync(patience, clock, cancellation);
                state.BytesReceived += bytes.Received(answer);
                sign = clock.GetTimestamp();
                further = answer.Step != PartitionStep.Working || answer.Units != state.Units ? sign : further;
                (state.Silo, state.Units, state.Processor) = (answer.Silo, answer.Units, answer.Processor);
                switch (answer)
                {
                    case { Step: PartitionStep.Done }:
                        try
                        {
                            T found = await read(place, answer);
                            state.Step = PartitionStep.Done;
                            return (found, null);
                        }
                        catch (RefusalException other)
                        {
                            return (default, RefusalMessage.Of(other.Refusal));
                        }

                    case { Refused: { } refused }:
                        return (default, refused);
                    case { Step: PartitionStep.Due }:
                        throw new TimeoutException("The grain has lost its job with its silo.");
                    case { Step: PartitionStep.Working } when clock.GetElapsedTime(further) > options.StallAfter:
                        throw new TimeoutException("The reading gets no further.");
                    default:
                        state.Step = answer.Step;
                        break;
                }
            }
        }
    }

    /// <summary>Whoever works on it may stop; nobody waits for that.</summary>
    private static void Leave(IPartitionGrain grain) =>
        grain.LeaveAsync().ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private sealed class State
    {
        public PartitionStep Step { get; set; }

        public long Units { get; set; }

        public string Silo { get; set; } = "";

        /// <summary>Which grain is asked; it stays from one step to the next, so that who counted also draws.</summary>
        public int Attempt { get; private set; }

        public int Attempts { get; private set; }

        public long BytesSent { get; set; }

        public long BytesReceived { get; set; }

        public TimeSpan? Processor { get; set; }

        public void Begin()
        {
            (Step, Units, Attempts) = (PartitionStep.Due, 0, 1);
            (BytesSent, BytesReceived, Processor) = (0, 0, null);
        }

        public void Next()
        {
            Attempt++;
            Attempts++;
        }
    }
}

/// <summary>A step cannot be done.</summary>
internal sealed class PartitionStopException(Refusal refusal) : Exception(refusal.ToString())
{
    public Refusal Refusal { get; } = refusal;
}
