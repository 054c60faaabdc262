using System.CommandLine;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri database backup</c>: one consistent copy of a database while the host goes on.</summary>
internal static class BackupCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> database = new(HostDatabase.ArgumentName) { Description = HostDatabase.Description(console) };
        Option<string> output = Options.Text("--out", "FILE", console.Say(
            "备份文件；已存在则拒绝。其中有个人信息，仅所有者可读", "The backup; refused if it is there already. It holds personal data, so only its owner may read it"));
        Command command = new("backup", console.Say(
            "备份：主机照常运行，得到某一时刻的完整副本。SQLite 的备份写好后即核查（同 ri fsck），不一致则不留文件；PostgreSQL 用 pg_dump，恢复时核查。",
            "Backs up while the host goes on: a whole copy of one moment. A backup of SQLite is checked at once (as ri fsck does) and not kept if it does not agree; PostgreSQL is dumped by pg_dump and checked when it is restored."))
        {
            database, output,
        };
        command.SetAction(parsed =>
        {
            string of = parsed.GetRequiredValue(database), file = parsed.GetRequiredValue(output);
            return HostDatabase.ConnectionTo(of) is { } settings ? Dump(console, settings, file) : Copy(console, of, file);
        });
        return command;
    }

    private static int Copy(RiConsole console, string database, string file)
    {
        OutputFile.Check(file, database);
        int code = ExitCode.Done;
        bool held = OutputFile.WriteNew(
            file,
            temporary => SqliteBackup.Copy(database, temporary),
            temporary => (code = HostDatabase.With(temporary, mayWrite: false, services => FsckCommand.CheckAsync(console, services, [], [], null))) == ExitCode.Done);
        if (held)
        {
            console.Note($"已备份到“{file}”。签名私钥不在其中，请另行保管。", $"Backed up to \"{file}\". The signing key is not in it: keep that apart.");
        }

        return code;
    }

    private static int Dump(RiConsole console, NpgsqlConnectionStringBuilder settings, string file)
    {
        OutputFile.WriteNew(
            file,
            temporary => console.WithProgress("pg_dump", "pg_dump", 0, _ => PostgreSqlTools.Run("pg_dump", settings, "--format=custom", "--no-password", $"--file={temporary}")),
            static _ => true);
        console.Note($"已备份到“{file}”；恢复时核查。签名私钥不在其中，请另行保管。", $"Backed up to \"{file}\"; it is checked when it is restored. The signing key is not in it: keep that apart.");
        return ExitCode.Done;
    }
}
