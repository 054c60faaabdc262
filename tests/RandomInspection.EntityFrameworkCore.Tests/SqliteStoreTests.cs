using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.EntityFrameworkCore;

namespace RandomInspection.Tests;

/// <summary>What only SQLite has: statements that replace, and files that are copied about.</summary>
public sealed class SqliteStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("INSERT OR REPLACE INTO ledger SELECT Sequence, 'x', At, Data, Reason, Role, Stream, Type, Version, Salt FROM ledger WHERE Sequence = 1")]
    [InlineData("REPLACE INTO ledger SELECT Sequence + 100, 'x', At, Data, Reason, Role, Stream, Type, Version, Salt FROM ledger WHERE Sequence = 1")]
    [InlineData("UPDATE OR REPLACE ledger SET Sequence = 2 WHERE Sequence = 1")]
    public async Task Ledger_WrittenEntry_CannotBeReplaced(string sql)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("addTask");
        Assert.Contains("append-only", (await Assert.ThrowsAsync<SqliteException>(() => store.ExecuteAsync(sql))).Message, StringComparison.Ordinal);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task Schema_Migrated_AsTheModel()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using SqliteConnection fresh = new("Data Source=:memory:");
        await fresh.OpenAsync(Cancellation);
        await using InspectionContext context = await store.Get<IDbContextFactory<InspectionContext>>().CreateDbContextAsync(Cancellation);
        await using SqliteCommand model = new(context.Database.GenerateCreateScript(), fresh);
        await model.ExecuteNonQueryAsync(Cancellation);

        string[] due = await SchemaText.OfAsync(fresh);
        Assert.True(due.Length > 50);
        Assert.Equal(due, await SchemaText.OfAsync(await store.ConnectAsync()));
    }

    [Fact]
    public async Task Script_RunByHand_HostFindsNothingToDo()
    {
        string folder = Directory.CreateTempSubdirectory("ri-store-").FullName;
        await using (SqliteConnection byHand = new($"Data Source={Path.Combine(folder, "inspection.db")}"))
        {
            await byHand.OpenAsync(Cancellation);
            await using SqliteCommand script = new(StoreMigration.Script(StoreProvider.Sqlite), byHand);
            await script.ExecuteNonQueryAsync(Cancellation);
        }

        await using TemporaryStore store = await TemporaryStore.CreateAsync(folder);
        store.IsTampered = true; // its folder is gone before it is
        await using TemporaryStore migrated = await TemporaryStore.CreateAsync();
        Assert.Equal(await SchemaText.OfAsync(await migrated.ConnectAsync()), await SchemaText.OfAsync(await store.ConnectAsync()));
        using Way way = new(store);
        await way.GoAsync("submit");
        await LedgerAssert.IsSoundAsync(store);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task MigrateAsync_KilledHalfWay_NextStartDoesTheRest()
    {
        string folder = Directory.CreateTempSubdirectory("ri-store-").FullName;
        string first = StoreMigration.Versions(StoreProvider.Sqlite)[0];
        await using (SqliteConnection connection = new($"Data Source={Path.Combine(folder, "inspection.db")}"))
        {
            // The first migration stands; of the second, half was done when the process died, and the lock that others keep for it was left.
            await connection.OpenAsync(Cancellation);
            string[] scripts = StoreMigration.Script(StoreProvider.Sqlite).Split($"VALUES ('{first}'");
            int end = scripts[1].IndexOf(';', StringComparison.Ordinal) + 1;
            await using SqliteCommand script = new($"{scripts[0]}VALUES ('{first}'{scripts[1][..end]} COMMIT; CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER); INSERT INTO \"__EFMigrationsLock\" VALUES (1);", connection);
            await script.ExecuteNonQueryAsync(Cancellation);
        }

        await using TemporaryStore store = await TemporaryStore.CreateAsync(folder);
        store.IsTampered = true; // the lock's table is still there
        using Way way = new(store);
        await way.GoAsync("submit");
        await LedgerAssert.IsSoundAsync(store);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
