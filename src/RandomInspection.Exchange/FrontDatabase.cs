using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RandomInspection.Exchange;

/// <summary>前置库：the database of the exchange tables, beside the host's own. What is lost with it is sent and asked for again; the log alone says what was done.</summary>
public sealed class FrontDatabase : IAsyncDisposable
{
    /// <summary>Most characters of messages that are held at once.</summary>
    internal const int MostHeld = 8 << 20;

    private const int SqliteWaitMilliseconds = 30_000;

    private readonly DbDataSource? _postgreSql;
    private readonly string _sqlite = "";
    private readonly SemaphoreSlim _writer;

    private FrontDatabase(string sqlite)
    {
        _sqlite = sqlite;
        _writer = new SemaphoreSlim(1);
    }

    private FrontDatabase(NpgsqlDataSource postgreSql)
    {
        _postgreSql = postgreSql;
        _writer = new SemaphoreSlim(8);
    }

    /// <summary>A database on SQLite.</summary>
    /// <param name="connectionString">For example <c>Data Source=front.db</c>.</param>
    public static FrontDatabase Sqlite(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return new FrontDatabase(new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = SqliteWaitMilliseconds / 1000 }.ToString());
    }

    /// <summary>A database on PostgreSQL.</summary>
    /// <param name="connectionString">For example <c>Host=front;Database=exchange</c>.</param>
    public static FrontDatabase PostgreSql(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return new FrontDatabase(NpgsqlDataSource.Create(connectionString));
    }

    /// <summary>The tables, as a database administrator may create them.</summary>
    public string Definition
    {
        get
        {
            string name = $"RandomInspection.Exchange.front-{(_postgreSql is null ? "sqlite" : "postgresql")}.sql";
            using StreamReader text = new(typeof(FrontDatabase).Assembly.GetManifestResourceStream(name)!);
            return text.ReadToEnd();
        }
    }

    /// <summary>Creates what is missing of the tables, and brings tables of the first layout to this one with what they have.</summary>
    /// <param name="cancellation">Cancels before anything is created.</param>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        await using (DbConnection connection = await OpenAsync(cancellation))
        {
            if (_postgreSql is null)
            {
                await ExecuteAsync(connection, null, "PRAGMA journal_mode = WAL", cancellation);
            }
        }

        await WriteAsync(
            async (connection, transaction) =>
            {
                bool isFirst = await HasAsync(connection, transaction, "partner", cancellation) && !await HasAsync(connection, transaction, "source", cancellation);
                if (isFirst)
                {
                    await ExecuteAsync(connection, transaction, FirstLayout.Before, cancellation);
                }

                await ExecuteAsync(connection, transaction, Definition, cancellation);
                if (isFirst)
                {
                    await ExecuteAsync(connection, transaction, FirstLayout.After(_postgreSql is null), cancellation);
                }

                return await ExecuteAsync(
                    connection,
                    transaction,
                    "INSERT INTO ex_front (one, epoch, taken) SELECT 1, @epoch, coalesce(max(taken_number), 0) FROM ex_in_message WHERE true ON CONFLICT DO NOTHING",
                    cancellation,
                    ("@epoch", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
            },
            cancellation);
    }

    /// <summary>What tells this database from one that was made anew after it was lost.</summary>
    internal async Task<string> EpochAsync(CancellationToken cancellation) =>
        (await QueryAsync("SELECT epoch FROM ex_front", row => row.GetString(0), cancellation)).FirstOrDefault("");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _writer.Dispose();
        if (_postgreSql is not null)
        {
            await _postgreSql.DisposeAsync();
        }
    }

    /// <summary>Opens a connection to read with.</summary>
    internal async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        if (_postgreSql is not null)
        {
            return await _postgreSql.OpenConnectionAsync(cancellation);
        }

        SqliteConnection connection = new(_sqlite);
        await connection.OpenAsync(cancellation);
        await ExecuteAsync(connection, null, "PRAGMA synchronous = FULL", cancellation);
        return connection;
    }

    /// <summary>The rows of a query.</summary>
    internal Task<ImmutableArray<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        QueryAsync(sql, read, _ => 0, cancellation, values);

    /// <summary>The first rows of a query, one or more, until they are as long as may be held.</summary>
    internal async Task<ImmutableArray<T>> QueryAsync<T>(
        string sql, Func<DbDataReader, T> read, Func<T, int> lengthOf, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using DbConnection connection = await OpenAsync(cancellation);
        await using DbCommand command = Command(connection, null, sql, values);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        ImmutableArray<T>.Builder found = ImmutableArray.CreateBuilder<T>();
        for (long held = 0; held <= MostHeld && await reader.ReadAsync(cancellation);)
        {
            found.Add(read(reader));
            held += lengthOf(found[^1]);
        }

        return found.ToImmutable();
    }

    /// <summary>The one value of a statement, or <see langword="null"/>.</summary>
    internal static async Task<long?> NumberAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using DbCommand command = Command(connection, transaction, sql, values);
        return await command.ExecuteScalarAsync(cancellation) is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
    }

    private async Task<bool> HasAsync(DbConnection connection, DbTransaction transaction, string column, CancellationToken cancellation) =>
        await NumberAsync(
            connection,
            transaction,
            _postgreSql is null
                ? "SELECT count(*) FROM pragma_table_info('ex_out_message') WHERE name = @column"
                : "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = 'ex_out_message' AND column_name = @column",
            cancellation,
            ("@column", column)) > 0;

    /// <summary>Writes in one transaction; on SQLite one at a time.</summary>
    internal async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using DbConnection connection = await OpenAsync(cancellation);
            await using DbTransaction transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: false)
                : await connection.BeginTransactionAsync(cancellation);
            T result = await write(connection, transaction);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>A command with its values by name.</summary>
    internal static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach ((string name, object? value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            if (value is null)
            {
                parameter.DbType = System.Data.DbType.String;
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Executes a statement.</summary>
    internal static async Task<int> ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using DbCommand command = Command(connection, transaction, sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
