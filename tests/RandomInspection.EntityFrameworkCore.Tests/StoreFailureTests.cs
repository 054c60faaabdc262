using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Failures that both databases can have.</summary>
public abstract class StoreFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAsync_TableMissing_RefusedWithTheWayOut()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true;
        await store.ExecuteAsync("""ALTER TABLE "ledger_node" RENAME TO "elsewhere" """);
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(
            () => store.Get<ILedger>().CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation));
        Assert.Equal("RI6061", refused.Refusal.Code);
        await store.ExecuteAsync("""ALTER TABLE "elsewhere" RENAME TO "ledger_node" """);
        await store.Get<ILedger>().CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation);
        await LedgerAssert.IsWholeAsync(store);
    }

    [Fact]
    public async Task MigrateAsync_DatabaseOfALaterVersion_RefusedAndUnchanged()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true;
        await store.ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99')""");
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(() => TemporaryStore.CreateAsync(store.Folder));
        Assert.Equal(("RI6057", "29990101000000_Later"), (refused.Refusal.Code, refused.Refusal["migration"]));
        StoreProvider provider = OnPostgreSqlAttribute.Holds ? StoreProvider.PostgreSql : StoreProvider.Sqlite;
        Assert.Equal(StoreMigration.Versions(provider)[^1], refused.Refusal["last"]);
    }

    [Fact]
    public async Task MigrateAsync_ManyHostsAtOnce_EachFindsTheTables()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(migrate: false);
        TemporaryStore[] hosts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TemporaryStore.CreateAsync(store.Folder), Cancellation)));
        await hosts[5].Get<ILedger>().CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation);
        foreach (TemporaryStore host in hosts)
        {
            Assert.Equal(1, (await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);
            await host.DisposeAsync();
        }
    }

    [Fact]
    public void Script_UnknownVersion_Refused() =>
        Assert.Throws<ArgumentException>(() => StoreMigration.Script(OnPostgreSqlAttribute.Holds ? StoreProvider.PostgreSql : StoreProvider.Sqlite, "nothing"));
}
