using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>When SQLite fails: a refusal that says what became of it, and a store that goes on when the cause is gone.</summary>
public sealed class SqliteFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAsync_NoRoom_RefusedNothingWrittenAndGoesOnWhenThereIs()
    {
        PageLimit limit = new();
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using TemporaryStore cramped = await TemporaryStore.CreateAsync(store.Folder, services => services.AddDbContextFactory<InspectionContext>(
            options => options.AddInterceptors(limit)));
        ILedger ledger = cramped.Get<ILedger>();
        await using (InspectionContext empty = await store.Get<IDbContextFactory<InspectionContext>>().CreateDbContextAsync(Cancellation))
        {
            limit.Most = await empty.Database.SqlQueryRaw<int>("SELECT page_count AS Value FROM pragma_page_count()").SingleAsync(Cancellation) + 60;
        }

        int written = 0;
        StoreFailedException refused;
        for (; ; written++)
        {
            if (await GroupCommitTests.OutcomeAsync(ledger.CommitAsync(GroupCommitTests.Commit($"x/{written}", 0, 100), Cancellation)) is { } failure)
            {
                refused = Assert.IsType<StoreFailedException>(failure);
                break;
            }
        }

        Assert.Equal(("RI6050", "SQLite 13"), (refused.Refusal.Code, refused.Refusal["error"]));
        Assert.True(written > 0);
        Assert.Equal(written * 100, (await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);
        Assert.Empty(await ledger.ReadStreamAsync($"x/{written}", Cancellation));
        await LedgerAssert.IsWholeAsync(store);
        limit.Most = 100_000;
        await ledger.CommitAsync(GroupCommitTests.Commit($"x/{written}", 0, 100), Cancellation);
        await LedgerAssert.IsWholeAsync(store);
    }

    [Fact]
    public async Task CommitAsync_FileIsReadOnly_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using TemporaryStore reading = await TemporaryStore.CreateAsync(store.Folder, connectionString: $"{store.ConnectionString};Mode=ReadOnly", migrate: false);
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(
            () => reading.Get<ILedger>().CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation));
        Assert.Equal("RI6056", refused.Refusal.Code);
        Assert.Equal(0, (await reading.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);
    }

    [Fact]
    public async Task MigrateAsync_NoDatabaseButSomethingElse_RefusedAndLeftAsItIs()
    {
        string folder = Directory.CreateTempSubdirectory("ri-store-").FullName;
        string file = Path.Combine(folder, "inspection.db");
        byte[] something = [.. Enumerable.Range(0, 8192).Select(i => (byte)(i % 251))];
        await File.WriteAllBytesAsync(file, something, Cancellation);
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(() => TemporaryStore.CreateAsync(folder));
        Assert.Equal("RI6055", refused.Refusal.Code);
        Assert.Equal(something, await File.ReadAllBytesAsync(file, Cancellation));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A quota: a database has so many pages at most.</summary>
    private sealed class PageLimit : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        public int Most { get; set; } = 100_000;

        public override async Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using SqliteCommand command = ((SqliteConnection)connection).CreateCommand();
#pragma warning disable CA2100 // A number.
            command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {Most};");
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
