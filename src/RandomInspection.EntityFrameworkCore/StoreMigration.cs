using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Brings a database to this version's tables, or prints what would.</summary>
/// <remarks>
/// All that is missing is one transaction, under a lock that ends with it: hosts that start together do it once, and one that dies leaves nothing half done.
/// </remarks>
public static class StoreMigration
{
    /// <summary>"ri" and "migrate" in a number: nobody else's lock.</summary>
    private const long Lock = 0x7269_6D69_6772_6174;

    /// <summary>Brings the database to this version's tables; a SQLite file is created if need be. A database of this version is only looked at.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="cancellation">Cancels before anything is changed.</param>
    /// <exception cref="StoreFailedException">The database is of a later version (RI6057), the server may lose what it acknowledges (RI6060), or it failed (RI6050–RI6056).</exception>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        IDbContextFactory<InspectionContext> contexts = services.GetRequiredService<IDbContextFactory<InspectionContext>>();
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            if (context is PostgreSqlContext)
            {
                await PostgreSqlSettings.RequireAsync(context, cancellation);
            }
            else
            {
                // Write-ahead logging is a property of the file: readers go on while somebody writes.
                await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
            }

            if ((await PendingAsync(context, cancellation)).Length > 0)
            {
                await ApplyAsync(context, cancellation);
            }

            await context.FillInAsync(LedgerLog.Public, cancellation);
            await context.FillInAsync(LedgerLog.Sealed, cancellation);
        }
        catch (Exception failure) when (StoreFailure.Of(failure) is not null)
        {
            throw StoreFailure.Known(failure);
        }
    }

    /// <summary>What a database administrator runs instead, where the host may not change tables: SQL from one version to this.</summary>
    /// <param name="provider">For which database.</param>
    /// <param name="from">The last migration that was applied, as the table <c>__EFMigrationsHistory</c> names it; <see langword="null"/> for an empty database.</param>
    /// <returns>One transaction; lines end with <c>\n</c>.</returns>
    /// <exception cref="ArgumentException">There is no such migration for this database.</exception>
    public static string Script(StoreProvider provider, string? from = null)
    {
        using InspectionContext context = Offline(provider);
        if (from is not null && !context.Database.GetMigrations().Contains(from))
        {
            throw new ArgumentException($"There is no migration \"{from}\" for {provider}.", nameof(from));
        }

        string script = Script(context, from ?? Migration.InitialDatabase, null).Replace("\r", "", StringComparison.Ordinal);
        string begin = provider == StoreProvider.Sqlite ? "PRAGMA journal_mode = WAL;\n\nBEGIN IMMEDIATE;\n" : "BEGIN;\n";
        return $"{begin}\n{script.Trim('\n')}\n\nCOMMIT;\n";
    }

    /// <summary>The versions of the tables, the oldest first.</summary>
    /// <param name="provider">For which database.</param>
    public static ImmutableArray<string> Versions(StoreProvider provider)
    {
        using InspectionContext context = Offline(provider);
        return [.. context.Database.GetMigrations()];
    }

    private static InspectionContext Offline(StoreProvider provider) => provider switch
    {
        StoreProvider.Sqlite => new InspectionContext(new DbContextOptionsBuilder<InspectionContext>().UseSqlite("Data Source=:memory:").Options),
        StoreProvider.PostgreSql => new PostgreSqlContext(new DbContextOptionsBuilder<PostgreSqlContext>().UseNpgsql("Host=unused").Options),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "There is no such provider."),
    };

    private static async Task ApplyAsync(InspectionContext context, CancellationToken cancellation)
    {
        // On SQLite it begins by taking the file's one write lock.
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (context is PostgreSqlContext)
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        }

        // Another host may have done it while this one waited. On PostgreSQL a question for a table that is not there would end the transaction.
        await context.Database.ExecuteSqlRawAsync(context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(), cancellation);
        string[] known = [.. context.Database.GetMigrations()];
        foreach (string pending in await PendingAsync(context, cancellation))
        {
            string? before = known.TakeWhile(m => m != pending).LastOrDefault();
            await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction.GetDbTransaction();
            command.CommandText = Script(context, before ?? Migration.InitialDatabase, pending);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task<string[]> PendingAsync(InspectionContext context, CancellationToken cancellation)
    {
        string[] known = [.. context.Database.GetMigrations()];
        string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellation)];
        return applied.Except(known).FirstOrDefault() is { } later
            ? throw new StoreFailedException(StoreRefusals.LaterVersion.With(("migration", later), ("last", known[^1])))
            : [.. known.Except(applied)];
    }

    private static string Script(InspectionContext context, string from, string? to) =>
        context.GetService<IMigrator>().GenerateScript(from, to, MigrationsSqlGenerationOptions.NoTransactions);
}
