using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The logs as tables: one writer a host, one transaction for entries, views, personal data and directories of all commits that arrived meanwhile.</summary>
internal sealed partial class TableLedger : ILedger, IDisposable, IAsyncDisposable
{
    /// <summary>Two transactions that wait for each other are done again so often: one of the two always gets through.</summary>
    private const int Attempts = 8;

    private readonly IDbContextFactory<InspectionContext> _contexts;
    private readonly CommitQueue _queue;
    private readonly KeptStreams _streams = new();

    public TableLedger(IDbContextFactory<InspectionContext> contexts)
    {
        _contexts = contexts;
        _queue = new CommitQueue(WriteAsync);
    }

    public Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return _queue.AddAsync(commit, cancellation);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync();
        _streams.Dispose();
    }

    /// <summary>Writes commits together; if they fail together, each alone, so that one does not touch the others.</summary>
    private async Task WriteAsync(ImmutableArray<WaitingCommit> commits)
    {
        // Many share a transaction: none of them may cancel it. A lone one may, until it commits.
        CancellationToken cancellation = commits is [{ } lone] ? lone.Cancellation : CancellationToken.None;
        try
        {
            await WriteTogetherAsync(commits, cancellation);
        }
        catch (Exception failure) when (commits.Length > 1 && !StoreFailure.EndsTransaction(failure))
        {
            foreach (WaitingCommit commit in commits)
            {
                await WriteAsync([commit]);
            }
        }
        catch (Exception failure)
        {
            foreach (WaitingCommit commit in commits)
            {
                commit.Fail(StoreFailure.Known(failure));
            }
        }
    }

    private async Task WriteTogetherAsync(ImmutableArray<WaitingCommit> commits, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await WriteOnceAsync(commits, cancellation);
                return;
            }
            catch (Exception failure) when (attempt < Attempts && StoreFailure.IsPassing(failure))
            {
                // PostgreSQL has rolled it back whole: nothing was written.
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt), cancellation);
            }
        }
    }

    private async Task WriteOnceAsync(ImmutableArray<WaitingCommit> commits, CancellationToken cancellation)
    {
        await using InspectionContext context = await _contexts.CreateDbContextAsync(cancellation);

        // On SQLite immediate: the write lock is taken before the versions are read, against another process too.
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        LedgerBatch batch = new(context);
        await batch.WriteAsync(commits, cancellation);
        await CommitAsync(transaction, batch);
        if (context is not PostgreSqlContext && commits.Any(c => c.Commit.Effect is PersonalErasure))
        {
            // What was erased does not stay behind in the write-ahead log; readers that are under way may put it off until the next time.
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", CancellationToken.None);
        }

        foreach ((WaitingCommit commit, ImmutableArray<LedgerEntry> entries) in batch.Written)
        {
            commit.Succeed(entries);
        }

        foreach ((WaitingCommit commit, Exception failure) in batch.Failed)
        {
            commit.Fail(StoreFailure.Known(failure));
        }
    }

    /// <summary>From here on nobody can cancel. Where the database does not say what became of the transaction, it is asked.</summary>
    private async Task CommitAsync(IDbContextTransaction transaction, LedgerBatch batch)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception failure) when (StoreFailure.LeavesOpen(failure))
        {
            await transaction.DisposeAsync();
            bool? written = await CommitOutcome.AskAsync(_contexts, batch);
            if (written is false)
            {
                throw;
            }

            if (written is null)
            {
                throw new StoreFailedException(StoreRefusals.OutcomeUnknown.With(("error", StoreFailure.Of(failure)?["error"])), failure);
            }
        }
    }
}
