using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>One prepared statement that writes rows into a table.</summary>
internal sealed class RowInsert : IAsyncDisposable
{
    private readonly DbCommand _command;
    private readonly RawTable _table;

    private RowInsert(DbCommand command, RawTable table)
    {
        _command = command;
        _table = table;
    }

    /// <summary>Empties a table and prepares to fill it, within the context's transaction.</summary>
    public static async Task<RowInsert> IntoEmptiedAsync(InspectionContext context, RawTable table, CancellationToken cancellation)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Tables and columns are the model's.
        command.CommandText = $"DELETE FROM \"{table.Name}\"";
        await command.ExecuteNonQueryAsync(cancellation);
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")))})";
#pragma warning restore CA2100
        for (int i = 0; i < table.Columns.Length; i++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(parameter);
        }

        return new RowInsert(command, table);
    }

    /// <summary>Writes a row.</summary>
    public async Task WriteAsync(object row, CancellationToken cancellation)
    {
        object?[] values = _table.Values(row);
        for (int i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        await _command.ExecuteNonQueryAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
