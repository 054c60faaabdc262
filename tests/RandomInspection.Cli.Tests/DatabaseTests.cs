using RandomInspection.EntityFrameworkCore;

namespace RandomInspection.Tests;

/// <summary>The SQL for whoever may make tables; that it does what the host would do is tested with the stores.</summary>
public sealed class DatabaseTests
{
    [Theory]
    [InlineData("postgresql", StoreProvider.PostgreSql, "BEGIN;\n")]
    [InlineData("sqlite", StoreProvider.Sqlite, "PRAGMA journal_mode = WAL;\n\nBEGIN IMMEDIATE;\n")]
    public void Script_EmptyDatabase_OneTransactionWithEveryVersion(string name, StoreProvider provider, string begin)
    {
        string sql = Ri.Run("database", "script", "--provider", name).Done().Output;
        Assert.StartsWith(begin, sql, StringComparison.Ordinal);
        Assert.EndsWith("\nCOMMIT;\n", sql, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', sql);
        Assert.All(StoreMigration.Versions(provider), version => Assert.Contains($"VALUES ('{version}'", sql, StringComparison.Ordinal));
        Assert.Contains("""CREATE TABLE "ledger" """.TrimEnd(), sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_FromAVersion_OnlyWhatCameLater()
    {
        string[] versions = [.. StoreMigration.Versions(StoreProvider.Sqlite)];
        string sql = Ri.Run("database", "script", "--provider", "sqlite", "--from", versions[^2]).Done().Output;
        Assert.Contains($"VALUES ('{versions[^1]}'", sql, StringComparison.Ordinal);
        Assert.DoesNotContain(versions[^2], sql, StringComparison.Ordinal);
        Assert.Equal("BEGIN;\n\n\n\nCOMMIT;\n", Ri.Run("database", "script", "--provider", "postgresql", "--from", StoreMigration.Versions(StoreProvider.PostgreSql)[^1]).Done().Output);
    }

    [Theory]
    [InlineData("oracle", null, "--provider oracle")]
    [InlineData("PostgreSQL", null, "--provider PostgreSQL")]
    [InlineData("postgresql", "20261123000000_InitialTables", "--from 20261123000000_InitialTables")] // SQLite's
    [InlineData("sqlite", "", "--from")]
    public void Script_UnknownProviderOrVersion_Refused(string provider, string? from, string value) =>
        Ri.Run(["database", "script", "--provider", provider, .. from is null ? Array.Empty<string>() : ["--from", from]]).Refused("RI9101", value, "ri database script --help");
}
