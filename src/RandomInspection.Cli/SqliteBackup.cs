using Microsoft.Data.Sqlite;

namespace RandomInspection.Cli;

/// <summary>Copies of SQLite databases, made page by page under a reader's lock while others write.</summary>
internal static class SqliteBackup
{
    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Whether a file begins as a SQLite database does.</summary>
    public static bool IsSqlite(string file) => InputFile.Begins(file, Magic);

    /// <summary>Copies a database as it is at one moment into one file without a journal beside it.</summary>
    /// <param name="from">The database; a host may be writing to it.</param>
    /// <param name="to">An empty file.</param>
    /// <exception cref="InputRefusedException">It cannot be read (RI6093).</exception>
    public static void Copy(string from, string to)
    {
        if (!File.Exists(from))
        {
            throw HostDatabase.NotOpened(from, Path.GetFullPath(from));
        }

        try
        {
            using SqliteConnection source = Open(from, SqliteOpenMode.ReadOnly), target = Open(to, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(target);
            using SqliteCommand single = target.CreateCommand();
            single.CommandText = "PRAGMA journal_mode = DELETE";
            single.ExecuteScalar();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is not (10 or 13)) // SQLITE_IOERR, SQLITE_FULL
        {
            throw HostDatabase.NotOpened(from, failure.Message);
        }
        catch (SqliteException full)
        {
            throw new IOException(full.Message, full);
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
