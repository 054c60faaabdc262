using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Npgsql;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri database restore</c>: a backup becomes a database again, if it agrees with itself and with what is known of it elsewhere.</summary>
internal static class RestoreCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> backup = new("backup") { Description = console.Say("ri database backup 写出的文件", "A file that ri database backup wrote") };
        Argument<string> database = new(HostDatabase.ArgumentName)
        {
            Description = console.Say(
            "恢复到哪里：尚不存在的 SQLite 文件，或连接串所指的 PostgreSQL 空库", "Where to: a SQLite file that is not there yet, or an empty PostgreSQL database named by a connection string")
        };
        Option<string[]> checkpoints = FsckCommand.Checkpoints(console);
        Option<string[]> logKeys = FsckCommand.LogKeys(console);
        Command command = new("restore", console.Say(
            "恢复备份并核查（同 ri fsck）；用 --checkpoint 给出已公布的检查点，可知备份之后丢了什么。SQLite 不一致时不留文件；PostgreSQL 一步恢复，失败则空库仍为空库。",
            "Restores a backup and checks it (as ri fsck does); a published checkpoint given by --checkpoint shows whether anything is missing since. SQLite: no file is left if it does not agree; PostgreSQL: restored in one transaction, so that after a failure the empty database is still empty."))
        {
            backup, database, checkpoints, logKeys,
        };
        command.SetAction(parsed =>
        {
            (ImmutableArray<KeptCheckpoint> kept, ImmutableArray<NoteKey> keys) = FsckCommand.Read(parsed, checkpoints, logKeys);
            string from = parsed.GetRequiredValue(backup), to = parsed.GetRequiredValue(database);
            NpgsqlConnectionStringBuilder? settings = HostDatabase.ConnectionTo(to);
            StoreProvider kind = PostgreSqlTools.IsDump(from) ? StoreProvider.PostgreSql : SqliteBackup.IsSqlite(from) ? StoreProvider.Sqlite : throw CliRefusals.NoBackup.Refuse(("path", from));
            if (kind == StoreProvider.PostgreSql != settings is not null)
            {
                throw CliRefusals.OtherKindOfBackup.Refuse(("path", from), ("kind", kind == StoreProvider.PostgreSql ? "PostgreSQL" : "SQLite"));
            }

            return settings is null ? ToFile(from, to, Check) : ToServer(console, from, to, settings, Check);

            int Check(string restored) => HostDatabase.With(restored, mayWrite: false, services => FsckCommand.CheckAsync(console, services, kept, keys, null));
        });
        return command;
    }

    private static int ToFile(string backup, string file, Func<string, int> check)
    {
        OutputFile.Check(file, backup);
        int code = ExitCode.Done;
        OutputFile.WriteNew(file, temporary => SqliteBackup.Copy(backup, temporary), temporary => (code = check(temporary)) == ExitCode.Done);
        return code;
    }

    private static int ToServer(RiConsole console, string backup, string database, NpgsqlConnectionStringBuilder settings, Func<string, int> check)
    {
        if (TablesOf(settings) is > 0 and long tables)
        {
            throw CliRefusals.DatabaseNotEmpty.Refuse(("database", HostDatabase.NameOf(settings)), ("tables", tables.ToString(CultureInfo.InvariantCulture)));
        }

        console.WithProgress("pg_restore", "pg_restore", 0, _ => PostgreSqlTools.Run(
            "pg_restore", settings, "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password", $"--dbname={settings.Database}", backup));
        return check(database);
    }

    private static long TablesOf(NpgsqlConnectionStringBuilder settings)
    {
        try
        {
            using NpgsqlConnection connection = new(settings.ToString());
            connection.Open();
            using NpgsqlCommand count = new(
                "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'",
                connection);
            return (long)count.ExecuteScalar()!;
        }
        catch (NpgsqlException failure)
        {
            throw HostDatabase.NotOpened(HostDatabase.NameOf(settings), failure.Message.Split('\n')[0]);
        }
    }
}
