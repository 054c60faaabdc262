using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

/// <summary>The store on SQLite, each in a folder of its own.</summary>
internal static class Sqlite
{
    public static ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) =>
        OpenAsync(Directory.CreateTempSubdirectory("ri-kit-").FullName, ownsFolder: true, cancellation);

    private static async ValueTask<StoreUnderTest> OpenAsync(string folder, bool ownsFolder, CancellationToken cancellation)
    {
        StopsBeforeCommit stops = new();
        StoreUnderTest store = await StoreUnderTest.OpenAsync(
            builder => builder.UseSqlite($"Data Source={Path.Combine(folder, "inspection.db")}").Services.ConfigureDbContext<InspectionContext>(options => options.AddInterceptors(stops)),
            StoreMigration.MigrateAsync,
            cancellation);
        return new StoreUnderTest(store.Ledger, store.Views, store.Subjects, store.Inspectors, store.PersonalTexts, store.Evidence, DisposeAsync)
        {
            Requests = store.Requests,
            Reopen = async again =>
            {
                await store.DisposeAsync();
                SqliteConnection.ClearAllPools();
                return await OpenAsync(folder, ownsFolder: false, again);
            },
            CrashBeforeCommit = async (commit, again) =>
            {
                stops.CopyTo = Directory.CreateTempSubdirectory("ri-kit-").FullName;
                await Assert.ThrowsAsync<StoppedException>(() => store.Ledger.CommitAsync(commit, again));
                return await OpenAsync(stops.CopyTo, ownsFolder: true, again);
            },
        };

        async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            if (ownsFolder)
            {
                SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>When told where to: copies the file and its log as they are when everything is written and nothing committed, which is what a dead process leaves.</summary>
    private sealed class StopsBeforeCommit : DbTransactionInterceptor
    {
        public string? CopyTo { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (CopyTo is not { } folder)
            {
                return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
            }

            string file = Path.GetFullPath(transaction.Connection!.DataSource);
            foreach (string one in new[] { file, file + "-wal" }.Where(File.Exists))
            {
                File.Copy(one, Path.Combine(folder, Path.GetFileName(one)));
            }

            throw new StoppedException();
        }
    }

    private sealed class StoppedException : Exception;
}

[Proves("RandomInspection.EntityFrameworkCore.TableLedger")]
public sealed class SqliteLedgerSuite : LedgerSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Sqlite.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.Views")]
public sealed class SqliteViewsSuite : ViewsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Sqlite.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.SubjectDirectory")]
public sealed class SqliteSubjectsSuite : SubjectDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Sqlite.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.InspectorDirectory")]
public sealed class SqliteInspectorsSuite : InspectorDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Sqlite.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.PersonalTexts")]
public sealed class SqlitePersonalTextsSuite : PersonalTextsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Sqlite.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.EvidenceStore")]
public sealed class SqliteEvidenceSuite : EvidenceSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Sqlite.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.AnsweredRequests")]
public sealed class SqliteRequestsSuite : RequestsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Sqlite.OpenAsync(cancellation);
}
