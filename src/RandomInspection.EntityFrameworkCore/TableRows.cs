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
        context.WriteAsync(TableColumns.Of(table), rows, count, TableColumns.Of(table).OrReplace, cancellation);

    /// <summary>Writes rows whose keys are new.</summary>
    /// <param name="context">The context, in a transaction.</param>
    /// <param name="table">The rows' table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="cancellation">Cancels the writing; the transaction is then to be rolled back.</param>
    public static Task InsertAsync(this InspectionContext context, IEntityType table, IEnumerable<object> rows, int count, CancellationToken cancellation) =>
        context.WriteAsync(TableColumns.Of(table), rows, count, "", cancellation);

    /// <summary>Writes rows whose keys ought to be new, and passes over those whose keys are not.</summary>
    /// <param name="context">The context, in a transaction.</param>
    /// <param name="table">The rows' table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="count">How many they are, at most 2,000.</param>
    /// <param name="cancellation">Cancels the writing; the transaction is then to be rolled back.</param>
    /// <returns>How many were written.</returns>
    public static Task<int> AddNewAsync(this InspectionContext context, IEntityType table, IEnumerable<object> rows, int count, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Few);
        return context.WriteAsync(TableColumns.Of(table), rows, count, TableColumns.OrNothing, cancellation);
    }

    private static Task<int> WriteAsync(
        this InspectionContext context, TableColumns columns, IEnumerable<object> rows, int count, string onConflict, CancellationToken cancellation) =>
        context.Database.GetDbConnection() switch
        {
            _ when count == 0 => Task.FromResult(0),
            NpgsqlConnection connection when count > Few => connection.CopyAsync(columns, rows, count, onConflict, cancellation),
            NpgsqlConnection connection => connection.SendAsync(columns, [.. rows], onConflict, cancellation),
            _ => context.PrepareAsync(columns, rows, onConflict, cancellation),
        };

    /// <summary>SQLite: one prepared statement for all rows.</summary>
    private static async Task<int> PrepareAsync(
        this InspectionContext context, TableColumns columns, IEnumerable<object> rows, string onConflict, CancellationToken cancellation)
    {
        await using DbCommand insert = context.Database.GetDbConnection().CreateCommand();
        insert.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Tables and columns are the model's.
        insert.CommandText = $"{columns.Insert} {onConflict}";
#pragma warning restore CA2100
        foreach (string place in columns.Places)
        {
            DbParameter parameter = insert.CreateParameter();
            parameter.ParameterName = place;
            insert.Parameters.Add(parameter);
        }

        int written = 0;
        await insert.PrepareAsync(cancellation);
        foreach (object row in rows)
        {
            for (int i = 0; i < columns.Count; i++)
            {
                insert.Parameters[i].Value = columns.Value(i, row) ?? DBNull.Value;
            }

            written += await insert.ExecuteNonQueryAsync(cancellation);
        }

        return written;
    }

    /// <summary>PostgreSQL: one statement, an array for each column.</summary>
    private static async Task<int> SendAsync(
        this NpgsqlConnection connection, TableColumns columns, object[] rows, string onConflict, CancellationToken cancellation)
    {
        await using NpgsqlCommand insert = connection.CreateCommand();
        string places = string.Join(", ", Enumerable.Range(0, columns.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"${i + 1}")));
#pragma warning disable CA2100 // Tables and columns are the model's.
        insert.CommandText = $"INSERT INTO \"{columns.Table}\" ({columns.Names}) SELECT * FROM unnest({places}) {onConflict}";
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

        return await insert.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>PostgreSQL, many rows: COPY, by way of a temporary table where a row may replace another.</summary>
    private static async Task<int> CopyAsync(
        this NpgsqlConnection connection, TableColumns columns, IEnumerable<object> rows, int count, string onConflict, CancellationToken cancellation)
    {
        bool replace = onConflict.Length > 0;
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
                $"INSERT INTO \"{columns.Table}\" ({columns.Names}) SELECT {columns.Names} FROM \"{into}\" ORDER BY {columns.Key} {onConflict}; DROP TABLE \"{into}\"",
                cancellation);
        }

        return count;
    }

    private static async Task ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Tables and columns are the model's.
        await using NpgsqlCommand command = new(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
