using System.CommandLine;
using RandomInspection.EntityFrameworkCore;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri database</c>: the SQL that a database administrator runs where the host may not make tables; backups.</summary>
internal static class DatabaseCommand
{
    private const string Path = "ri database script";

    private static readonly Dictionary<string, StoreProvider> Providers = new(StringComparer.Ordinal)
    {
        ["postgresql"] = StoreProvider.PostgreSql,
        ["sqlite"] = StoreProvider.Sqlite,
    };

    public static Command Create(RiConsole console) =>
        new("database", console.Say("数据库：打印建表与升级的 SQL，备份与恢复。", "The database: prints the SQL that makes and upgrades its tables, backs up and restores."))
        {
            Script(console), BackupCommand.Create(console), RestoreCommand.Create(console),
        };

    private static Command Script(RiConsole console)
    {
        Option<string> provider = Options.Text("--provider", "postgresql|sqlite", console.Say("哪一种数据库", "Which database"));
        Option<string> from = Options.Text(
            "--from", "MIGRATION", console.Say("从哪个版本升级：表 __EFMigrationsHistory 的最后一行；缺省为空库", "The version it has: the last row of __EFMigrationsHistory; without it an empty database"), required: false);
        Command command = new("script", console.Say(
            "把 SQL 写到标准输出，由数据库管理员执行；整段是一个事务。程序启动时只检查，不再改表。",
            "Writes SQL to standard output for a database administrator to run; all of it is one transaction. The host then only looks at its start."))
        {
            provider, from,
        };
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(provider);
            if (!Providers.TryGetValue(name, out StoreProvider of))
            {
                throw CliRefusals.Usage.Refuse(("detail", $"--provider {name} ({string.Join('|', Providers.Keys)})"), ("command", Path));
            }

            string? before = parsed.GetValue(from);
            if (before is not null && !StoreMigration.Versions(of).Contains(before))
            {
                throw CliRefusals.Usage.Refuse(("detail", $"--from {before} ({string.Join('|', StoreMigration.Versions(of))})"), ("command", Path));
            }

            console.Output.Write(StoreMigration.Script(of, before));
            return ExitCode.Done;
        });
        return command;
    }
}
