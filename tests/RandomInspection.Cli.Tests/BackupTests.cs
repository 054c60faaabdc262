using Microsoft.Data.Sqlite;
using Npgsql;
using RandomInspection.EntityFrameworkCore;

namespace RandomInspection.Tests;

/// <summary><c>ri database backup</c> and <c>restore</c> on both databases.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly Ri _ri = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ri.Dispose();

    [Fact]
    public async Task Backup_WhileAHostWrites_WholeCopyOfOneMomentThatRestores()
    {
        string database = await SmallStore.CreateAsync(_ri["host.db"], "市场监管计划");
        await using SqliteConnection host = new($"Data Source={database};Pooling=False");
        await host.OpenAsync(Cancellation);
        await using (SqliteTransaction writing = host.BeginTransaction(deferred: false))
        {
            await using SqliteCommand half = host.CreateCommand();
            half.CommandText = "DELETE FROM task_view";
            await half.ExecuteNonQueryAsync(Cancellation);

            RiRun backup = Ri.Run("database", "backup", database, "--out", _ri["backup.db"]).Done();
            Assert.EndsWith("clean\n", backup.Output, StringComparison.Ordinal);
            Assert.Contains("The signing key is not in it", backup.Error, StringComparison.Ordinal);
            await writing.RollbackAsync(Cancellation);
        }

        Assert.Equal(["backup.db"], _ri.Files.Where(file => file.Contains("backup", StringComparison.Ordinal)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_ri["backup.db"]));
        }

        Ri.Run("fsck", database, "--keep", _ri["kept.txt"]).Done();
        RiRun restored = Ri.Run("database", "restore", _ri["backup.db"], _ri["again.db"], "--checkpoint", _ri["kept.txt"]).Done();
        Assert.StartsWith("public 2 ", restored.Output, StringComparison.Ordinal);
        Ri.Run("fsck", _ri["again.db"], "--checkpoint", _ri["kept.txt"]).Done();
    }

    [Fact]
    public async Task Backup_DatabaseThatDoesNotAgree_SaidAndNotKept()
    {
        string database = await SmallStore.CreateAsync(_ri["host.db"], "市场监管计划");
        await SmallStore.ExecuteAsync(database, "UPDATE plan_view SET Title = '改过的计划'");
        RiRun run = Ri.Run("database", "backup", database, "--out", _ri["backup.db"]);
        Assert.Equal((1, "RI6083"), (run.Code, run["difference"]));
        Assert.DoesNotContain(_ri.Files, file => file.Contains("backup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restore_BackupOlderThanThePublishedCheckpoint_SaidAndNotKept()
    {
        string database = await SmallStore.CreateAsync(_ri["host.db"], "市场监管计划");
        Ri.Run("database", "backup", database, "--out", _ri["backup.db"]).Done();
        Ri.Run("fsck", database, "--keep", _ri["kept.txt"]).Done();
        string published = await File.ReadAllTextAsync(_ri["kept.txt"], Cancellation);
        RiRun run = Ri.Run("database", "restore", _ri["backup.db"], _ri["again.db"], "--checkpoint", _ri.Write("published.txt", published.Replace("\n2\n", "\n3\n", StringComparison.Ordinal)));
        Assert.Equal((1, "RI6091"), (run.Code, run["difference"]));
        Assert.DoesNotContain("again.db", _ri.Files);
    }

    [Fact]
    public async Task BackupAndRestore_FileThere_RefusedAndUntouched()
    {
        string database = await SmallStore.CreateAsync(_ri["host.db"], "市场监管计划");
        string there = _ri.Write("there.db", "mine");
        Ri.Run("database", "backup", database, "--out", there).Refused("RI9130", there);
        Ri.Run("database", "backup", database, "--out", database).Refused("RI9105", database);
        Ri.Run("database", "restore", database, there).Refused("RI9130", there);
        Ri.Run("database", "restore", database, database).Refused("RI9105", database);
        Assert.Equal("mine", await File.ReadAllTextAsync(there, Cancellation));
        Ri.Run("fsck", database).Done();
    }

    [Fact]
    public async Task BackupAndRestore_NoDatabaseNoBackupOtherKind_Refused()
    {
        string database = await SmallStore.CreateAsync(_ri["host.db"], "市场监管计划");
        string text = _ri.Write("text.db", "not a database at all");
        Ri.Run("database", "backup", _ri["none.db"], "--out", _ri["out.db"]).Refused("RI6093", _ri["none.db"]);
        Ri.Run("database", "backup", text, "--out", _ri["out.db"]).Refused("RI6093", text);
        Ri.Run("database", "backup", database, "--out", _ri["no/folder.db"]).Refused("RI9104");
        Ri.Run("database", "restore", _ri["none.db"], _ri["out.db"]).Refused("RI9102", _ri["none.db"]);
        Ri.Run("database", "restore", text, _ri["out.db"]).Refused("RI9131", text);
        Ri.Run("database", "restore", _ri.Write("empty.db", ""), _ri["out.db"]).Refused("RI9131");
        Ri.Run("database", "restore", database, "Host=/nowhere;Database=x").Refused("RI9132", "SQLite");
        Ri.Run("database", "restore", _ri.Write("dump", "PGDMP…"), _ri["out.db"]).Refused("RI9132", "PostgreSQL");
        Ri.Run("database", "restore", _ri["dump"], "Host=/nowhere;Database=x;Timeout=1").Refused("RI6093", "Host=/nowhere;Database=x");
        Assert.Equal(["dump", "empty.db", "host.db", "text.db"], _ri.Files);
    }

    [Fact]
    public async Task BackupAndRestore_PostgreSql_RestoredWholeIntoAnEmptyDatabaseOnly()
    {
        string first = Path.GetFileName(_ri.Folder), second = $"{first}-2";
        await PostgreSqlDatabases.CreateAsync(first);
        await PostgreSqlDatabases.CreateAsync(second);
        try
        {
            string from = await PostgreSqlDatabases.ConnectionStringAsync(first), to = await PostgreSqlDatabases.ConnectionStringAsync(second);
            await SmallStore.FillAsync(services => services.UsePostgreSql($"{from};Pooling=false"), "市场监管计划");
            Ri.Run("fsck", from, "--keep", _ri["kept.txt"]).Done();
            Ri.Run("database", "backup", from, "--out", _ri["backup.dump"]).Done();
            Ri.Run("database", "backup", from, "--out", _ri["backup.dump"]).Refused("RI9130");
            Ri.Run("database", "backup", from.Replace(first, "none", StringComparison.Ordinal), "--out", _ri["none.dump"]).Refused("RI9134", "pg_dump", "none");
            Ri.Run("database", "restore", _ri["backup.dump"], from).Refused("RI9133", $"Database={first}");

            byte[] whole = await File.ReadAllBytesAsync(_ri["backup.dump"], Cancellation);
            await File.WriteAllBytesAsync(_ri["cut.dump"], whole.AsMemory(0, whole.Length * 9 / 10), Cancellation);
            Ri.Run("database", "restore", _ri["cut.dump"], to).Refused("RI9134", "pg_restore");

            Ri.Run("database", "restore", _ri["backup.dump"], to, "--checkpoint", _ri["kept.txt"]).Done();
            Ri.Run("fsck", to, "--checkpoint", _ri["kept.txt"]).Done();
            Assert.Equal(["backup.dump", "cut.dump", "kept.txt"], _ri.Files);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await PostgreSqlDatabases.DropAsync(first);
            await PostgreSqlDatabases.DropAsync(second);
        }
    }
}
