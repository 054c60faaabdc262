using System.Collections.Immutable;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>The one writer: what is written together, and what becomes of those who wait.</summary>
public sealed class CommitQueueTests : IAsyncDisposable
{
    private readonly List<TaskCompletionSource> _gates = [];
    private readonly List<ImmutableArray<WaitingCommit>> _batches = [];
    private readonly SemaphoreSlim _begun = new(0);
    private readonly CommitQueue _queue;

    public CommitQueueTests()
    {
        _queue = new CommitQueue(WriteAsync);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddAsync_SomeArriveWhileOneIsWritten_TheyAreWrittenTogetherInTheirOrder()
    {
        Task first = Add("first");
        await BegunAsync();
        Task[] others = [.. Enumerable.Range(0, 40).Select(i => Add($"{i}"))];
        Assert.DoesNotContain(others, o => o.IsCompleted);
        Open(0);
        await first;
        await BegunAsync();
        Assert.False(others[0].IsCompleted);
        Open(1);
        await Task.WhenAll(others);
        Assert.Equal(["first"], Streams(0));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}"), Streams(1));
    }

    [Fact]
    public async Task AddAsync_MoreThanABatch_TheRestInTheNext()
    {
        Task first = Add("first");
        await BegunAsync();
        Task[] others = [.. Enumerable.Range(0, 300).Select(i => Add($"{i}"))];
        Open(0);
        await BegunAsync();
        Open(1);
        await BegunAsync();
        Open(2);
        await Task.WhenAll([first, .. others]);
        Assert.Equal([1, 256, 44], _batches.Select(b => b.Length));
    }

    [Fact]
    public async Task AddAsync_OneWithAnEffect_GoesAlone()
    {
        Task first = Add("first");
        await BegunAsync();
        Task[] others = [Add("a"), Add("effect", new Effect()), Add("b"), Add("c")];
        Open(0);
        for (int batch = 1; batch < 4; batch++)
        {
            await BegunAsync();
            Open(batch);
        }

        await Task.WhenAll([first, .. others]);
        Assert.Equal([["first"], ["a"], ["effect"], ["b", "c"]], Enumerable.Range(0, 4).Select(Streams));
    }

    [Fact]
    public async Task AddAsync_CancelledWhileItWaits_NeverTakenUp()
    {
        using CancellationTokenSource cancelling = new();
        Task first = Add("first");
        await BegunAsync();
        Task cancelled = AddUntil("cancelled", cancelling.Token), other = Add("other");
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Open(0);
        await BegunAsync();
        Open(1);
        await Task.WhenAll(first, other);
        Assert.Equal(["other"], Streams(1));
    }

    [Fact]
    public async Task AddAsync_CancelledWhileItIsWritten_TheOutcomeCounts()
    {
        using CancellationTokenSource cancelling = new();
        Task first = AddUntil("first", cancelling.Token);
        await BegunAsync();
        await cancelling.CancelAsync();
        Open(0);
        await first;
    }

    [Fact]
    public async Task AddAsync_WriterThrows_AllOfItsBatchHearItAndTheNextIsWritten()
    {
        Task first = Add("first");
        await BegunAsync();
        Task[] others = [Add("a"), Add("b")];
        Open(0);
        await BegunAsync();
        InvalidOperationException failure = new("x");
        _gates[1].SetException(failure);
        foreach (Task other in others)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => other));
        }

        Task next = Add("next");
        await BegunAsync();
        Open(2);
        await Task.WhenAll(first, next);
    }

    [Fact]
    public async Task DisposeAsync_OneIsWrittenAnotherWaits_TheOneIsSettledTheOtherRefused()
    {
        Task first = Add("first");
        await BegunAsync();
        Task waiting = Add("waiting");
        Task ending = _queue.DisposeAsync().AsTask();
        Assert.Equal("RI6058", (await Assert.ThrowsAsync<StoreFailedException>(() => waiting)).Refusal.Code);
        Assert.False(ending.IsCompleted);
        Open(0);
        await ending;
        await first;
        Assert.Equal("RI6058", (await Assert.ThrowsAsync<StoreFailedException>(() => Add("late"))).Refusal.Code);
        await _queue.DisposeAsync();
        Assert.Single(_batches);
    }

    public async ValueTask DisposeAsync()
    {
        _gates.ForEach(gate => gate.TrySetResult());
        await _queue.DisposeAsync();
        _begun.Dispose();
    }

    private Task Add(string stream, ILedgerEffect? effect = null) => _queue.AddAsync(GroupCommitTests.Commit(stream, 0) with { Effect = effect }, Cancellation);

    private Task AddUntil(string stream, CancellationToken cancelled) => _queue.AddAsync(GroupCommitTests.Commit(stream, 0), cancelled);

    private Task BegunAsync() => _begun.WaitAsync(Cancellation);

    private void Open(int batch) => _gates[batch].SetResult();

    private string[] Streams(int batch) => [.. _batches[batch].Select(c => c.Commit.Appends[0].Stream)];

    private async Task WriteAsync(ImmutableArray<WaitingCommit> batch)
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _gates.Add(gate);
        _batches.Add(batch);
        _begun.Release();
        await gate.Task;
        foreach (WaitingCommit commit in batch)
        {
            commit.Succeed([]);
        }
    }

    private sealed record Effect : ILedgerEffect
    {
        public string Name => "effect";
    }
}
