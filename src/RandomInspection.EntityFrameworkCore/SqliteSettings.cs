using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What every connection is set to: an acknowledged write is on the disk, a lock is waited for, what is erased is overwritten, and a beginning is compared letter by letter.</summary>
/// <remarks>The settings stay with the handle, which the driver keeps when a connection is closed and gives out again: so once a handle, not once an opening.</remarks>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA case_sensitive_like = ON;";

    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        sqlite3 handle = ((SqliteConnection)connection).Handle!;
        if (Set.TryGetValue(handle, out _))
        {
            return;
        }

        using DbCommand command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Set.AddOrUpdate(handle, Pragmas);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData); // SQLite's driver does the same either way
        return Task.CompletedTask;
    }
}
