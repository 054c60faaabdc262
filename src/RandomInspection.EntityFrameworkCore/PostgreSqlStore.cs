using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The store on PostgreSQL.</summary>
public static class PostgreSqlStore
{
    /// <summary>Keeps everything in one PostgreSQL database, which several hosts may share. Call <see cref="StoreMigration.MigrateAsync"/> before the first use.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">For example <c>Host=db;Database=inspection;Username=inspection;Password=…</c>; PostgreSQL 13 or later, encoding UTF8.</param>
    public static RandomInspectionBuilder UsePostgreSql(this RandomInspectionBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.Services.AddPooledDbContextFactory<PostgreSqlContext>(options => options.UseNpgsql(connectionString));
        builder.Services.TryAddSingleton<IDbContextFactory<InspectionContext>, PostgreSqlContexts>();
        return builder.UseTables();
    }
}
