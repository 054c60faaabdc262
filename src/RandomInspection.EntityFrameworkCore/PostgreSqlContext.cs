using Microsoft.EntityFrameworkCore;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The tables on PostgreSQL. A type of its own, because migrations belong to a type of context.</summary>
/// <param name="options">The connection.</param>
public sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options) : InspectionContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);

        // Texts are compared and ordered by bytes, as on SQLite and as frames ask for, whatever language the database speaks.
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<Enum>().UseCollation("C");
        configurationBuilder.Properties<NodaTime.LocalDate>().UseCollation("C");
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<LedgerStreamRow>(stream => stream.ToTable("ledger_stream").HasKey(s => s.Stream));
    }
}
