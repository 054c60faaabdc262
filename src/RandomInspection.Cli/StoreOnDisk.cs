using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.BouncyCastle;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Cli;

/// <summary>A host's database as the command line names it: the path of a SQLite file.</summary>
internal static class StoreOnDisk
{
    /// <summary>Works on a database with a host's services over it.</summary>
    /// <param name="database">The path.</param>
    /// <param name="mayWrite">Whether anything is to be written.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="InputRefusedException">It cannot be opened, or is not a database of this program (RI6093).</exception>
    public static T With<T>(string database, bool mayWrite, Func<IServiceProvider, Task<T>> work)
    {
        if (!File.Exists(database))
        {
            throw NotOpened(database, Path.GetFullPath(database));
        }

        ServiceCollection services = new();
        services.AddRandomInspection().UseHash(Sm3.Instance).UseSqlite(new SqliteConnectionStringBuilder
        {
            DataSource = database,
            Mode = mayWrite ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        using ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            return work(provider).GetAwaiter().GetResult();
        }
        catch (DbException e)
        {
            throw NotOpened(database, e.Message);
        }
    }

    private static InputRefusedException NotOpened(string database, string detail) =>
        StoreDifferences.NotOpened.Refuse(("database", database), ("detail", detail));
}
