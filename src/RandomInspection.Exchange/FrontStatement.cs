using System.Data;
using System.Data.Common;
using System.Globalization;

namespace RandomInspection.Exchange;

/// <summary>A statement that is executed again and again on one connection, with other values each time: it is read by the database once.</summary>
internal sealed class FrontStatement : IAsyncDisposable
{
    private readonly DbCommand _command;

    /// <summary>A statement.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">Its transaction, if it has one.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="texts">The names of its values that are texts.</param>
    /// <param name="numbers">The names of its values that are whole numbers; they come after the texts.</param>
    public FrontStatement(DbConnection connection, DbTransaction? transaction, string sql, string[] texts, params string[] numbers)
    {
        _command = FrontDatabase.Command(connection, transaction, sql);
        Add(texts, DbType.String);
        Add(numbers, DbType.Int64);
    }

    /// <summary>Executes it; how many rows it changed.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values) => With(values).ExecuteNonQueryAsync(cancellation);

    /// <summary>Its one value, or <see langword="null"/>.</summary>
    public Task<long?> NumberAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values) => NumberAsync(With(values).ExecuteScalarAsync(cancellation));

    /// <summary>Its one text, or <see langword="null"/>.</summary>
    public Task<string?> TextAsync(CancellationToken cancellation, params ReadOnlySpan<object?> values) => TextAsync(With(values).ExecuteScalarAsync(cancellation));

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static async Task<long?> NumberAsync(Task<object?> scalar) => await scalar is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    private static async Task<string?> TextAsync(Task<object?> scalar) => await scalar as string;

    private void Add(string[] names, DbType type)
    {
        foreach (string name in names)
        {
            DbParameter parameter = _command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            _command.Parameters.Add(parameter);
        }
    }

    private DbCommand With(ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, _command.Parameters.Count);
        for (int i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command;
    }
}
