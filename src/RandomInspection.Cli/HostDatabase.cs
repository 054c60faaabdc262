using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RandomInspection.BouncyCastle;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Cli;

/// <summary>A host's database as the command line names it: the path of a SQLite file, or how to connect to PostgreSQL.</summary>
/// <remarks>What has an equals sign and is no file is taken as the latter. A password need not stand there: the driver knows <c>PGPASSWORD</c> and <c>PGPASSFILE</c>.</remarks>
internal static class HostDatabase
{
    /// <summary>What the argument is called in usage lines.</summary>
    public const string ArgumentName = "database";

    /// <summary>What the argument is, in the console's language.</summary>
    public static string Description(RiConsole console) => console.Say(
        "主机的数据库：SQLite 文件，或 PostgreSQL 的连接串（\"Host=db;Database=inspection;Username=…\"；口令可放在 PGPASSWORD 或 PGPASSFILE 中）",
        "The host's database: a SQLite file, or how to connect to PostgreSQL (\"Host=db;Database=inspection;Username=…\"; the password may be in PGPASSWORD or PGPASSFILE)");

    /// <summary>The files that the command line names as database; none on PostgreSQL.</summary>
    public static string[] Files(string database) => IsConnectionString(database) ? [] : [database];

    /// <summary>Works on a database with a host's services over it.</summary>
    /// <param name="database">The path or connection string.</param>
    /// <param name="mayWrite">Whether anything is to be written.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="InputRefusedException">It cannot be opened, or is not a database of this program (RI6093).</exception>
    public static T With<T>(string database, bool mayWrite, Func<IServiceProvider, Task<T>> work)
    {
        string shown = database;
        try
        {
            ServiceCollection services = new();
            RandomInspectionBuilder builder = services.AddRandomInspection().UseHash(Sm3.Instance);
            if (IsConnectionString(database))
            {
                NpgsqlConnectionStringBuilder settings = PostgreSql(database);
                shown = NameOf(settings);
                builder.UsePostgreSql(settings.ToString());
            }
            else
            {
                builder.UseSqlite(Sqlite(database, mayWrite).ToString());
            }

            using ServiceProvider provider = services.BuildServiceProvider();
            return work(provider).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (TryCause(failure, out DbException? cause))
        {
            throw NotOpened(shown, cause.Message.Split('\n')[0]);
        }
    }

    private static SqliteConnectionStringBuilder Sqlite(string file, bool mayWrite) => File.Exists(file)
        ? new SqliteConnectionStringBuilder { DataSource = file, Mode = mayWrite ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly, Pooling = false }
        : throw NotOpened(file, Path.GetFullPath(file));

    /// <summary>How to connect to PostgreSQL, or <see langword="null"/> where a file is named.</summary>
    /// <param name="database">The path or connection string.</param>
    /// <exception cref="InputRefusedException">It says how to connect, and not well (RI6093).</exception>
    public static NpgsqlConnectionStringBuilder? ConnectionTo(string database) => IsConnectionString(database) ? PostgreSql(database) : null;

    /// <summary>How refusals name a database: without its password.</summary>
    public static string NameOf(NpgsqlConnectionStringBuilder settings) => $"Host={settings.Host};Database={settings.Database}";

    private static NpgsqlConnectionStringBuilder PostgreSql(string connectionString)
    {
        try
        {
            NpgsqlConnectionStringBuilder settings = new(connectionString) { Pooling = false, CommandTimeout = 0 };
            return settings.Host is null ? throw NotOpened(settings.Database ?? "", "Host=?") : settings;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // Its text is not shown: a password may stand in it.
            throw NotOpened("Host=…", malformed.Message);
        }
    }

    private static bool IsConnectionString(string database) => database.Contains('=', StringComparison.Ordinal) && !File.Exists(database);

    /// <summary>The failure of a database that an exception is or has for its cause.</summary>
    public static bool TryCause(Exception failure, [NotNullWhen(true)] out DbException? cause) =>
        (cause = failure as DbException ?? (failure as InvalidOperationException)?.InnerException as DbException) is not null;

    /// <summary>A database cannot be opened (RI6093).</summary>
    public static InputRefusedException NotOpened(string database, string detail) =>
        StoreDifferences.NotOpened.Refuse(("database", database), ("detail", detail));
}
