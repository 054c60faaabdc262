using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>A table by its columns, and what a row is to hold in them: values as the database keeps them, so that nothing is lost or mended by reading.</summary>
internal sealed class RawTable
{
    private readonly ImmutableArray<Func<object, object?>> _values;

    private RawTable(IEntityType type)
    {
        Name = type.GetTableName()!;
        ImmutableArray<IProperty> key = [.. type.FindPrimaryKey()!.Properties];
        ImmutableArray<IProperty> properties = [.. key, .. type.GetProperties().Where(p => !key.Contains(p)).OrderBy(p => p.GetColumnName(), StringComparer.Ordinal)];
        Columns = [.. properties.Select(p => p.GetColumnName())];
        KeyColumns = key.Length;
        _values = [.. properties.Select(ValueOf)];
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>Its columns, those of the key first.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>How many columns the key has.</summary>
    public int KeyColumns { get; }

    /// <summary>The columns as SQL lists them.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c}\""));

    /// <summary>The table of a kind of row.</summary>
    public static RawTable Of(InspectionContext context, Type row) => new(context.Model.FindEntityType(row)!);

    /// <summary>What a row is to hold, in the order of <see cref="Columns"/>, as the database takes it.</summary>
    public object?[] Values(object row) => [.. _values.Select(value => value(row))];

    /// <summary>A value as it is compared: whole numbers and truth values as long integers, whatever width the database gives them.</summary>
    public static object? Plain(object? value) => value switch
    {
        null or DBNull => null,
        bool truth => truth ? 1L : 0L,
        int or short or byte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    /// <summary>Whether two plain values are the same, of the same type.</summary>
    public static bool Same(object? one, object? other) =>
        one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : Equals(one, other);

    /// <summary>A plain value as a person reads it.</summary>
    public static string Show(object? value) => value switch
    {
        null => "NULL",
        byte[] bytes => "0x" + Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, 64))) + (bytes.Length > 64 ? "…" : ""),
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static Func<object, object?> ValueOf(IProperty property)
    {
        Func<object, object?> get = property.GetGetter().GetClrValue;
        return property.GetTypeMapping().Converter is { } converter
            ? row => get(row) is { } value ? converter.ConvertToProvider(value) : null
            : get;
    }
}
