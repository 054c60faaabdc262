using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Rows column by column as the database holds them: texts as UTF-8, and what type a value is of.</summary>
internal abstract class RawRows(DbDataReader rows)
{
    /// <summary>The rows of a reader.</summary>
    public static RawRows Of(DbDataReader rows) => rows switch
    {
        SqliteDataReader sqlite => new SqliteRows(sqlite),
        NpgsqlDataReader postgreSql => new PostgreSqlRows(postgreSql),
        _ => throw new NotSupportedException($"There are no raw rows of a {rows.GetType().Name}."),
    };

    /// <summary>The next row.</summary>
    public bool Read() => rows.Read();

    public abstract bool IsInteger(int column);

    public abstract bool IsText(int column);

    public abstract bool IsNull(int column);

    /// <summary>Whether a value is these bytes.</summary>
    public abstract bool Is(int column, ReadOnlySpan<byte> bytes);

    /// <summary>A whole number; a truth value is 1 or 0.</summary>
    public virtual long Integer(int column) => rows.GetInt64(column);

    /// <summary>A text's bytes, up to the next row.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);

    /// <summary>A value as it is compared.</summary>
    public object? Value(int column) => RawTable.Plain(rows.GetValue(column));

    /// <summary>A value as a person reads it.</summary>
    public string Show(int column) => RawTable.Show(Value(column));

    private sealed class SqliteRows(SqliteDataReader rows) : RawRows(rows)
    {
        private readonly sqlite3_stmt _statement = rows.Handle!;

        public override bool IsInteger(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_INTEGER;

        public override bool IsText(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_TEXT;

        public override bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

        public override bool Is(int column, ReadOnlySpan<byte> bytes) =>
            raw.sqlite3_column_type(_statement, column) == raw.SQLITE_BLOB && raw.sqlite3_column_blob(_statement, column).SequenceEqual(bytes);

        public override ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(_statement, column);
    }

    /// <summary>A column holds values of its type only.</summary>
    private sealed class PostgreSqlRows(NpgsqlDataReader rows) : RawRows(rows)
    {
        private readonly NpgsqlDataReader _rows = rows;
        private readonly Type[] _types = [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetFieldType)];

        public override bool IsInteger(int column) => (_types[column] == typeof(long) || _types[column] == typeof(int) || _types[column] == typeof(short) || _types[column] == typeof(bool)) && !_rows.IsDBNull(column);

        public override long Integer(int column) => _types[column] == typeof(bool) ? (_rows.GetBoolean(column) ? 1 : 0) : base.Integer(column);

        public override bool IsText(int column) => _types[column] == typeof(string) && !_rows.IsDBNull(column);

        public override bool IsNull(int column) => _rows.IsDBNull(column);

        public override bool Is(int column, ReadOnlySpan<byte> bytes) =>
            _types[column] == typeof(byte[]) && !_rows.IsDBNull(column) && _rows.GetFieldValue<byte[]>(column).AsSpan().SequenceEqual(bytes);

        public override ReadOnlySpan<byte> Text(int column) => _rows.GetFieldValue<byte[]>(column);
    }
}
