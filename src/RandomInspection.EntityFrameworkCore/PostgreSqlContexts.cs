using Microsoft.EntityFrameworkCore;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Gives what reads the tables their context on PostgreSQL.</summary>
internal sealed class PostgreSqlContexts(IDbContextFactory<PostgreSqlContext> contexts) : IDbContextFactory<InspectionContext>
{
    public InspectionContext CreateDbContext() => contexts.CreateDbContext();
}
