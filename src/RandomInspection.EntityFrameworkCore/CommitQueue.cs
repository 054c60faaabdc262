using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>One writer: what arrives while it writes waits and is then written together, so that a sync of the disk serves all who wait for it.</summary>
/// <param name="write">Writes a batch and settles each of its commits.</param>
/// <remarks>In the order of arrival. There is no thread while nothing waits.</remarks>
internal sealed class CommitQueue(Func<ImmutableArray<WaitingCommit>, Task> write) : IAsyncDisposable
{
    /// <summary>A batch is no larger: the first of it is acknowledged with the last.</summary>
    private const int Most = 256;

    private readonly Lock _gate = new();
    private readonly Queue<WaitingCommit> _waiting = new();
    private Task _writing = Task.CompletedTask;
    private bool _isWriting;
    private bool _hasEnded;

    /// <summary>Waits until a commit is written, or is refused.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="cancellation">Cancels the waiting; once the writer has taken the commit up, its outcome is what counts.</param>
    /// <exception cref="StoreFailedException">The host is ending (RI6058), or the database failed (RI6050–RI6056).</exception>
    public Task<ImmutableArray<LedgerEntry>> AddAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        WaitingCommit waiting = new(commit, cancellation);
        lock (_gate)
        {
            if (_hasEnded)
            {
                throw new StoreFailedException(StoreRefusals.Ended.With());
            }

            _waiting.Enqueue(waiting);
            if (!_isWriting)
            {
                _isWriting = true;
                _writing = Task.Run(WriteAllAsync, CancellationToken.None);
            }
        }

        return waiting.Outcome;
    }

    /// <summary>Ends: what is being written is settled, what waits is refused.</summary>
    public async ValueTask DisposeAsync()
    {
        WaitingCommit[] left;
        lock (_gate)
        {
            _hasEnded = true;
            left = [.. _waiting];
            _waiting.Clear();
        }

        foreach (WaitingCommit waiting in left.Where(w => w.TryTake()))
        {
            waiting.Fail(new StoreFailedException(StoreRefusals.Ended.With()));
        }

        await _writing;
    }

    private async Task WriteAllAsync()
    {
        while (TakeBatch() is { IsEmpty: false } batch)
        {
            try
            {
                await write(batch);
            }
#pragma warning disable CA1031 // Whatever it is, those who wait must hear of it, and the next batch must be written.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                foreach (WaitingCommit commit in batch)
                {
                    commit.Fail(failure);
                }
            }
        }
    }

    /// <summary>The next commits to be written; none ends the writing. What a commit changes besides rows may be large, so it goes alone.</summary>
    private ImmutableArray<WaitingCommit> TakeBatch()
    {
        ImmutableArray<WaitingCommit>.Builder batch = ImmutableArray.CreateBuilder<WaitingCommit>();
        lock (_gate)
        {
            while (batch.Count < Most && _waiting.TryPeek(out WaitingCommit? next) && (next.Commit.Effect is null || batch.Count == 0))
            {
                _waiting.Dequeue();
                if (next.TryTake())
                {
                    batch.Add(next);
                    if (next.Commit.Effect is not null)
                    {
                        break;
                    }
                }
            }

            _isWriting = batch.Count > 0;
        }

        return batch.ToImmutable();
    }
}
