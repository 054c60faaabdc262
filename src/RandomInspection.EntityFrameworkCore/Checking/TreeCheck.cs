using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>One log's sequence, leaves, subtrees and head, recomputed from its entries in one pass.</summary>
/// <remarks>
/// One thread reads (<see cref="TreeReading"/>) while another hashes and compares, block after block in order: what is found is what one thread would
/// have found. Leaves and the subtrees over full blocks are hashed many at a time, and the database gives the kept hashes of a level in one value: row
/// by row they are only looked at where that differs. Memory is that of some blocks.
/// </remarks>
internal sealed class TreeCheck(CheckedStore store, LedgerLog log, ImmutableArray<KeptCheckpoint> checkpoints)
{
    private const int Sha256Bytes = 32;

    private const string Places = "FROM \"ledger_node\" WHERE \"Log\" = @log AND \"Level\" = @level AND \"Index\" >= @first AND \"Index\" < @end";

    /// <summary>The hashes of a level's places one behind the other, if there are as many as places and each is a whole number with bytes beside it.</summary>
    /// <remarks>SQLite: a sum of anything but whole numbers is none, and the smallest value is bytes only if all are.</remarks>
    private const string TogetherOnSqlite =
        $"SELECT count(*), sum(\"Index\"), CASE typeof(min(\"Hash\")) WHEN 'blob' THEN CAST(group_concat(\"Hash\", '') AS BLOB) END {Places}";

    private const string TogetherOnPostgreSql = $"SELECT count(*), sum(\"Index\")::bigint, string_agg(\"Hash\", ''::bytea ORDER BY \"Index\") {Places}";

    private readonly byte[] _computed = new byte[2 * TreeBlock.EntriesAtOnce * Sha256Bytes];
    private readonly List<(int Level, byte[] Hash)> _edge = [];
    private readonly string _name = CheckedStore.NameOf(log);
    private long _size;

    public async Task<Refusal?> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        await using DbCommand together = store.Command(
            store.IsPostgreSql ? TogetherOnPostgreSql : TogetherOnSqlite, ("@log", (int)log), ("@level", 0), ("@first", 0L), ("@end", 0L));
        await using TreeReading reading = new(store, log, cancellation);
        await foreach (TreeBlock block in reading.Blocks)
        {
            if ((block.Leaves.Count > 0 ? await CompareAsync(reading, block.Leaves, together, cancellation) : null) is { } difference)
            {
                return difference;
            }

            if (block.Unreadable is { } unreadable)
            {
                return unreadable;
            }

            progress?.Report(_size);
            reading.Return(block);
        }

        return await EndAsync(cancellation);
    }

    /// <summary>Hashes a block while the next one is read, and compares it with the subtrees that were kept.</summary>
    private async Task<Refusal?> CompareAsync(TreeReading reading, LedgerLeafBatch leaves, DbCommand together, CancellationToken cancellation)
    {
        leaves.Hash();
        int top = leaves.Levels - 1;
        for (int level = 0, place = 0; level <= top; level++)
        {
            for (int index = 0; index < leaves.Count >> level; index++, place++)
            {
                leaves.CopyNode(level, index, _computed.AsSpan(place * Sha256Bytes, Sha256Bytes));
            }
        }

        using IDisposable alone = await reading.AloneAsync(cancellation);
        int from = 0;
        for (int level = 0; level <= top; level++)
        {
            int count = leaves.Count >> level;
            if (!await IsKeptAsync(together, level, count, from, cancellation) && await CompareAsync(leaves, level, cancellation) is { } difference)
            {
                return difference;
            }

            from += count;
        }

        for (int index = 0; index < leaves.Count >> top; index++)
        {
            byte[] hash = new byte[Sha256Bytes];
            leaves.CopyNode(top, index, hash);
            if (await GrowAsync(top, hash, cancellation) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>Whether what is kept of one level of a block is what was computed.</summary>
    private async Task<bool> IsKeptAsync(DbCommand together, int level, int count, int from, CancellationToken cancellation)
    {
        long first = _size >> level;
        (together.Parameters["@level"].Value, together.Parameters["@first"].Value, together.Parameters["@end"].Value) = (level, first, first + count);
        await using DbDataReader kept = await together.ExecuteReaderAsync(cancellation);
        return await kept.ReadAsync(cancellation)
            && RawTable.Same(RawTable.Plain(kept.GetValue(0)), (long)count)
            && RawTable.Same(RawTable.Plain(kept.GetValue(1)), (count * first) + ((long)count * (count - 1) / 2))
            && kept.GetValue(2) is byte[] hashes
            && hashes.AsSpan().SequenceEqual(_computed.AsSpan(from * Sha256Bytes, count * Sha256Bytes));
    }

    /// <summary>Compares one level of a block with the rows of its subtrees.</summary>
    private async Task<Refusal?> CompareAsync(LedgerLeafBatch leaves, int level, CancellationToken cancellation)
    {
        long first = _size >> level;
        int count = leaves.Count >> level;
        await using DbCommand select = store.Command(
            "SELECT \"Index\", \"Hash\" FROM \"ledger_node\" WHERE \"Log\" = @log AND \"Level\" = @level AND \"Index\" >= @first AND \"Index\" < @end ORDER BY \"Index\"",
            ("@log", (int)log), ("@level", level), ("@first", first), ("@end", first + count));
        await using DbDataReader reader = await select.ExecuteReaderAsync(cancellation);
        return Compare(RawRows.Of(reader), leaves, level, first, count);
    }

    private Refusal? Compare(RawRows rows, LedgerLeafBatch leaves, int level, long first, int count)
    {
        Span<byte> computed = stackalloc byte[Sha256Bytes];
        for (int index = 0; index < count; index++)
        {
            bool stands = rows.Read() && rows.Integer(0) == first + index;
            leaves.CopyNode(level, index, computed);
            if (!stands || !rows.Is(1, computed))
            {
                object? stored = stands ? rows.Value(1) : null;
                return level == 0 ? Altered(leaves, first + index + 1, stored, computed.ToArray()) : Differs(level, first + index, stored, computed.ToArray());
            }
        }

        return null;
    }

    /// <summary>Adds a complete subtree at the right edge; what it completes higher up is compared too.</summary>
    private async Task<Refusal?> GrowAsync(int level, byte[] hash, CancellationToken cancellation)
    {
        _size += 1L << level;
        while (_edge is [.., (var height, var left)] && height == level)
        {
            _edge.RemoveAt(_edge.Count - 1);
            (hash, level) = (LedgerLeaf.Tree.Node(left, hash), level + 1);
            long index = (_size >> level) - 1;
            object? stored = await store.ScalarAsync(
                "SELECT \"Hash\" FROM \"ledger_node\" WHERE \"Log\" = @log AND \"Level\" = @level AND \"Index\" = @index",
                cancellation, ("@log", (int)log), ("@level", level), ("@index", index));
            if (!RawTable.Same(stored, hash))
            {
                return Differs(level, index, stored, hash);
            }
        }

        _edge.Add((level, hash));
        return null;
    }

    /// <summary>What only the whole log shows: its head, subtrees that nothing completes, and checkpoints.</summary>
    private async Task<Refusal?> EndAsync(CancellationToken cancellation)
    {
        long expected = 0;
        for (long level = _size; level > 0; level >>= 1)
        {
            expected += level;
        }

        return await HeadAsync(cancellation)
            ?? await ExtraNodeAsync(expected, cancellation)
            ?? await CheckpointsAsync(cancellation);
    }

    private async Task<Refusal?> HeadAsync(CancellationToken cancellation)
    {
        byte[] frontier = [.. _edge.SelectMany(e => e.Hash)];
        (string Member, object Computed)[] members = [("Size", _size), ("Root", CheckedStore.Root(_edge.Select(e => e.Hash))), ("Frontier", frontier)];
        await using DbCommand select = store.Command("SELECT \"Size\", \"Root\", \"Frontier\" FROM \"ledger_head\" WHERE \"Id\" = @id", ("@id", LedgerHeadRow.IdOf(log)));
        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        bool stands = await rows.ReadAsync(cancellation);
        if (!stands && _size == 0)
        {
            return null;
        }

        foreach ((int column, (string member, object computed)) in members.Index())
        {
            object? stored = stands ? RawTable.Plain(rows.GetValue(column)) : null;
            if (!RawTable.Same(stored, computed))
            {
                return StoreDifferences.HeadDiffers.With(("log", _name), ("member", member), ("stored", RawTable.Show(stored)), ("computed", RawTable.Show(computed)));
            }
        }

        return null;
    }

    private async Task<Refusal?> ExtraNodeAsync(long expected, CancellationToken cancellation)
    {
        if (RawTable.Same(await store.ScalarAsync("SELECT COUNT(*) FROM \"ledger_node\" WHERE \"Log\" = @log", cancellation, ("@log", (int)log)), expected))
        {
            return null;
        }

        await using DbCommand select = store.Command("SELECT \"Level\", \"Index\", \"Hash\" FROM \"ledger_node\" WHERE \"Log\" = @log", ("@log", (int)log));
        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            if (RawTable.Plain(rows.GetValue(0)) is not (long and >= 0 and < 63) || RawTable.Plain(rows.GetValue(1)) is not long index
                || index < 0 || index >= _size >> (int)rows.GetInt64(0))
            {
                return StoreDifferences.NodeDiffers.With(
                    ("log", _name),
                    ("level", RawTable.Show(RawTable.Plain(rows.GetValue(0)))),
                    ("index", RawTable.Show(RawTable.Plain(rows.GetValue(1)))),
                    ("stored", RawTable.Show(RawTable.Plain(rows.GetValue(2)))),
                    ("computed", RawTable.Show(null)));
            }
        }

        return null;
    }

    /// <summary>The subtrees are checked by now: roots of earlier sizes follow from them.</summary>
    private async Task<Refusal?> CheckpointsAsync(CancellationToken cancellation)
    {
        foreach (KeptCheckpoint checkpoint in checkpoints.Where(c => c.Log == log).OrderBy(c => c.Size))
        {
            if (checkpoint.Size > _size)
            {
                return StoreDifferences.CheckpointAhead.With(("log", _name), ("size", checkpoint.Size), ("stored", _size));
            }

            if (await store.RootAsync(log, checkpoint.Size, cancellation) is var root && root != checkpoint.Root)
            {
                return StoreDifferences.CheckpointDiffers.With(("log", _name), ("size", checkpoint.Size), ("stored", checkpoint.Root), ("computed", root));
            }
        }

        return null;
    }

    private Refusal Altered(LedgerLeafBatch leaves, long sequence, object? stored, byte[] computed)
    {
        ReadOnlySpan<byte> stream = leaves.Stream((int)(sequence - _size - 1));
        return StoreDifferences.EntryAltered.With(
            ("log", _name), ("sequence", sequence), ("stream", Encoding.UTF8.GetString(stream)), ("stored", RawTable.Show(stored)), ("computed", RawTable.Show(computed)));
    }

    private Refusal Differs(int level, long index, object? stored, byte[] computed) => StoreDifferences.NodeDiffers.With(
        ("log", _name), ("level", level), ("index", index), ("stored", RawTable.Show(stored)), ("computed", RawTable.Show(computed)));
}
