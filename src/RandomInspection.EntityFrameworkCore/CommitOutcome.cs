using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What became of a transaction whose COMMIT was not answered.</summary>
/// <remarks>
/// PostgreSQL: a server process that is still committing holds the head's row; whoever gets it sees the end. SQLite: frames of a commit whose sync failed
/// may still stand in the write-ahead log and count after a crash; a transaction that is synced after it takes their place.
/// </remarks>
internal static class CommitOutcome
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether it was written; <see langword="null"/> if the database cannot be asked within fifteen seconds, or if there is nothing to ask for.</summary>
    public static async Task<bool?> AskAsync(IDbContextFactory<InspectionContext> contexts, LedgerBatch batch)
    {
        LedgerEntry? last = batch.Written.SelectMany(w => w.Entries).LastOrDefault();
        if (last is null)
        {
            return null;
        }

        for (long since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(Pause))
        {
            try
            {
                return await AskAsync(contexts, last);
            }
            catch (Exception failure) when (StoreFailure.Of(failure) is not null)
            {
                // Not yet.
            }
        }

        return null;
    }

    private static async Task<bool> AskAsync(IDbContextFactory<InspectionContext> contexts, LedgerEntry last)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync();
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync();
        await context.HoldHeadAsync(last.Log, CancellationToken.None);
        LedgerRow? row = await context.Entries(last.Log).AsNoTracking().SingleOrDefaultAsync(e => e.Sequence == last.Sequence);
        bool written = row?.ToEntry(last.Log) == last;
        if (context is not PostgreSqlContext)
        {
            await context.Database.ExecuteSqlAsync($"""INSERT INTO "ledger_head" ("Id", "Frontier", "Root", "Size") VALUES (0, x'', '', 0)""");
            await context.Database.ExecuteSqlAsync($"""DELETE FROM "ledger_head" WHERE "Id" = 0""");
        }

        await transaction.CommitAsync();
        return written;
    }
}
