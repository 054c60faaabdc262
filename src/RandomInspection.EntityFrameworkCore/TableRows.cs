using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Writes rows past the change tracker, within the current transaction.</summary>
internal static class TableRows
{
    /// <summary>So many rows fit well into one statement of PostgreSQL; more are copied.</summary>
    private const int Few = 2_000;

    /// <summary>Writes rows, each replacing the one of its key.</summary>
    /// <param name="context">The context, in a transaction.</param>
    /// <param name="table">The rows' table.</param>
    /// <param name="rows">The rows, keys distinct.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="cancellation">Cancels the writing; the transaction is then to be rolled back.</param>
    public static Task UpsertAsync(this InspectionContext context, IEntityType table, IEnumerable<object> rows, int count, CancellationToken cancellation) =>
        context.WriteAsync(TableColumns.Of(table), rows, count, replace: true, cancellation);

    /// <summary>Writes rows whose keys are new.</summary>
    /// <param name="context">The context, in a transaction.</param>
    /// <param name="table">The rows' table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="cancellation">Cancels the writing; the transaction is then to be rolled back.</param>
    public static Task InsertAsync(this InspectionContext context, IEntityType table, IEnumerable<object> rows, int count, CancellationToken cancellation) =>
        context.WriteAsync(TableColumns.Of(table), rows, count, replace: false, cancellation);

    private static Task WriteAsync(
        this InspectionContext context, TableColumns columns, IEnumerable<object> rows, int count, bool replace, CancellationToken cancellation) =>
        context.Database.GetDbConnection() switch
        {
            _ when count == 0 => Task.CompletedTask,
            NpgsqlConnection connection when count > Few => connection.CopyAsync(columns, rows, replace, cancellation),
            NpgsqlConnection connection => connection.SendAsync(columns, [.. rows], replace, cancellation),
            _ => context.PrepareAsync(columns, rows, replace, cancellation),
        };

    /// <summary>SQLite: one prepared statement for all rows.</summary>
    private static async Task PrepareAsync(
        this InspectionContext context, TableColumns columns, IEnumerable<object> rows, bool replace, CancellationToken cancellation)
    {
        await using DbCommand insert = context.Database.GetDbConnection().CreateCommand();
        insert.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        string[] places = [.. Enumerable.Range(0, columns.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"$p{i}"))];
#pragma warning disable CA2100 // Tables and columns are the model's.
        insert.CommandText = $"INSERT INTO \"{columns.Table}\" ({columns.Names}) VALUES ({string.Join(", ", places)}) {(replace ? columns.OnConflict : "")}";
#pragma warning restore CA2100
        foreach (string place in places)
        {
            DbParameter parameter = insert.CreateParameter();
            parameter.ParameterName = place;
            insert.Parameters.Add(parameter);
        }

        await insert.PrepareAsync(cancellation);
        foreach (object row in rows)
        {
            for (int i = 0; i < places.Length; i++)
            {
                insert.Parameters[i].Value = columns.Value(i, row) ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>PostgreSQL: one statement, an array for each column.</summary>
    private static async Task SendAsync(
        this NpgsqlConnection connection, TableColumns columns, object[] rows, bool replace, CancellationToken cancellation)
    {
        await using NpgsqlCommand insert = connection.CreateCommand();
        string places = string.Join(", ", Enumerable.Range(0, columns.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"${i + 1}")));
#pragma warning disable CA2100 // Tables and columns are the model's.
        insert.CommandText = $"INSERT INTO \"{columns.Table}\" ({columns.Names}) SELECT * FROM unnest({places}) {(replace ? columns.OnConflict : "")}";
#pragma warning restore CA2100
        for (int i = 0; i < columns.Count; i++)
        {
            Array values = columns.Array(i, rows.Length);
            for (int row = 0; row < rows.Length; row++)
            {
                values.SetValue(columns.Value(i, rows[row]), row);
            }

            insert.Parameters.Add(new NpgsqlParameter { Value = values, DataTypeName = $"{columns.Type(i)}[]" });
        }

        await insert.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>PostgreSQL, many rows: COPY, by way of a temporary table where a row may replace another.</summary>
    private static async Task CopyAsync(
        this NpgsqlConnection connection, TableColumns columns, IEnumerable<object> rows, bool replace, CancellationToken cancellation)
    {
        string into = replace ? $"copied_{columns.Table}" : columns.Table;
        if (replace)
        {
            await connection.ExecuteAsync($"CREATE TEMPORARY TABLE \"{into}\" (LIKE \"{columns.Table}\") ON COMMIT DROP", cancellation);
        }

        await using (NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{into}\" ({columns.Names}) FROM STDIN (FORMAT BINARY)", cancellation))
        {
            foreach (object row in rows)
            {
                await copy.StartRowAsync(cancellation);
                for (int i = 0; i < columns.Count; i++)
                {
                    await (columns.Value(i, row) is { } value ? copy.WriteAsync(value, columns.Type(i), cancellation) : copy.WriteNullAsync(cancellation));
                }
            }

            await copy.CompleteAsync(cancellation);
        }

        if (replace)
        {
            // In the order of keys: two merges at once lock rows in one order.
            await connection.ExecuteAsync(
                $"INSERT INTO \"{columns.Table}\" ({columns.Names}) SELECT {columns.Names} FROM \"{into}\" ORDER BY {columns.Key} {columns.OnConflict}; DROP TABLE \"{into}\"",
                cancellation);
        }
    }

    private static async Task ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Tables and columns are the model's.
        await using NpgsqlCommand command = new(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
