using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>The made-up city where a host would keep it: in memory, as a canonical file, or as a table in the order of ids.</summary>
internal sealed class ScaleSources : IDisposable
{
    private readonly Action _end;

    private ScaleSources(IFrameSource frame, Action end)
    {
        Frame = frame;
        _end = end;
    }

    public static ImmutableArray<string> Names => ["generated", "file", "sqlite", "postgres"];

    public IFrameSource Frame { get; }

    /// <summary>Puts the frame where it is read from, before any clock starts.</summary>
    /// <param name="options">Which source.</param>
    /// <param name="city">The frame.</param>
    /// <exception cref="ScaleOptionException">PostgreSQL is asked for and cannot be reached.</exception>
    public static ScaleSources Of(ScaleOptions options, CityFrame city)
    {
        if (options.Source == "generated")
        {
            return new ScaleSources(city, static () => { });
        }

        if (options.Source == "postgres")
        {
            return InPostgres(options, city);
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("scale-");
        string path = Path.Combine(folder.FullName, "frame");
        return options.Source == "file" ? InFile(city, path, folder) : InSqlite(city, path, folder);
    }

    public void Dispose() => _end();

    private static ScaleSources InFile(CityFrame city, string path, DirectoryInfo folder)
    {
        using (FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20))
        {
            foreach (FrameBlock block in city.Blocks)
            {
                for (int unit = 0; unit < block.Count; unit++)
                {
                    file.Write(block.Id(unit));
                    file.WriteByte((byte)'\t');
                    file.Write(city.Cells.Text(block.Cells[unit]).Span);
                    file.Write(block.Drawable[unit] ? "\tdrawable\n"u8 : "\tresting\n"u8);
                }
            }
        }

        CanonicalFrameSource source = new(path);
        return new ScaleSources(source, () =>
        {
            source.Dispose();
            folder.Delete(recursive: true);
        });
    }

    private static ScaleSources InSqlite(CityFrame city, string path, DirectoryInfo folder)
    {
        SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = OFF");
        Execute(connection, "CREATE TABLE unit (id TEXT PRIMARY KEY, stratum TEXT NOT NULL, class TEXT NOT NULL, drawable INTEGER NOT NULL) WITHOUT ROWID");
        using (SqliteTransaction transaction = connection.BeginTransaction())
        using (SqliteCommand insert = connection.CreateCommand())
        {
            insert.CommandText = "INSERT INTO unit VALUES ($id, $stratum, $class, $drawable)";
            SqliteParameter[] values = [.. ((string[])["$id", "$stratum", "$class", "$drawable"]).Select(name => insert.Parameters.Add(name, SqliteType.Text))];
            values[^1].SqliteType = SqliteType.Integer;
            foreach ((string id, Cell cell, bool isDrawable) in Rows(city))
            {
                (values[0].Value, values[1].Value, values[2].Value, values[3].Value) = (id, cell.Stratum.ToString(), cell.Class, isDrawable ? 1 : 0);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return new ScaleSources(Query(connection, "SELECT id, stratum, class, drawable FROM unit ORDER BY id", city), () =>
        {
            connection.Dispose();
            folder.Delete(recursive: true);
        });
    }

    private static ScaleSources InPostgres(ScaleOptions options, CityFrame city)
    {
        NpgsqlConnection connection = new($"{options.Postgres ?? throw new ScaleOptionException("--source postgres: needs --postgres CONNECTION.")};Command Timeout=0");
        try
        {
            connection.Open();
        }
        catch (NpgsqlException e)
        {
            throw new ScaleOptionException($"--postgres: {e.Message}");
        }

        Execute(connection, "CREATE TEMPORARY TABLE unit (id text COLLATE \"C\" PRIMARY KEY, stratum text NOT NULL, class text NOT NULL, drawable boolean NOT NULL)");
        using (NpgsqlBinaryImporter import = connection.BeginBinaryImport("COPY unit FROM STDIN (FORMAT BINARY)"))
        {
            foreach ((string id, Cell cell, bool isDrawable) in Rows(city))
            {
                import.StartRow();
                import.Write(id, NpgsqlDbType.Text);
                import.Write(cell.Stratum.ToString(), NpgsqlDbType.Text);
                import.Write(cell.Class, NpgsqlDbType.Text);
                import.Write(isDrawable, NpgsqlDbType.Boolean);
            }

            import.Complete();
        }

        Execute(connection, "ANALYZE unit");
        return new ScaleSources(Query(connection, "SELECT id, stratum, class, drawable FROM unit ORDER BY id", city), connection.Dispose);
    }

    private static DataReaderFrameSource Query(DbConnection connection, string text, CityFrame city)
    {
        DbCommand command = connection.CreateCommand(); // it ends with its connection: SQLite's readers end with their command
        command.CommandText = text;
        return new DataReaderFrameSource(command.ExecuteReader, city.Size);
    }

    private static IEnumerable<(string Id, Cell Cell, bool IsDrawable)> Rows(CityFrame city)
    {
        for (int number = 0; number < city.Blocks.Length; number++)
        {
            FrameBlock block = city.Blocks[number];
            for (int unit = 0; unit < block.Count; unit++)
            {
                yield return (Encoding.ASCII.GetString(block.Id(unit)), city.Cells[block.Cells[unit]], block.Drawable[unit]);
            }
        }
    }

    private static void Execute(DbConnection connection, string text)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
