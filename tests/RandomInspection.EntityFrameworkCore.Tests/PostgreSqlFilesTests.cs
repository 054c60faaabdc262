using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>The check asks PostgreSQL's own check of its files where it may, and says so where it may not.</summary>
public sealed class PostgreSqlFilesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_FilesDamagedBelowTheDatabase_FoundAndWithoutTheExtensionNoted()
    {
        Assert.SkipUnless(PostgreSqlServer.IsFound, PostgreSqlServer.HowToGetIt);
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(Cancellation);
        await server.CreateAsync("ri", Cancellation);
        await MakeAsync(server.ConnectionString("ri"));
        Assert.Equal("", await SaidAsync(server.ConnectionString("ri")));

        // A role that may read and no more: everything else is checked.
        await ExecuteAsync(server, "CREATE ROLE checker LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO checker");
        Assert.Equal("note RI6101", await SaidAsync(server.ConnectionString("ri", "checker")));
        await ExecuteAsync(server, "GRANT EXECUTE ON FUNCTION verify_heapam, bt_index_check(regclass, boolean) TO checker");
        Assert.Equal("", await SaidAsync(server.ConnectionString("ri", "checker")));
        await ExecuteAsync(server, "DROP EXTENSION amcheck");
        Assert.Equal("note RI6101", await SaidAsync(server.ConnectionString("ri")));
        await ExecuteAsync(server, "CREATE SCHEMA \"own tools\"; CREATE EXTENSION amcheck SCHEMA \"own tools\"");
        Assert.Equal("", await SaidAsync(server.ConnectionString("ri")));

        // The rows are the same, and an index does not know of them.
        await ExecuteAsync(
            server,
            """
            UPDATE pg_index SET indisready = false WHERE indexrelid = '"IX_ledger_Stream_Version"'::regclass;
            CREATE TEMP TABLE kept AS SELECT * FROM ledger;
            ALTER TABLE ledger DISABLE TRIGGER USER;
            DELETE FROM ledger;
            INSERT INTO ledger SELECT * FROM kept;
            ALTER TABLE ledger ENABLE TRIGGER USER;
            UPDATE pg_index SET indisready = true WHERE indexrelid = '"IX_ledger_Stream_Version"'::regclass;
            """);
        Assert.Matches("^RI6071 .*IX_ledger_Stream_Version", await SaidAsync(server.ConnectionString("ri")));
        await ExecuteAsync(server, "REINDEX TABLE ledger");
        Assert.Equal("", await SaidAsync(server.ConnectionString("ri")));

        // A line pointer that points behind its page.
        string file = await TextAsync(server, "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('directory')");
        await ExecuteAsync(server, "CHECKPOINT");
        NpgsqlConnection.ClearAllPools();
        await server.StopImmediatelyAsync(Cancellation);
        await using (FileStream page = new(file, FileMode.Open))
        {
            page.Position = 24;
            await page.WriteAsync(new byte[] { 0xf0, 0xff }, Cancellation);
        }

        await server.StartAgainAsync(Cancellation);
        Assert.Matches("^RI6071 .*directory, page 0", await SaidAsync(server.ConnectionString("ri")));
    }

    private static async Task MakeAsync(string connectionString)
    {
        await using ServiceProvider provider = Services(connectionString);
        await provider.MigrateAsync(Cancellation);
        ILedger ledger = provider.GetRequiredService<ILedger>();
        ImmutableArray<EncodedEvent> happened = [DomainEvents.Codec.Encode(new SealedEvent.Committed(new NodaTime.LocalDate(2026, 11, 23), new string('0', 64)))];
        await ledger.CommitAsync(new LedgerCommit(Actor.System, Way.Morning, null, [new StreamAppend(SealedLedger.Commitments, 0, happened)], []), Cancellation);
        await provider.GetRequiredService<RandomInspection.Planning.DirectoryWorkflow>().MergeAsync(
            new Actor("guan", Role.DirectoryKeeper), new RandomInspection.Directories.SubjectFile("a.csv", new string('0', 64), [.. RandomInspection.SampleData.SampleSubjects.Generate(20)], 0, 0), Way.Morning, Cancellation);
    }

    /// <summary>What the check says: its difference, or its notes; nothing if all agrees and all was looked at.</summary>
    private static async Task<string> SaidAsync(string connectionString)
    {
        await using ServiceProvider provider = Services(connectionString);
        await using StoreCheck check = await StoreCheck.BeginAsync(provider, [], Cancellation);
        return await check.RunAsync(Cancellation) is { } difference
            ? $"{difference.Code} {difference.Reason(Language.English)}"
            : string.Join(", ", check.Notes.Select(note => $"note {note.Code}"));
    }

    private static ServiceProvider Services(string connectionString)
    {
        ServiceCollection services = new();
        services.AddRandomInspection().UsePostgreSql($"{connectionString};Pooling=false");
        return services.BuildServiceProvider();
    }

    private static async Task ExecuteAsync(PostgreSqlServer server, string sql) => await TextAsync(server, sql);

    private static async Task<string> TextAsync(PostgreSqlServer server, string sql)
    {
        await using NpgsqlConnection connection = new($"{server.ConnectionString("ri")};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancellation) as string ?? "";
    }
}
