using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RandomInspection.Exchange;

/// <summary>前置库：the database of the exchange tables, beside the host's own. What is lost with it is sent and asked for again; the log alone says what was done.</summary>
public sealed class FrontDatabase : IAsyncDisposable
{
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

    /// <summary>Creates what is missing of the tables.</summary>
    /// <param name="cancellation">Cancels before anything is created.</param>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        await using DbConnection connection = await OpenAsync(cancellation);
        if (_postgreSql is null)
        {
            await ExecuteAsync(connection, null, "PRAGMA journal_mode = WAL", cancellation);
        }

        await ExecuteAsync(connection, null, Definition, cancellation);
    }

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
