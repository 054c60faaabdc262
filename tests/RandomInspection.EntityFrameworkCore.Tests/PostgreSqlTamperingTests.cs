using System.Globalization;
using Npgsql;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Whatever single thing somebody changes in a PostgreSQL database of 10,000 entries, the check finds it.</summary>
/// <remarks>How many changes are tried is <c>RI_TAMPERING</c>, 25 if nothing is said.</remarks>
[OnPostgreSql]
public sealed class PostgreSqlTamperingTests
{
    private static readonly int Changes = int.TryParse(Environment.GetEnvironmentVariable("RI_TAMPERING"), CultureInfo.InvariantCulture, out int changes) ? changes : 25;

    private static readonly TamperingKind[] Kinds = Enum.GetValues<TamperingKind>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_NothingChanged_NoDifferenceAndNothingWritten()
    {
        await using Copy copy = await Copy.OfAsync();
        await using (await copy.TamperAsync())
        {
            // The triggers went and came back: that alone is no difference, or every change below would be found for it.
        }

        string before = await copy.WrittenAsync();
        Assert.Null(await copy.CheckAsync());
        Assert.Equal(before, await copy.WrittenAsync());
    }

    [Fact]
    public async Task RunAsync_AnySingleChange_Found()
    {
        int seed = Random.Shared.Next(), made = 0;
        Random random = new(seed);
        Dictionary<(string Table, TamperingKind Kind), int> tried = [];
        await using Copy copy = await Copy.OfAsync();
        while (made < Changes)
        {
            await copy.RenewAsync();
            string? what;
            await using (PostgreSqlTampering tampering = await copy.TamperAsync())
            {
                // Tables and kinds take turns, so that small tables are changed as often as large ones.
                string[] tables = await tampering.TablesAsync();
                (string table, TamperingKind kind) = (tables[random.Next(tables.Length)], Kinds[random.Next(Kinds.Length)]);
                what = await tampering.ChangeAsync(random, table, kind);
                tried[(table, kind)] = tried.GetValueOrDefault((table, kind)) + (what is null ? 0 : 1);
            }

            if (what is not null)
            {
                made++;
                Refusal? difference = await copy.CheckAsync();
                Assert.True(difference is not null, $"Seed {seed}, change {made} was not found: {what}");
                Assert.DoesNotMatch(@"\{\w+\}", difference.Reason(Language.Chinese));
            }
        }

        TamperingReport.Write("PostgreSQL", tried);
    }

    [Theory]
    [InlineData("""DELETE FROM ledger WHERE "Sequence" > 9000""", "RI6076")]
    [InlineData("""DELETE FROM sealed_ledger""", "RI6076")]
    [InlineData("""DELETE FROM ledger WHERE "Sequence" = 1""", "RI6073")]
    [InlineData("""UPDATE ledger SET "Role" = lower("Role") WHERE "Sequence" = 17""", "RI6074")]
    [InlineData("""UPDATE ledger SET "At" = "At" + 1 WHERE "Sequence" = 10""", "RI6074")]
    [InlineData("""UPDATE ledger SET "At" = 9223372036854775807 WHERE "Sequence" = 10""", "RI6072")]
    [InlineData("""UPDATE ledger_node SET "Hash" = '\x00' WHERE "Log" = 0 AND "Level" = 13""", "RI6075")]
    [InlineData("""UPDATE ledger_head SET "Root" = upper("Root") WHERE "Id" = 1""", "RI6076")]
    [InlineData("""INSERT INTO ledger_head SELECT 3, "Size", "Frontier", "Root" FROM ledger_head WHERE "Id" = 1""", "RI6076")]
    [InlineData("""UPDATE ledger_stream SET "Version" = "Version" + 1 WHERE "Stream" = 'directory/subjects'""", "RI6095")]
    [InlineData("""UPDATE ledger_stream SET "Log" = 1 WHERE "Stream" = 'directory/subjects'""", "RI6095")]
    [InlineData("""DELETE FROM ledger_stream WHERE "Stream" = 'directory/subjects'""", "RI6095")]
    [InlineData("""INSERT INTO ledger_stream VALUES ('plan/P2026-777', 0, 1)""", "RI6095")]
    [InlineData("""UPDATE visit_view SET "Status" = 'audited' WHERE "Key" IN (SELECT "Key" FROM visit_view WHERE "Status" = 'Audited' LIMIT 1)""", "RI6083")]
    [InlineData("""DELETE FROM obligation_view WHERE "Key" IN (SELECT "Key" FROM obligation_view LIMIT 1)""", "RI6081")]
    [InlineData("""UPDATE seat_view SET "Replaced" = NOT "Replaced" WHERE "Key" IN (SELECT "Key" FROM seat_view LIMIT 1)""", "RI6083")]
    [InlineData("""UPDATE subject SET "CreditClass" = 'A' WHERE "Code" IN (SELECT "Code" FROM subject WHERE "CreditClass" = 'D' LIMIT 1)""", "RI6087")]
    [InlineData("""UPDATE inspector SET "Name" = "Name" || ' ' WHERE "Id" IN (SELECT "Id" FROM inspector LIMIT 1)""", "RI6087")]
    [InlineData("""DELETE FROM subject WHERE "Code" IN (SELECT "Code" FROM subject LIMIT 1)""", "RI6087")]
    [InlineData("""UPDATE directory SET "Version" = 1 WHERE "Name" = 'subjects'""", "RI6087")]
    [InlineData("""DELETE FROM evidence""", "RI6085")]
    [InlineData("""UPDATE evidence SET "Bytes" = "Bytes" || '\x00'""", "RI6084")]
    [InlineData("""UPDATE personal SET "Text" = "Text" || ' '""", "RI6086")]
    [InlineData("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%PostgreSqlTables'""", "RI6094")]
    public async Task RunAsync_ThisChange_NamedForWhatItIs(string sql, string code)
    {
        await using Copy copy = await Copy.OfAsync();
        await using (PostgreSqlTampering tampering = await copy.TamperAsync())
        {
            await tampering.ExecuteAsync(sql);
        }

        Refusal? difference = await copy.CheckAsync();
        Assert.Equal(code, difference?.Code);
        Assert.DoesNotMatch(@"\{\w+\}", difference!.Reason(Language.English));
    }

    /// <summary>What keeps the log append-only, and whatever could show a reader other rows than there are.</summary>
    [Theory]
    [InlineData("ALTER TABLE ledger DISABLE TRIGGER USER", "trigger ledger.ledger_append_only")]
    [InlineData("DROP TRIGGER ledger_own_streams ON sealed_ledger", "trigger sealed_ledger.ledger_own_streams")]
    [InlineData("CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'", "function ledger_append_only")]
    [InlineData("ALTER FUNCTION ledger_append_only() SECURITY DEFINER", "function ledger_append_only")]
    [InlineData("DROP TRIGGER ledger_append_only ON ledger; CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()", "trigger ledger.ledger_append_only")]
    [InlineData("CREATE TRIGGER more BEFORE INSERT ON plan_view FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()", "trigger plan_view.more")]
    [InlineData("""DROP INDEX "IX_ledger_Stream_Version" """, "index IX_ledger_Stream_Version")]
    [InlineData("""DROP INDEX "IX_ledger_Stream_Version"; CREATE UNIQUE INDEX "IX_ledger_Stream_Version" ON ledger ("Stream", "Version") WHERE "Sequence" > 17""", "index IX_ledger_Stream_Version")]
    [InlineData("CREATE RULE quiet AS ON DELETE TO seat_view DO INSTEAD NOTHING", "table seat_view")]
    [InlineData("ALTER TABLE subject ENABLE ROW LEVEL SECURITY", "table subject")]
    [InlineData("CREATE TABLE shadow () INHERITS (ledger)", "table ledger")]
    [InlineData("ALTER TABLE personal SET UNLOGGED", "table personal")]
    [InlineData("ALTER TABLE subject RENAME TO subjects; CREATE VIEW subject AS SELECT * FROM subjects", "column subject.Code")]
    [InlineData("""ALTER TABLE task_view ADD COLUMN "Note" text""", "column task_view.Note")]
    [InlineData("""ALTER TABLE task_view ALTER COLUMN "Title" DROP NOT NULL""", "column task_view.Title")]
    [InlineData("""ALTER TABLE task_view ALTER COLUMN "Title" TYPE text COLLATE "default" """, "column task_view.Title")]
    [InlineData("""ALTER TABLE task_view ALTER COLUMN "Title" SET DEFAULT 'x'""", "column task_view.Title")]
    [InlineData("""ALTER TABLE task_view ADD CHECK ("Title" <> '')""", "constraint task_view_Title_check")]
    public async Task RunAsync_TablesOrTriggersChanged_NamedForWhatChanged(string sql, string name)
    {
        await using Copy copy = await Copy.OfAsync();
        await copy.ExecuteAsync(sql);
        Refusal? difference = await copy.CheckAsync();
        Assert.Equal(("RI6070", name), (difference?.Code, difference?["name"]));
    }

    [Fact]
    public async Task RunAsync_SomebodyElsesTable_NoDifference()
    {
        await using Copy copy = await Copy.OfAsync();
        await copy.ExecuteAsync("CREATE TABLE notes (line text); CREATE SCHEMA other; CREATE TABLE other.ledger (x int)");
        Assert.Null(await copy.CheckAsync());
    }

    /// <summary>A database like that of the 10,000 entries, to be changed.</summary>
    private sealed class Copy : IAsyncDisposable
    {
        private readonly string _original;
        private readonly TemporaryStore _store;

        private Copy(string original, TemporaryStore store) => (_original, _store) = (original, store);

        private static IReadOnlyList<string>? Named { get; set; }

        public static async Task<Copy> OfAsync()
        {
            string original = await TenThousandEntries.DatabaseAsync();
            TemporaryStore store = await TemporaryStore.CreateAsync();
            store.IsTampered = true;
            Copy copy = new(original, store);
            await copy.RenewAsync();
            ILedger ledger = store.Get<ILedger>();
            Assert.True((await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size >= 9_700);
            Named ??= [.. (await ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation)).SelectMany(entry => DomainEvidence.Of(DomainEvents.Codec.Decode(entry))).Distinct()];
            return copy;
        }

        /// <summary>The database as it was before anybody touched it.</summary>
        public async Task RenewAsync()
        {
            await using (NpgsqlConnection pooled = new(_store.ConnectionString))
            {
                NpgsqlConnection.ClearPool(pooled);
            }

            string database = Path.GetFileName(_store.Folder);
            await PostgreSqlDatabases.DropAsync(database);
            await PostgreSqlDatabases.CreateAsync(database, _original);
        }

        public Task<PostgreSqlTampering> TamperAsync() => PostgreSqlTampering.BeginAsync(_store.ConnectionString, Named!);

        public Task ExecuteAsync(string sql) => _store.ExecuteAsync(sql);

        public async Task<Refusal?> CheckAsync()
        {
            await using StoreCheck check = await StoreCheck.BeginAsync(_store.Services, [], Cancellation);
            Refusal? difference = await check.RunAsync(Cancellation);
            Assert.True(difference is not null || check.Notes.Count == 0);
            return difference;
        }

        /// <summary>How many rows each table of this database has, and the last transaction that wrote one: other tests write to other databases of the same server.</summary>
        public async Task<string> WrittenAsync()
        {
            await using NpgsqlConnection connection = new($"{_store.ConnectionString};Pooling=false");
            await connection.OpenAsync(Cancellation);
            await using NpgsqlCommand command = new(
                """
                SELECT string_agg(relname || ' ' || (xpath('/row/w/text()', query_to_xml(format('SELECT count(*) || '' '' || coalesce(max(xmin::text::bigint), 0) AS w FROM %I', relname), false, true, '')))[1]::text, E'\n' ORDER BY relname)
                FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                """,
                connection);
            return (string)(await command.ExecuteScalarAsync(Cancellation))!;
        }

        public ValueTask DisposeAsync() => _store.DisposeAsync();
    }
}
