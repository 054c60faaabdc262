using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

/// <summary>The store on PostgreSQL, each in a database of its own.</summary>
internal static class PostgreSql
{
    public static async ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation)
    {
        string database = Path.GetRandomFileName();
        await PostgreSqlDatabases.CreateAsync(database);
        return await OpenAsync(database, ownsDatabase: true, cancellation);
    }

    private static async ValueTask<StoreUnderTest> OpenAsync(string database, bool ownsDatabase, CancellationToken cancellation)
    {
        EndsBeforeCommit ends = new();
        string connectionString = await PostgreSqlDatabases.ConnectionStringAsync(database);
        StoreUnderTest store = await StoreUnderTest.OpenAsync(
            builder => builder.UsePostgreSql(connectionString).Services.ConfigureDbContext<PostgreSqlContext>(options => options.AddInterceptors(ends)),
            StoreMigration.MigrateAsync,
            cancellation);
        return new StoreUnderTest(store.Ledger, store.Views, store.Subjects, store.Inspectors, store.PersonalTexts, store.Evidence, DisposeAsync)
        {
            Requests = store.Requests,
            Reopen = async again =>
            {
                await store.DisposeAsync();
                return await OpenAsync(database, ownsDatabase: false, again);
            },
            CrashBeforeCommit = async (commit, again) =>
            {
                ends.Now = true;
                await Assert.ThrowsAsync<EndedException>(() => store.Ledger.CommitAsync(commit, again));
                return await OpenAsync(database, ownsDatabase: false, again);
            },
        };

        async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            if (ownsDatabase)
            {
                await using NpgsqlConnection pooled = new(connectionString);
                NpgsqlConnection.ClearPool(pooled);
                await PostgreSqlDatabases.DropAsync(database);
            }
        }
    }

    /// <summary>When told to: ends the server's process of a transaction that has written everything and committed nothing, as the death of the host does.</summary>
    private sealed class EndsBeforeCommit : DbTransactionInterceptor
    {
        public bool Now { get; set; }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (Now)
            {
                Now = false;
                NpgsqlConnection connection = (NpgsqlConnection)transaction.Connection!;
                await using NpgsqlConnection other = new(connection.ConnectionString);
                await other.OpenAsync(cancellationToken);
                await using NpgsqlCommand end = new("SELECT pg_terminate_backend($1)", other) { Parameters = { new NpgsqlParameter { Value = connection.ProcessID } } };
                await end.ExecuteNonQueryAsync(cancellationToken);
                throw new EndedException();
            }

            return result;
        }
    }

    private sealed class EndedException : Exception;
}

[Proves("RandomInspection.EntityFrameworkCore.TableLedger")]
public sealed class PostgreSqlLedgerSuite : LedgerSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => PostgreSql.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.Views")]
public sealed class PostgreSqlViewsSuite : ViewsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => PostgreSql.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.SubjectDirectory")]
public sealed class PostgreSqlSubjectsSuite : SubjectDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => PostgreSql.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.InspectorDirectory")]
public sealed class PostgreSqlInspectorsSuite : InspectorDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => PostgreSql.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.PersonalTexts")]
public sealed class PostgreSqlPersonalTextsSuite : PersonalTextsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => PostgreSql.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.EvidenceStore")]
public sealed class PostgreSqlEvidenceSuite : EvidenceSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => PostgreSql.OpenAsync(cancellation);
}

[Proves("RandomInspection.EntityFrameworkCore.AnsweredRequests")]
public sealed class PostgreSqlRequestsSuite : RequestsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => PostgreSql.OpenAsync(cancellation);
}
