using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The store on SQLite.</summary>
public static class SqliteStore
{
    /// <summary>Keeps everything in one SQLite file. Call <see cref="StoreMigration.MigrateAsync"/> before the first use.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">For example <c>Data Source=inspection.db</c>.</param>
    public static RandomInspectionBuilder UseSqlite(this RandomInspectionBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.Services.AddPooledDbContextFactory<InspectionContext>(options => options
            .UseSqlite(connectionString)
            .AddInterceptors(new SqliteSettings()));
        return builder.UseTables();
    }

    /// <summary>What reads and writes the tables, whichever database they are in.</summary>
    internal static RandomInspectionBuilder UseTables(this RandomInspectionBuilder builder)
    {
        builder.Services.TryAddSingleton<ISaltSource, RandomSaltSource>();
        builder.UseLedger<TableLedger>();
        builder.Services.TryAddSingleton<IViews, Views>();
        builder.Services.TryAddSingleton<ISubjectDirectory, SubjectDirectory>();
        builder.Services.TryAddSingleton<IInspectorDirectory, InspectorDirectory>();
        builder.Services.TryAddSingleton<IPersonalTexts, PersonalTexts>();
        builder.Services.TryAddSingleton<IEvidenceStore, EvidenceStore>();
        builder.Services.TryAddSingleton<IAnsweredRequests, AnsweredRequests>();
        return builder;
    }
}
