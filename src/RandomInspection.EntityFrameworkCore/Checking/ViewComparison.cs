using System.Collections.Immutable;
using System.Data.Common;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>One view's rows as kept beside those that follow from the streams, some hundred at a time.</summary>
/// <remarks>
/// Streams come in the order of their names, and most keys are in that order too: then the rows of a batch stand side by side and are read as one
/// range. Where other rows lie between them they are asked for by their keys.
/// </remarks>
internal sealed class ViewComparison(CheckedStore store, RawTable table, Type view)
{
    private const int RowsAtOnce = 1_000, KeysAtOnce = 250;

    private readonly List<ExpectedRow> _pending = [];
    private long _expected;

    /// <summary>Takes a row that follows; the first difference that shows by now.</summary>
    public async ValueTask<Refusal?> AddAsync(ExpectedRow row, CancellationToken cancellation)
    {
        _pending.Add(row);
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

        object? count = await store.ScalarAsync($"SELECT COUNT(*) FROM \"{table.Name}\"", cancellation);
        return RawTable.Same(count, _expected) ? null : await FirstExtraAsync(cancellation);
    }

    /// <summary>Compares what was taken; the first difference.</summary>
    public async Task<Refusal?> FlushAsync(CancellationToken cancellation)
    {
        if (_pending.Count == 0)
        {
            return null;
        }

        _pending.Sort(static (one, other) => one.KeyBytes.AsSpan().SequenceCompareTo(other.KeyBytes));
        (Refusal? difference, int compared) = await CompareRangeAsync(cancellation);
        for (; difference is null && compared < _pending.Count; compared = Math.Min(compared + KeysAtOnce, _pending.Count))
        {
            difference = await CompareKeysAsync(_pending[compared..Math.Min(compared + KeysAtOnce, _pending.Count)], cancellation);
        }

        _pending.Clear();
        return difference;
    }

    /// <summary>Compares what lies from the first key to the last; gives up, saying how many are compared, when more foreign rows lie between than there are rows to compare.</summary>
    private async Task<(Refusal? Difference, int Compared)> CompareRangeAsync(CancellationToken cancellation)
    {
        await using DbCommand select = store.Command(
            $"SELECT {table.ColumnList} FROM \"{table.Name}\" WHERE \"Key\" >= @first AND \"Key\" <= @last ORDER BY \"Key\"", ("@first", _pending[0].Key), ("@last", _pending[^1].Key));
        await using DbDataReader reader = await select.ExecuteReaderAsync(cancellation);
        return Compare(RawRows.Of(reader), _pending, _pending.Count);
    }

    private async Task<Refusal?> CompareKeysAsync(List<ExpectedRow> expected, CancellationToken cancellation)
    {
        string[] names = CheckedStore.KeyNames(expected.Count);
        await using DbCommand select = store.Command(
            $"SELECT {table.ColumnList} FROM \"{table.Name}\" WHERE \"Key\" IN ({string.Join(", ", names)}) ORDER BY \"Key\"",
            [.. names.Zip(expected, (name, row) => (name, (object)row.Key))]);
        await using DbDataReader reader = await select.ExecuteReaderAsync(cancellation);
        return Compare(RawRows.Of(reader), expected, long.MaxValue).Difference;
    }

    /// <summary>Walks rows and those expected side by side, both in the order of their keys.</summary>
    private (Refusal? Difference, int Compared) Compare(RawRows rows, List<ExpectedRow> expected, long foreignAtMost)
    {
        int compared = 0;
        for (long foreign = 0; compared < expected.Count && rows.Read();)
        {
            int order = rows.Text(0).SequenceCompareTo(expected[compared].KeyBytes);
            if (order > 0)
            {
                return (Missing(expected[compared]), compared);
            }

            if (order < 0)
            {
                if (++foreign > foreignAtMost)
                {
                    return (null, compared);
                }

                continue;
            }

            if (expected[compared].FirstDifference(rows) is >= 0 and var column)
            {
                return (Differs(expected[compared], column, rows.Show(column)), compared);
            }

            compared++;
        }

        return (compared < expected.Count ? Missing(expected[compared]) : null, compared);
    }

    private Refusal Missing(ExpectedRow row) => StoreDifferences.RowMissing.With(("view", table.Name), ("key", row.Key), ("stream", row.Stream));

    private Refusal Differs(ExpectedRow row, int column, string stored) => StoreDifferences.RowDiffers.With(
        ("view", table.Name), ("key", row.Key), ("column", table.Columns[column]), ("stream", row.Stream), ("stored", stored), ("computed", row.Show(column)));

    /// <summary>The view holds more rows than follow: the streams are folded once more, to know which.</summary>
    private async Task<Refusal?> FirstExtraAsync(CancellationToken cancellation)
    {
        DomainViews again = new(store.Codec, store.Hashes);
        HashSet<string> expected = new(StringComparer.Ordinal);
        await foreach (ImmutableArray<LedgerEntry> stream in StreamPages.ReadAsync(store.Context, again.Kinds, others: false, cancellation))
        {
            expected.UnionWith(again.Fold(stream).Where(row => row.GetType() == view).Select(row => row.Key));
        }

        await using DbCommand select = store.Command($"SELECT \"Key\" FROM \"{table.Name}\" ORDER BY \"Key\"");
        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            object? key = RawTable.Plain(rows.GetValue(0));
            if (key is not string text || !expected.Contains(text))
            {
                return StoreDifferences.RowExtra.With(("view", table.Name), ("key", key as string ?? RawTable.Show(key)));
            }
        }

        return null;
    }
}
