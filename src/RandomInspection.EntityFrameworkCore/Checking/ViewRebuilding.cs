using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Makes the rows of all views anew from the logs.</summary>
public static class ViewRebuilding
{
    private const int ReportEvery = 1_000;

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

        // Immediate on SQLite: nobody appends meanwhile.
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        Dictionary<Type, RowInsert> inserts = [];
        long entries = 0, written = 0;
        try
        {
            foreach (Type view in views.Views)
            {
                inserts.Add(view, await RowInsert.IntoEmptiedAsync(context, RawTable.Of(context, view), cancellation));
            }

            await foreach (ImmutableArray<LedgerEntry> stream in StreamPages.ReadAsync(context, views.Kinds, others: false, cancellation))
            {
                foreach (IView row in views.Fold(stream))
                {
                    await inserts[row.GetType()].WriteAsync(row, cancellation);
                    written++;
                }

                long before = entries;
                entries += stream.Length;
                if (before / ReportEvery != entries / ReportEvery)
                {
                    progress?.Report(entries);
                }
            }
        }
        finally
        {
            foreach (RowInsert insert in inserts.Values)
            {
                await insert.DisposeAsync();
            }
        }

        await transaction.CommitAsync(cancellation);
        progress?.Report(entries);
        return written;
    }
}
