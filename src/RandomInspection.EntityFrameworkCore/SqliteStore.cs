using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The store on SQLite.</summary>
public static class SqliteStore
{
    /// <summary>Keeps everything in one SQLite file. Call <see cref="MigrateAsync"/> before the first use.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">For example <c>Data Source=inspection.db</c>.</param>
    public static RandomInspectionBuilder UseSqlite(this RandomInspectionBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.Services.AddDbContextFactory<InspectionContext>(options => options
            .UseSqlite(connectionString)
            .AddInterceptors(new SqliteSettings()));
        builder.Services.TryAddSingleton<ISaltSource, RandomSaltSource>();
        builder.UseLedger<SqliteLedger>();
        builder.Services.TryAddSingleton<IViews, Views>();
        builder.Services.TryAddSingleton<ISubjectDirectory, SubjectDirectory>();
        builder.Services.TryAddSingleton<IInspectorDirectory, InspectorDirectory>();
        builder.Services.TryAddSingleton<IPersonalTexts, PersonalTexts>();
        builder.Services.TryAddSingleton<IEvidenceStore, EvidenceStore>();
        return builder;
    }

    /// <summary>Brings the file to this version's tables, creating it if need be; a file of this version stays as it is.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="cancellation">Cancels between two migrations.</param>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        IDbContextFactory<InspectionContext> contexts = services.GetRequiredService<IDbContextFactory<InspectionContext>>();
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);

        // Write-ahead logging is a property of the file: readers go on while somebody writes.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
        await context.Database.MigrateAsync(cancellation);
        await context.FillInAsync(LedgerLog.Public, cancellation);
        await context.FillInAsync(LedgerLog.Sealed, cancellation);
    }
}
