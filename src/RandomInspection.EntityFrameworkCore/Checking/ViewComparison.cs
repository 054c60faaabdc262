using System.Collections.Immutable;
using System.Data.Common;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>One view's rows as kept beside those that follow from the streams; rows are asked for some hundred at a time.</summary>
internal sealed class ViewComparison(CheckedStore store, Type view)
{
    private const int RowsAtOnce = 250;

    private readonly RawTable _table = RawTable.Of(store.Context, view);
    private readonly List<(IView Row, string Stream)> _pending = [];
    private long _expected;

    /// <summary>Takes a row that follows; the first difference that shows by now.</summary>
    public async Task<Refusal?> AddAsync(IView row, string stream, CancellationToken cancellation)
    {
        _pending.Add((row, stream));
        _expected++;
        return _pending.Count < RowsAtOnce ? null : await FlushAsync(cancellation);
    }

    /// <summary>All rows that follow are taken: what is left to compare, and whether the view holds more.</summary>
    public async Task<Refusal?> EndAsync(CancellationToken cancellation)
    {
        if (await FlushAsync(cancellation) is { } difference)
        {
            return difference;
        }

        object? count = await store.ScalarAsync($"SELECT COUNT(*) FROM \"{_table.Name}\"", cancellation);
        return RawTable.Same(count, _expected) ? null : await FirstExtraAsync(cancellation);
    }

    private async Task<Refusal?> FlushAsync(CancellationToken cancellation)
    {
        if (_pending.Count == 0)
        {
            return null;
        }

        Dictionary<string, object?[]> kept = await ReadAsync(cancellation);
        foreach ((IView row, string stream) in _pending)
        {
            if (!kept.TryGetValue(row.Key, out object?[]? stored))
            {
                return StoreDifferences.RowMissing.With(("view", _table.Name), ("key", row.Key), ("stream", stream));
            }

            object?[] computed = [.. _table.Values(row).Select(RawTable.Plain)];
            for (int column = 0; column < computed.Length; column++)
            {
                if (!RawTable.Same(stored[column], computed[column]))
                {
                    return StoreDifferences.RowDiffers.With(
                        ("view", _table.Name), ("key", row.Key), ("column", _table.Columns[column]), ("stream", stream),
                        ("stored", RawTable.Show(stored[column])), ("computed", RawTable.Show(computed[column])));
                }
            }
        }

        _pending.Clear();
        return null;
    }

    private async Task<Dictionary<string, object?[]>> ReadAsync(CancellationToken cancellation)
    {
        string[] names = CheckedStore.KeyNames(_pending.Count);
        await using DbCommand select = store.Command(
            $"SELECT {_table.ColumnList} FROM \"{_table.Name}\" WHERE \"Key\" IN ({string.Join(", ", names)})",
            [.. names.Zip(_pending, (name, pending) => (name, (object)pending.Row.Key))]);
        Dictionary<string, object?[]> kept = new(StringComparer.Ordinal);
        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            object?[] values = new object?[_table.Columns.Length];
            for (int column = 0; column < values.Length; column++)
            {
                values[column] = RawTable.Plain(rows.GetValue(column));
            }

            kept[rows.GetString(0)] = values;
        }

        return kept;
    }

    /// <summary>The view holds more rows than follow: the streams are folded once more, to know which.</summary>
    private async Task<Refusal?> FirstExtraAsync(CancellationToken cancellation)
    {
        DomainViews again = new(store.Codec, store.Hashes);
        HashSet<string> expected = new(StringComparer.Ordinal);
        await foreach (ImmutableArray<LedgerEntry> stream in StreamPages.ReadAsync(store.Context, again.Kinds, others: false, cancellation))
        {
            expected.UnionWith(again.Fold(stream).Where(row => row.GetType() == view).Select(row => row.Key));
        }

        await using DbCommand select = store.Command($"SELECT \"Key\" FROM \"{_table.Name}\" ORDER BY \"Key\"");
        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            object? key = RawTable.Plain(rows.GetValue(0));
            if (key is not string text || !expected.Contains(text))
            {
                return StoreDifferences.RowExtra.With(("view", _table.Name), ("key", key as string ?? RawTable.Show(key)));
            }
        }

        return null;
    }
}
