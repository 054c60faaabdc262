using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Serialization;
using Orleans.Storage;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>A draw's steps, each stored when it is done.</summary>
/// <remarks>
/// Two grains of one draw may live for a moment where a silo was taken for dead; storage lets one of them write, and the other ends. Correctness needs
/// neither: a partial draw says of which plan and which partitions it is, and whoever reads the result completes it against what was committed to.
/// </remarks>
[Reentrant]
internal sealed partial class DrawGrain(
    [PersistentState("draw", DrawStorage.Name)] IPersistentState<SealedState> stored,
    DrawSeal seal,
    IOptions<ClusterDrawOptions> options,
    PartitionWorkers workers,
    Serializer serializer,
    TimeProvider clock,
    ILogger<DrawGrain> log) : Grain, IDrawGrain, IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private DrawStore _store = null!;
    private CancellationTokenSource? _working;
    private PartitionCalls? _calls;
    private MessageBytes? _bytes;
    private TimeSpan? _merging;

    private string Id => this.GetPrimaryKeyString();

    private DrawState State => _store.State;

    private bool IsOpen => State is { Step: ClusterStep.Freezing or ClusterStep.Drawing, Stopped: null };

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _store = new DrawStore(Id, stored, seal, serializer);
        _store.Open();
        Work();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _ending.CancelAsync();

    public void Dispose()
    {
        _ending.Dispose();
        _store?.Dispose();
    }

    public async Task<ProgressMessage> FreezeAsync(OrderMessage order)
    {
        if (WhyNot() is { } closed)
        {
            return Refused(closed);
        }

        if (State.Order is null)
        {
            await SaveAsync(state => state.Order is null ? state with { Order = order, Step = ClusterStep.Freezing } : null);
        }

        if (!State.Order!.Equals(order))
        {
            return Refused(RefusalMessage.Of(ClusterRefusals.OtherOrder.With(("draw", Id))));
        }

        await OpenAsync();
        return Progress();
    }

    public async Task<ProgressMessage> DrawAsync(SeedMessage seed)
    {
        if (WhyNot() is { } closed)
        {
            return Refused(closed);
        }

        if (State.Seed is { } given)
        {
            if (given != seed)
            {
                return Refused(RefusalMessage.Of(ClusterRefusals.OtherSeed.With(("draw", Id))));
            }

            await OpenAsync();
            return Progress();
        }

        if (State.Order is null)
        {
            return Refused(RefusalMessage.Of(ClusterRefusals.UnknownDraw.With(("draw", Id))));
        }

        if (State.Step != ClusterStep.Frozen)
        {
            return Refused(RefusalMessage.Of(ClusterRefusals.NotFrozen.With(("draw", Id), ("step", State.Step))));
        }

        try
        {
            seed.Plan(workers.Draw, Cells(), State.Order.Hash);
        }
        catch (RefusalException refused)
        {
            return Refused(RefusalMessage.Of(refused.Refusal));
        }

        await SaveAsync(state => state is { Seed: null, Step: ClusterStep.Frozen } ? state with { Seed = seed, Step = ClusterStep.Drawing } : null);
        if (State.Seed != seed)
        {
            return Refused(RefusalMessage.Of(ClusterRefusals.OtherSeed.With(("draw", Id)))); // another call came first
        }

        await OpenAsync();
        return Progress();
    }

    public Task<ProgressMessage> ProgressAsync()
    {
        Work();
        return Task.FromResult(Progress());
    }

    public async Task KeepAsync()
    {
        Work();
        if (IsOpen || _store.Unreadable is not null)
        {
            return; // another silo may have the key
        }

        if (Due() is { } due && due <= Now())
        {
            await (State.Step == ClusterStep.Ended ? _store.ForgetAsync(_ending.Token) : EndAsync());
        }

        await CloseAsync();
    }

    public Task<CensusMessage[]?> CensusesAsync() => Task.FromResult(State.Censuses);

    public Task<byte[]?> ResultAsync() => Task.FromResult(State.Result);

    public async Task<ProgressMessage> CancelAsync()
    {
        if (await SaveAsync(state => state.Order is not null && state.Step is not (ClusterStep.Cancelled or ClusterStep.Done or ClusterStep.Ended) ? state with { Step = ClusterStep.Cancelled, Stopped = null } : null))
        {
            await (_working?.CancelAsync() ?? Task.CompletedTask);
            await CloseAsync();
        }

        return Progress();
    }

    public async Task<ProgressMessage> ResumeAsync()
    {
        await SaveAsync(state => state.Stopped is not null ? state with { Stopped = null } : null);
        await OpenAsync();

        return Progress();
    }

    public async Task<ProgressMessage> EndAsync()
    {
        if (await SaveAsync(state => state.Step is not (ClusterStep.Unknown or ClusterStep.Ended)
            ? new DrawState { Step = ClusterStep.Ended, BytesSent = state.BytesSent, BytesReceived = state.BytesReceived } : null))
        {
            _calls?.LeaveAll();
            _calls = null;
            await (_working?.CancelAsync() ?? Task.CompletedTask);
            await CloseAsync();
        }

        return Progress();
    }

    /// <summary>Goes on, unless somebody is at it.</summary>
    private void Work()
    {
        if (_working is null && IsOpen && !_ending.IsCancellationRequested)
        {
            _working = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
            _ = WorkAsync(_working);
        }
    }

    private async Task WorkAsync(CancellationTokenSource working)
    {
        try
        {
            _calls ??= new PartitionCalls(Id, State.Order!, options.Value, GrainFactory, _bytes = new(serializer, State.BytesSent, State.BytesReceived), clock, log);
            if (State.Step == ClusterStep.Freezing)
            {
                await FreezeAsync(_calls, working.Token);
            }
            else
            {
                await DrawAsync(_calls, working.Token);
            }
        }
        catch (PartitionStopException stop)
        {
            await StopAsync(stop.Refusal);
        }
        catch (OperationCanceledException) when (working.IsCancellationRequested)
        {
            // Cancelled, or the silo ends.
        }
        catch (InconsistentStateException other)
        {
            log.GoesOnElsewhere(other, Id);
            DeactivateOnIdle();
        }
        catch (Exception e)
        {
            log.TriedAgain(e, Id); // the keeper comes by every second
        }
        finally
        {
            _working = null;
            working.Dispose();
        }
    }

    private async Task FreezeAsync(PartitionCalls calls, CancellationToken cancellation)
    {
        OrderMessage order = State.Order!;
        CensusMessage[] censuses = await calls.AskAllAsync(
            place => new JobMessage(order.Partitions[place], order.Key, order.Hash, null),
            static (_, answer) => Task.FromResult(answer.Census!),
            cancellation);
        await SaveAsync(state => state.Step == ClusterStep.Freezing ? state with { Censuses = censuses, Step = ClusterStep.Frozen } : null);
        await CloseAsync();
    }

    private async Task DrawAsync(PartitionCalls calls, CancellationToken cancellation)
    {
        OrderMessage order = State.Order!;
        CensusMessage[] censuses = State.Censuses!;
        CellMessage[] cells = Cells();
        SeedMessage seed = State.Seed!;
        DrawPlan plan = seed.Plan(workers.Draw, cells, order.Hash);
        _merging = TimeSpan.Zero;
        DrawPartial merged = await AskAllAsync(isWhole: false);
        if (!merged.IsWhole(plan))
        {
            merged = await AskAllAsync(isWhole: true); // tickets above what all but certainly holds them: once in more draws than anybody makes
        }

        byte[] result = merged.ToBytes();
        await SaveAsync(state => state.Step == ClusterStep.Drawing ? state with { Result = result, Step = ClusterStep.Done } : null);
        await CloseAsync();

        async Task<DrawPartial> AskAllAsync(bool isWhole)
        {
            DrawPartial[] partials = await calls.AskAllAsync(
                place => new JobMessage(order.Partitions[place], order.Key, order.Hash, new PlanMessage(seed, cells, censuses[place].Root, censuses[place].Size, isWhole)),
                (place, answer) => MergingAsync(() => PartialOf(
                    plan, new FramePartition(order.Partitions[place].Name, Digest.Parse(censuses[place].Root), censuses[place].Size), answer.Partial!, isWhole)),
                cancellation);
            return await MergingAsync(() => Merge(plan, partials));
        }
    }

    /// <summary>Works beside the grain's turns, and counts the processor time as the merge's.</summary>
    private async Task<T> MergingAsync<T>(Func<T> work)
    {
        (T done, TimeSpan? time) = await Task.Run(() =>
        {
            ThreadTime begun = ThreadTime.Begin();
            return (work(), begun.Elapsed());
        });
        _merging += time;
        return done;
    }

    /// <summary>A partial draw that is of this plan and of this partition as it was committed to.</summary>
    internal static DrawPartial PartialOf(DrawPlan plan, FramePartition committed, byte[] bytes, bool isWhole)
    {
        DrawPartial partial = DrawPartial.FromBytes(bytes);
        if (partial.Plan != plan.Digest)
        {
            throw ScaleRefusals.OtherDraw.Refuse(("expected", plan.Digest), ("found", partial.Plan));
        }

        if (isWhole && !partial.IsWhole(plan))
        {
            throw ScaleRefusals.MalformedPartial.Refuse(("detail", committed.Name));
        }

        return partial.Partitions is [{ } only] && only == committed
            ? isWhole ? partial : partial.Below(plan)
            : throw ScaleRefusals.OtherPartition.Refuse(("name", committed.Name), ("found", partial.Partitions.FirstOrDefault()?.Root.ToString() ?? "—"), ("expected", committed.Root));
    }

    /// <summary>Neighbours together, so that every ticket is moved a few times only.</summary>
    private static DrawPartial Merge(DrawPlan plan, DrawPartial[] partials)
    {
        while (partials.Length > 1)
        {
            partials = [.. partials.Chunk(2).Select(pair => pair.Length == 2 ? pair[0].Merge(plan, pair[1]) : pair[0])];
        }

        return partials[0];
    }

    private async Task StopAsync(Refusal why)
    {
        try
        {
            await SaveAsync(state => state.Step is ClusterStep.Freezing or ClusterStep.Drawing ? state with { Stopped = RefusalMessage.Of(why) } : null);
            await CloseAsync();
        }
        catch (Exception e)
        {
            log.TriedAgain(e, Id);
            DeactivateOnIdle();
        }
    }

    private CellMessage[] Cells() => [.. FrameCensus.CellsOf(State.Censuses!.Select(census => census.Census)).Select(CellMessage.Of)];

    /// <summary>Goes to work; the call is answered when every silo's keeper can know.</summary>
    private Task OpenAsync()
    {
        Work();
        return IsOpen ? GrainFactory.GetGrain<IOpenDrawsGrain>(0).AddAsync(Id).WaitAsync(options.Value.CallTimeout, clock) : Task.CompletedTask;
    }

    /// <summary>Takes it off the open draws; where that is not possible now, a keeper comes by.</summary>
    private async Task CloseAsync()
    {
        try
        {
            await GrainFactory.GetGrain<IOpenDrawsGrain>(0).RemoveAsync(Id, Due()).WaitAsync(options.Value.CallTimeout, clock);
            await OpenAsync(); // it may have been given its seed meanwhile
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            log.ClosedLater(e, Id);
        }
    }

    /// <summary>Stores a change; none where the state has meanwhile become another.</summary>
    private async Task<bool> SaveAsync(Func<DrawState, DrawState?> change)
    {
        try
        {
            return await _store.SaveAsync(
                before => change(before) is { } after
                    ? after with
                    {
                        BytesSent = _bytes?.AllSent ?? before.BytesSent,
                        BytesReceived = _bytes?.AllReceived ?? before.BytesReceived,
                        ClosedAt = after.Step is not (ClusterStep.Done or ClusterStep.Cancelled or ClusterStep.Ended) ? null : after.Step == before.Step ? before.ClosedAt : Now(),
                    }
                    : null,
                _ending.Token);
        }
        catch (InconsistentStateException)
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>When what is stored of a draw that is over is to be reduced, and then deleted.</summary>
    private long? Due() => State.ClosedAt + (long)(State.Step == ClusterStep.Ended ? options.Value.KeepEnded : options.Value.KeepClosed).TotalMilliseconds;

    /// <summary>Why nothing can be done with it.</summary>
    private RefusalMessage? WhyNot() =>
        _store.Unreadable ?? (State.Step == ClusterStep.Ended ? RefusalMessage.Of(ClusterRefusals.Ended.With(("draw", Id))) : null);
}
