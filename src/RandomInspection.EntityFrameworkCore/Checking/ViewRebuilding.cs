using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using IView = RandomInspection.Ledger.IView;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Makes the rows of all views anew from the logs.</summary>
public static class ViewRebuilding
{
    private const int ReportEvery = 1_000, RowsAtOnce = 5_000, Attempts = 8;

    /// <summary>Throws the rows of all views away and writes those that follow from the logs, in one transaction: nobody sees it half done.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="progress">Told how many entries are folded; <see langword="null"/> if nobody asks.</param>
    /// <param name="cancellation">Cancels before anything is changed.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="InvalidOperationException">The events of a stream do not read or do not follow from one another; nothing was changed.</exception>
    public static async Task<long> RebuildViewsAsync(this IServiceProvider services, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(services);
        DomainViews views = new(services.GetRequiredService<EventCodec>(), services.GetRequiredService<DrawHashes>());
        await using InspectionContext context = await services.GetRequiredService<IDbContextFactory<InspectionContext>>().CreateDbContextAsync(cancellation);
        context.Database.SetCommandTimeout(0);
        IEntityType[] tables = [.. views.Views.OrderBy(view => view.Name, StringComparer.Ordinal).Select(view => context.Model.FindEntityType(view)!)];
        await using IDbContextTransaction transaction = await AloneAsync(context, tables, cancellation);
        foreach (IEntityType table in tables)
        {
#pragma warning disable EF1002 // Tables are the model's.
            await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table.GetTableName()}\"", cancellation);
#pragma warning restore EF1002
        }

        long rows = await WriteAsync(context, views, tables, progress, cancellation);
        await transaction.CommitAsync(cancellation);
        return rows;
    }

    /// <summary>A transaction during which nobody appends: on SQLite any one that writes; on PostgreSQL whoever commits waits at the views, or at a head.</summary>
    private static async Task<IDbContextTransaction> AloneAsync(InspectionContext context, IEntityType[] tables, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
            try
            {
                if (context is PostgreSqlContext)
                {
                    // The views in the order in which a commit writes them, then the heads, which it locks last.
#pragma warning disable EF1002 // Tables are the model's.
                    await context.Database.ExecuteSqlRawAsync(
                        $"LOCK TABLE {string.Join(", ", tables.Select(table => $"\"{table.GetTableName()}\""))} IN SHARE ROW EXCLUSIVE MODE", cancellation);
#pragma warning restore EF1002
                    foreach (LedgerLog log in Enum.GetValues<LedgerLog>())
                    {
                        await context.HoldHeadAsync(log, cancellation);
                    }
                }

                return transaction;
            }
            catch (Exception failure) when (attempt < Attempts && StoreFailure.IsPassing(failure))
            {
                // Commits that share a transaction may have crossed it.
                await transaction.DisposeAsync();
            }
            catch
            {
                await transaction.DisposeAsync();
                throw;
            }
        }
    }

    private static async Task<long> WriteAsync(
        InspectionContext context, DomainViews views, IEntityType[] tables, IProgress<long>? progress, CancellationToken cancellation)
    {
        Dictionary<Type, List<IView>> waiting = tables.ToDictionary(table => table.ClrType, _ => new List<IView>());
        long entries = 0, written = 0;
        await foreach (ImmutableArray<LedgerEntry> stream in StreamPages.ReadAsync(context, views.Kinds, others: false, cancellation))
        {
            foreach (IView row in views.Fold(stream))
            {
                List<IView> rows = waiting[row.GetType()];
                rows.Add(row);
                if (rows.Count == RowsAtOnce)
                {
                    await context.InsertAsync(context.Model.FindEntityType(row.GetType())!, rows, rows.Count, cancellation);
                    rows.Clear();
                }

                written++;
            }

            long before = entries;
            entries += stream.Length;
            if (before / ReportEvery != entries / ReportEvery)
            {
                progress?.Report(entries);
            }
        }

        foreach (IEntityType table in tables)
        {
            await context.InsertAsync(table, waiting[table.ClrType], waiting[table.ClrType].Count, cancellation);
        }

        progress?.Report(entries);
        return written;
    }
}
