using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>核查：recomputes what a store holds from its logs, in one snapshot and without writing: trees, heads, streams, views, evidence, directories.</summary>
/// <remarks>
/// The stages follow from one another: a difference in one makes those after it meaningless, so that the first one counts. What was
/// rewritten consistently from the first byte to the last is not found by the store alone; a checkpoint kept elsewhere finds it.
/// </remarks>
public sealed class StoreCheck : IAsyncDisposable
{
    private readonly InspectionContext _context;
    private readonly DbTransaction _snapshot;
    private readonly CheckedStore _store;

    private StoreCheck(InspectionContext context, DbTransaction snapshot, CheckedStore store)
    {
        (_context, _snapshot, _store) = (context, snapshot, store);
        (Public, Sealed) = (store.Head(LedgerLog.Public), store.Head(LedgerLog.Sealed));
        Stages = store.Stages();
        Notes = store.Notes;
    }

    /// <summary>The head of the public log as kept; what it says is checked by the stages.</summary>
    public LedgerHead Public { get; }

    /// <summary>The head of the sealed log as kept.</summary>
    public LedgerHead Sealed { get; }

    /// <summary>Entries of the public log that a checkpoint in it covers which one of the keys given has signed; known after the last stage, 0 without a key.</summary>
    public long Signed => _store.Signed;

    /// <summary>The stages in their order.</summary>
    public ImmutableArray<StoreCheckStage> Stages { get; }

    /// <summary>What could not be checked although nothing differs; complete after the last stage.</summary>
    public IReadOnlyList<Refusal> Notes { get; }

    /// <summary>Begins a check of a store as it is now; whoever writes meanwhile is not hindered.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="checkpoints">Checkpoints kept elsewhere, with which the logs must be consistent; none by default.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="logKeys">The keys of the public log, each by its name: one of them must have signed every checkpoint that stands in it; none by default, and then signatures are not looked at.</param>
    public static async Task<StoreCheck> BeginAsync(
        IServiceProvider services, ImmutableArray<KeptCheckpoint> checkpoints, CancellationToken cancellation, ImmutableArray<NoteKey> logKeys = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        InspectionContext context = await services.GetRequiredService<IDbContextFactory<InspectionContext>>().CreateDbContextAsync(cancellation);
        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            DbTransaction snapshot = await SnapshotAsync(context.Database.GetDbConnection(), cancellation);
            await context.Database.UseTransactionAsync(snapshot, cancellation);
            CheckedStore store = new(
                context, services.GetRequiredService<EventCodec>(), services.GetRequiredService<DrawHashes>(), checkpoints.IsDefault ? [] : checkpoints, logKeys.IsDefault ? [] : logKeys);
            await store.CountAsync(cancellation);
            return new StoreCheck(context, snapshot, store);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs all stages up to the first difference.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>The first difference; <see langword="null"/> if there is none.</returns>
    public async Task<Refusal?> RunAsync(CancellationToken cancellation)
    {
        foreach (StoreCheckStage stage in Stages)
        {
            if (await stage.RunAsync(null, cancellation) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _snapshot.DisposeAsync();
        await _context.DisposeAsync();
    }

    /// <summary>All stages see the store at one moment, and no lock is held against writers.</summary>
    private static async Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (connection is SqliteConnection sqlite)
        {
            return sqlite.BeginTransaction(deferred: true);
        }

        DbTransaction snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using DbCommand only = connection.CreateCommand();
        (only.Transaction, only.CommandText) = (snapshot, "SET TRANSACTION READ ONLY");
        await only.ExecuteNonQueryAsync(cancellation);
        return snapshot;
    }
}
