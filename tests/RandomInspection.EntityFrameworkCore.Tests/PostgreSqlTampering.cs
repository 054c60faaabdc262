using System.Globalization;
using System.Text;
using Npgsql;

namespace RandomInspection.Tests;

/// <summary>Single changes of a PostgreSQL database, as its owner makes them: past the triggers, which are put back as they were.</summary>
internal sealed class PostgreSqlTampering : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string[] _named;

    private PostgreSqlTampering(NpgsqlConnection connection, string[] named) => (_connection, _named) = (connection, named);

    /// <summary>Begins.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="named">The evidence that entries name: any other file may come and go.</param>
    public static async Task<PostgreSqlTampering> BeginAsync(string connectionString, IEnumerable<string> named)
    {
        NpgsqlConnection connection = new($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        PostgreSqlTampering tampering = new(connection, [.. named]);
        await tampering.ExecuteAsync("ALTER TABLE ledger DISABLE TRIGGER USER; ALTER TABLE sealed_ledger DISABLE TRIGGER USER");
        return tampering;
    }

    /// <summary>The tables whose content is to follow from the logs.</summary>
    public Task<string[]> TablesAsync() =>
        TextsAsync("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_EF%' AND tablename <> 'evidence_for_now' ORDER BY 1");

    /// <summary>One change, drawn by chance; what it was, or <see langword="null"/> if the database does not take it or it changes nothing.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="table">In which table.</param>
    /// <param name="kind">Of what kind.</param>
    public async Task<string?> ChangeAsync(Random random, string table, TamperingKind kind)
    {
        string[] columns = await TextsAsync($"SELECT attname::text FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
        string[] key = await TextsAsync($"SELECT attname::text FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey) WHERE indrelid = '{table}'::regclass AND indisprimary ORDER BY array_position(indkey::int2[], attnum)");
        string[] rows = await TextsAsync($"SELECT {Where(key)} FROM {table} {(table == "evidence" ? "WHERE \"Digest\" = ANY($1)" : "")} ORDER BY 1", table == "evidence" ? [_named] : []);
        if (rows.Length == 0)
        {
            return null;
        }

        string row = rows[random.Next(rows.Length)], other = rows[random.Next(rows.Length)];

        // Whom a piece of personal data is about stands in no entry: docs/fsck.md says so.
        string[] provable = [.. columns.Where(c => (table, c) != ("personal", "About"))];
        string column = provable[random.Next(provable.Length)];
        string before = await ContentAsync(table);
        try
        {
            switch (kind)
            {
                case TamperingKind.Bit:
                    await ExecuteAsync($"UPDATE {table} SET \"{column}\" = {await FlippedAsync(random, table, column, row)} WHERE {row}");
                    break;
                case TamperingKind.Removed:
                    await ExecuteAsync($"DELETE FROM {table} WHERE {row}");
                    break;
                case TamperingKind.Swapped when row != other:
                    await SwapAsync(table, [.. columns.Except(key)], row, other);
                    break;
                case TamperingKind.Inserted:
                    await ExecuteAsync($"INSERT INTO {table} SELECT {string.Join(", ", columns.Select(c => New(table, c, key)))} FROM {table} WHERE {row}");
                    break;
                case TamperingKind.Edited when row != other:
                    await ExecuteAsync($"UPDATE {table} SET \"{column}\" = (SELECT \"{column}\" FROM {table} WHERE {other}) WHERE {row}");
                    break;
                case TamperingKind.CutOff:
                    string keys = string.Join(", ", key.Select(k => $"\"{k}\""));
                    await ExecuteAsync($"DELETE FROM {table} WHERE ({keys}) >= (SELECT {keys} FROM {table} WHERE {row})");
                    break;
                default:
                    return null;
            }
        }
        catch (PostgresException e) when (e.SqlState[..2] is "22" or "23" or "42")
        {
            return null; // no text, twice the same key, no number, no operator
        }

        return await ContentAsync(table) == before ? null : $"{kind} in {table}.{column}, {row}";
    }

    /// <summary>Runs statements.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync("ALTER TABLE ledger ENABLE TRIGGER USER; ALTER TABLE sealed_ledger ENABLE TRIGGER USER");
        await _connection.DisposeAsync();
    }

    /// <summary>An expression whose value is the condition that picks a row by its key.</summary>
    private static string Where(string[] key) => string.Join(" || ' AND ' || ", key.Select(k => $"'\"{k}\" = ' || quote_literal(\"{k}\")"));

    private static string New(string table, string column, string[] key) =>
        column == key[^1] ? (table is "ledger" or "sealed_ledger" or "ledger_head" or "ledger_node" ? $"(SELECT max(\"{column}\") + 1 FROM {table})" : $"\"{column}\" || 'x'")
        : column == "Version" && table.EndsWith("ledger", StringComparison.Ordinal) ? "\"Version\" + 1000"
        : $"\"{column}\"";

    /// <summary>What stands in two rows beside their keys changes places.</summary>
    private async Task SwapAsync(string table, string[] columns, string row, string other)
    {
        await ExecuteAsync($"CREATE TEMP TABLE swapped AS SELECT * FROM {table} WHERE ({row}) OR ({other})");
        if (table.EndsWith("ledger", StringComparison.Ordinal))
        {
            await ExecuteAsync($"UPDATE {table} SET \"Stream\" = '?' || \"Sequence\" WHERE ({row}) OR ({other})"); // a stream has each version once
        }

        foreach ((string at, string from) in new[] { (row, other), (other, row) })
        {
            await ExecuteAsync($"UPDATE {table} SET {string.Join(", ", columns.Select(c => $"\"{c}\" = (SELECT \"{c}\" FROM swapped WHERE {from})"))} WHERE {at}");
        }
    }

    /// <summary>A value with one bit flipped; nothing becomes something.</summary>
    private async Task<string> FlippedAsync(Random random, string table, string column, string row)
    {
        await using NpgsqlCommand command = Command($"SELECT \"{column}\" FROM {table} WHERE {row}");
        switch (await command.ExecuteScalarAsync())
        {
            case bool truth:
                return truth ? "false" : "true";
            case int number:
                return (number ^ (1 << random.Next(31))).ToString(CultureInfo.InvariantCulture);
            case long number:
                return (number ^ (1L << random.Next(63))).ToString(CultureInfo.InvariantCulture);
            case byte[] { Length: > 0 } bytes:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return $"'\\x{Convert.ToHexString(bytes)}'";
            case string { Length: > 0 } text:
                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                utf8[random.Next(utf8.Length)] ^= (byte)(1 << random.Next(8));
                return $"convert_from('\\x{Convert.ToHexString(utf8)}', 'UTF8')";
            default:
                return random.Next(2) == 0 ? "'0'" : "'x'";
        }
    }

    /// <summary>A digest that tells two contents of a table apart: rows that are swapped may be the same, and nothing is done then.</summary>
    private async Task<string> ContentAsync(string table) => (await TextsAsync($"SELECT md5(string_agg(md5(t::text), '' ORDER BY t::text)) FROM {table} AS t"))[0];

    private async Task<string[]> TextsAsync(string sql, params object[] values)
    {
        List<string> texts = [];
        await using NpgsqlCommand command = Command(sql);
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            texts.Add(await reader.IsDBNullAsync(0) ? "" : reader.GetString(0));
        }

        return [.. texts];
    }

    private NpgsqlCommand Command(string sql)
    {
        NpgsqlCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // The statements are made here, of names that the database gave.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command;
    }
}
