using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>A commit that waits to be written, and who waits for it.</summary>
internal sealed class WaitingCommit
{
    private readonly TaskCompletionSource<ImmutableArray<LedgerEntry>> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _registration;
    private int _isTaken;

    public WaitingCommit(LedgerCommit commit, CancellationToken cancellation)
    {
        Commit = commit;
        Cancellation = cancellation;
        _registration = cancellation.UnsafeRegister(_ => Cancel(), null);
    }

    public LedgerCommit Commit { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The entries as written, once they are safe.</summary>
    public Task<ImmutableArray<LedgerEntry>> Outcome => _outcome.Task;

    /// <summary>Takes it up to be written; not if it was cancelled before.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    public void Succeed(ImmutableArray<LedgerEntry> entries)
    {
        _registration.Dispose();
        _outcome.TrySetResult(entries);
    }

    /// <summary>Says why it is not written; once settled it stays so.</summary>
    public void Fail(Exception failure)
    {
        _registration.Dispose();
        _ = failure is OperationCanceledException && Cancellation.IsCancellationRequested ? _outcome.TrySetCanceled(Cancellation) : _outcome.TrySetException(failure);
    }

    private void Cancel()
    {
        if (TryTake())
        {
            _outcome.TrySetCanceled(Cancellation);
        }
    }
}
