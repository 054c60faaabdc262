using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RandomInspection.EntityFrameworkCore;

namespace RandomInspection.Tests;

/// <summary>What only PostgreSQL has: a server with settings, rights, and an order of texts of its own.</summary>
[OnPostgreSql]
public sealed class PostgreSqlStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""TRUNCATE "ledger" """)]
    [InlineData("""TRUNCATE "sealed_ledger" """)]
    [InlineData("""INSERT INTO "ledger" SELECT * FROM "ledger" ON CONFLICT ("Sequence") DO UPDATE SET "Actor" = 'x'""")]
    public async Task Ledger_WrittenEntry_CannotBeReplaced(string sql)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("addTask");
        Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => store.ExecuteAsync(sql))).MessageText, StringComparison.Ordinal);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task Schema_Migrated_AsTheModel()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using InspectionContext context = await store.Get<IDbContextFactory<InspectionContext>>().CreateDbContextAsync(Cancellation);
        await using DbConnection connection = await store.ConnectAsync();
        string[] migrated = await SchemaText.OfAsync(connection);
        await using DbCommand model = connection.CreateCommand();
        model.CommandText = $"CREATE SCHEMA model; SET search_path = model; {context.Database.GenerateCreateScript()}";
        await model.ExecuteNonQueryAsync(Cancellation);

        string[] due = await SchemaText.OfAsync(connection);
        Assert.True(due.Length > 50);
        Assert.Equal(due, migrated);
    }

    [Fact]
    public async Task Script_RunByHand_HostMayDoNothingButReadAndWrite()
    {
        await using TemporaryStore empty = await TemporaryStore.CreateAsync();
        string role = $"host_{Path.GetFileName(empty.Folder)}";
        await empty.ExecuteAsync(
            $"""
            DROP SCHEMA public CASCADE;
            CREATE SCHEMA public;
            {StoreMigration.Script(StoreProvider.PostgreSql)}
            CREATE ROLE "{role}" LOGIN;
            GRANT USAGE ON SCHEMA public TO "{role}";
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}";
            REVOKE UPDATE, DELETE, TRUNCATE ON "ledger", "sealed_ledger" FROM "{role}";
            """);
        await using TemporaryStore store = await TemporaryStore.CreateAsync(empty.Folder, role: role);
        using Way way = new(store);
        await way.GoAsync("draw");
        await LedgerAssert.IsSoundAsync(store);
        await Assert.ThrowsAsync<PostgresException>(() => store.ExecuteAsync("""CREATE TABLE "x" ("y" int)"""));
    }

    [Theory]
    [InlineData("synchronous_commit", "off", "RI6060")]
    public async Task MigrateAsync_ServerThatMayLoseWhatItAcknowledges_Refused(string name, string value, string code)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await store.ExecuteAsync($"""ALTER DATABASE "{Path.GetFileName(store.Folder)}" SET {name} = {value}""");
        await using NpgsqlConnection pooled = new(store.ConnectionString);
        NpgsqlConnection.ClearPool(pooled);
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(() => TemporaryStore.CreateAsync(store.Folder));
        Assert.Equal((code, name, value), (refused.Refusal.Code, refused.Refusal["name"], refused.Refusal["value"]));
    }

    [Fact]
    public async Task MigrateAsync_DatabaseOfAnotherEncoding_RefusedAndNoTableIsMade()
    {
        string folder = Directory.CreateTempSubdirectory("ri-latin-").FullName;
        string database = Path.GetFileName(folder);
        await PostgreSqlDatabases.CreateOfEncodingAsync(database, "LATIN1");
        try
        {
            StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(() => TemporaryStore.CreateAsync(folder));
            Assert.Equal(("RI6062", "server_encoding", "LATIN1", "UTF8"), (refused.Refusal.Code, refused.Refusal["name"], refused.Refusal["value"], refused.Refusal["due"]));
            await using NpgsqlConnection connection = new($"{await PostgreSqlDatabases.ConnectionStringAsync(database)};Pooling=false");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using NpgsqlCommand tables = new("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", connection);
            Assert.Equal(0L, await tables.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            await PostgreSqlDatabases.DropAsync(database);
            Directory.Delete(folder);
        }
    }

    [Fact]
    public async Task MigrateAsync_MayNotMakeTables_RefusedWithTheWayOut()
    {
        await using TemporaryStore empty = await TemporaryStore.CreateAsync();
        string role = $"host_{Path.GetFileName(empty.Folder)}";
        empty.IsTampered = true;
        await empty.ExecuteAsync($"""DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE ROLE "{role}" LOGIN; GRANT USAGE ON SCHEMA public TO "{role}";""");
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(() => TemporaryStore.CreateAsync(empty.Folder, role: role));
        Assert.Equal("RI6056", refused.Refusal.Code);
        Assert.Contains("ri database script", refused.Refusal.Remedy(Language.English), StringComparison.Ordinal);
    }
}
