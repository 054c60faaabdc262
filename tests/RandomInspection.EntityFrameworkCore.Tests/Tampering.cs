using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace RandomInspection.Tests;

/// <summary>Single changes of a database file, as somebody makes them who can write it: past the triggers, which are put back as they were.</summary>
internal sealed class Tampering : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string[] _triggers;

    /// <param name="file">The file.</param>
    /// <param name="named">The evidence that entries name: any other file may come and go.</param>
    public Tampering(string file, IEnumerable<string> named)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;"); // it is a copy, and it is not to last
        _triggers = [.. Texts("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")];
        foreach (string trigger in Texts("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        {
            Execute($"DROP TRIGGER \"{trigger}\"");
        }

        Execute("CREATE TEMP TABLE named (digest TEXT)");
        foreach (string digest in named)
        {
            Execute($"INSERT INTO named VALUES ('{digest}')");
        }
    }

    /// <summary>The tables whose content is to follow from the logs.</summary>
    public string[] Tables() =>
        [.. Texts("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name <> 'evidence_for_now' ORDER BY name")];

    /// <summary>One change, drawn by chance; what it was, or <see langword="null"/> if the database does not take it or it changes nothing.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="table">In which table.</param>
    /// <param name="kind">Of what kind.</param>
    public string? Change(Random random, string table, TamperingKind kind)
    {
        string[] columns = [.. Texts($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid")];
        string[] key = [.. Texts($"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk")];
        long rows = Number($"SELECT count(*) FROM \"{table}\" {Only(table)}");
        if (rows == 0)
        {
            return null;
        }

        string row = Row(table, key, random.NextInt64(rows)), other = Row(table, key, random.NextInt64(rows));

        // Whom a piece of personal data is about stands in no entry: docs/fsck.md says so.
        string[] provable = [.. columns.Where(c => (table, c) != ("personal", "About"))];
        string column = provable[random.Next(provable.Length)];
        long before = Changes(table, columns);
        try
        {
            switch (kind)
            {
                case TamperingKind.Bit:
                    Execute($"UPDATE \"{table}\" SET \"{column}\" = {Flipped(random, $"SELECT \"{column}\" FROM \"{table}\" WHERE {row}")} WHERE {row}");
                    break;
                case TamperingKind.Removed:
                    Execute($"DELETE FROM \"{table}\" WHERE {row}");
                    break;
                case TamperingKind.Swapped when row != other:
                    Swap(table, [.. columns.Except(key)], row, other);
                    break;
                case TamperingKind.Inserted:
                    Execute($"INSERT INTO \"{table}\" SELECT {string.Join(", ", columns.Select(c => New(table, c, key)))} FROM \"{table}\" WHERE {row}");
                    break;
                case TamperingKind.Edited when row != other:
                    Execute($"UPDATE \"{table}\" SET \"{column}\" = (SELECT \"{column}\" FROM \"{table}\" WHERE {other}) WHERE {row}");
                    break;
                case TamperingKind.CutOff:
                    string keys = string.Join(", ", key.Select(k => $"\"{k}\""));
                    Execute($"DELETE FROM \"{table}\" WHERE ({keys}) >= (SELECT {keys} FROM \"{table}\" WHERE {row})");
                    break;
                default:
                    return null;
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_MISMATCH)
        {
            return null;
        }

        return Changes(table, columns) == before ? null : $"{kind} in {table}.{column}, {row}";
    }

    /// <summary>Runs statements.</summary>
    public void Execute(string sql)
    {
        using SqliteCommand command = Command(sql);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (string trigger in _triggers)
        {
            Execute(trigger);
        }

        _connection.Dispose();
    }

    private static string Only(string table) => table == "evidence" ? "WHERE \"Digest\" IN (SELECT digest FROM named)" : "";

    private static string New(string table, string column, string[] key) =>
        column == key[^1] ? $"CASE typeof(\"{column}\") WHEN 'integer' THEN (SELECT max(\"{column}\") + 1 FROM \"{table}\") ELSE \"{column}\" || 'x' END"
        : column == "Version" && table.EndsWith("ledger", StringComparison.Ordinal) ? "\"Version\" + 1000"
        : $"\"{column}\"";

    /// <summary>What stands in two rows beside their keys changes places.</summary>
    private void Swap(string table, string[] columns, string row, string other)
    {
        Execute($"CREATE TEMP TABLE swapped AS SELECT * FROM \"{table}\" WHERE {row} OR {other}");
        if (table.EndsWith("ledger", StringComparison.Ordinal))
        {
            Execute($"UPDATE \"{table}\" SET \"Stream\" = '?' || \"Sequence\" WHERE {row} OR {other}"); // a stream has each version once
        }

        foreach ((string at, string from) in new[] { (row, other), (other, row) })
        {
            Execute($"UPDATE \"{table}\" SET {string.Join(", ", columns.Select(c => $"\"{c}\" = (SELECT \"{c}\" FROM swapped WHERE {from})"))} WHERE {at}");
        }
    }

    private string Row(string table, string[] key, long place)
    {
        using SqliteCommand command = Command(
            $"SELECT {string.Join(", ", key.Select(k => $"quote(\"{k}\")"))} FROM \"{table}\" {Only(table)} ORDER BY {string.Join(", ", key.Select(k => $"\"{k}\""))} LIMIT 1 OFFSET {place}");
        using SqliteDataReader reader = command.ExecuteReader();
        reader.Read();
        return string.Join(" AND ", key.Select((k, i) => $"\"{k}\" = {reader.GetString(i)}"));
    }

    /// <summary>A value with one bit flipped; nothing becomes something.</summary>
    private string Flipped(Random random, string sql)
    {
        using SqliteCommand command = Command(sql);
        switch (command.ExecuteScalar())
        {
            case long number:
                return (number ^ (1L << random.Next(63))).ToString(CultureInfo.InvariantCulture);
            case byte[] { Length: > 0 } bytes:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return $"x'{Convert.ToHexString(bytes)}'";
            case string { Length: > 0 } text:
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                utf8[random.Next(utf8.Length)] ^= (byte)(1 << random.Next(8));
                return $"CAST(x'{Convert.ToHexString(utf8)}' AS TEXT)";
            default:
                return random.Next(2) == 0 ? "0" : "'x'";
        }
    }

    /// <summary>A number that tells two contents of a table apart: rows that are swapped may be the same, and nothing is done then.</summary>
    private long Changes(string table, string[] columns)
    {
        HashCode hash = default;
        using SqliteCommand command = Command($"SELECT {string.Join(", ", columns.Select(c => $"typeof(\"{c}\"), hex(coalesce(\"{c}\", ''))"))} FROM \"{table}\"");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                hash.Add(reader.GetString(i), StringComparer.Ordinal);
            }
        }

        return hash.ToHashCode();
    }

    private long Number(string sql)
    {
        using SqliteCommand command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    private List<string> Texts(string sql)
    {
        List<string> texts = [];
        using SqliteCommand command = Command(sql);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private SqliteCommand Command(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // The statements are made here, of names that the database gave.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
