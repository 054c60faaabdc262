using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>A table's columns in the order in which rows are written, as the model has them: without the change tracker, for which thousands of rows are slow.</summary>
internal sealed class TableColumns
{
    private readonly ImmutableArray<(IClrPropertyGetter Getter, string Name, RelationalTypeMapping Mapping)> _columns;

    private TableColumns(IEntityType table)
    {
        Table = table.GetTableName()!;
        IProperty[] key = [.. table.FindPrimaryKey()!.Properties];
        _columns = [.. key.Concat(table.GetProperties().Except(key)).Select(p => (p.GetGetter(), p.GetColumnName(), p.GetRelationalTypeMapping()))];
        string[] names = [.. _columns.Select(c => $"\"{c.Name}\"")];
        Names = string.Join(", ", names);
        Key = string.Join(", ", names[..key.Length]);
        Places = [.. Enumerable.Range(0, Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"$p{i}"))];
        Insert = $"INSERT INTO \"{Table}\" ({Names}) VALUES ({string.Join(", ", Places)})";
        OrReplace = $"ON CONFLICT ({Key}) DO UPDATE SET {string.Join(", ", names[key.Length..].Select(n => $"{n} = excluded.{n}"))}";
    }

    public string Table { get; }

    public int Count => _columns.Length;

    /// <summary>The columns' names, the key's first, quoted, with commas between.</summary>
    public string Names { get; }

    /// <summary>The names of the key's columns, likewise.</summary>
    public string Key { get; }

    /// <summary>The names of a row's parameters, in the order of the columns.</summary>
    public ImmutableArray<string> Places { get; }

    /// <summary>What writes one row of parameters.</summary>
    public string Insert { get; }

    /// <summary>What an INSERT ends with, so that a row replaces the one of its key.</summary>
    public string OrReplace { get; }

    /// <summary>What it ends with, so that a row whose key is there already is passed over.</summary>
    public static string OrNothing => "ON CONFLICT DO NOTHING";

    public static TableColumns Of(IEntityType table) => table.GetOrAddRuntimeAnnotationValue("RandomInspection:Columns", t => new TableColumns(t!), table);

    /// <summary>A column's type, as the database calls it.</summary>
    public string Type(int column) => _columns[column].Mapping.StoreType;

    /// <summary>An array for values of a column, as the driver takes them.</summary>
    public Array Array(int column, int length)
    {
        RelationalTypeMapping mapping = _columns[column].Mapping;
        Type type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return System.Array.CreateInstance(type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type, length);
    }

    /// <summary>A row's value of a column, as the driver takes it; <see langword="null"/> where there is none.</summary>
    public object? Value(int column, object row)
    {
        (IClrPropertyGetter getter, _, RelationalTypeMapping mapping) = _columns[column];
        object? value = getter.GetClrValue(row);
        return value is null || mapping.Converter is null ? value : mapping.Converter.ConvertToProvider(value);
    }
}
