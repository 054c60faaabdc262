using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>One directory's state, recomputed from what was kept of its merges.</summary>
/// <remarks>
/// Every merge's lines must give the root that its entry holds; the last line of an id must be that of its row. Memory is some hundred
/// bytes an id. Merges that are older than this keeping leave ids that are not compared, which is said.
/// </remarks>
internal sealed class DirectoryCheck(CheckedStore store, DirectoryRows rows)
{
    private const int RowsAtOnce = 10_000;

    private readonly Dictionary<string, (UInt128 Leaf, long Version)> _last = new(StringComparer.Ordinal);
    private long _before;

    public async Task<Refusal?> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        ImmutableArray<IDirectoryMerge> merges = [.. store.Merges(rows.Stream)];
        foreach (IDirectoryMerge merge in merges)
        {
            if (await FoldAsync(merge, cancellation) is { } differs)
            {
                return differs;
            }
        }

        if (_before > 0)
        {
            store.Note(StoreDifferences.NotRecomputable.With(("directory", rows.Name), ("version", _before)));
        }

        return await VersionAsync(merges.LastOrDefault()?.Version ?? 0, cancellation) ?? await CompareAsync(progress, cancellation);
    }

    /// <summary>Takes the lines of a merge: their root and their number are the entry's.</summary>
    private async Task<Refusal?> FoldAsync(IDirectoryMerge merge, CancellationToken cancellation)
    {
        if (merge.Kept is not { } parts)
        {
            _before = merge.Version + 1;
            return null;
        }

        MerkleFrontier frontier = MerkleFrontier.Empty;
        try
        {
            foreach (string part in parts)
            {
                foreach (byte[] line in KeptDelta.Lines(await PartAsync(part, cancellation)))
                {
                    (string id, byte[] leaf) = rows.Read(line);
                    frontier = frontier.Append(LedgerLeaf.Tree, leaf);
                    _last[id] = (Short(leaf), merge.Version);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException)
        {
            return Differs(merge, e.Message);
        }

        return Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree)) is var root && root != merge.DeltaRoot ? Differs(merge, root)
            : frontier.Size != (long)merge.Inserted + merge.Updated ? Differs(merge, FormattableString.Invariant($"{frontier.Size} lines"))
            : null;
    }

    private async Task<Refusal?> VersionAsync(long expected, CancellationToken cancellation)
    {
        object? version = await store.ScalarAsync("SELECT \"Version\" FROM \"directory\" WHERE \"Name\" = @name", cancellation, ("@name", rows.Name));
        return RawTable.Same(version, expected > 0 ? expected : null) ? null : RowDiffers("", "Version", RawTable.Show(version), RawTable.Show(expected > 0 ? expected : null));
    }

    private async Task<Refusal?> CompareAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        long read = 0, known = 0;
        await foreach (object?[] raw in RawAsync(cancellation))
        {
            string id = raw[0] as string ?? RawTable.Show(raw[0]);
            bool isKnown = _last.TryGetValue(id, out (UInt128 Leaf, long Version) last);
            if (!isKnown && _before == 0)
            {
                return RowDiffers(id, rows.Table.Columns[0], RawTable.Show(raw[0]), RawTable.Show(null));
            }

            if (isKnown)
            {
                known++;
                if (await CompareAsync(id, raw, last, cancellation) is { } differs)
                {
                    return differs;
                }
            }

            if (++read % RowsAtOnce == 0)
            {
                progress?.Report(read);
            }
        }

        if (known == _last.Count)
        {
            return null;
        }

        HashSet<string> missing = [.. _last.Keys];
        await foreach (object?[] raw in RawAsync(cancellation))
        {
            missing.Remove(raw[0] as string ?? "");
        }

        return RowDiffers(missing.Min(StringComparer.Ordinal)!, rows.Table.Columns[0], RawTable.Show(null), RawTable.Show(missing.Min(StringComparer.Ordinal)));
    }

    /// <summary>A row against its last line: what the line says in each column, or where only its hash is kept that it is the same.</summary>
    private async Task<Refusal?> CompareAsync(string id, object?[] raw, (UInt128 Leaf, long Version) last, CancellationToken cancellation)
    {
        (object?[]? written, byte[] leaf) = rows.Again(raw, last.Version);
        for (int column = 0; written is not null && column < raw.Length; column++)
        {
            if (!RawTable.Same(raw[column], written[column]))
            {
                return RowDiffers(id, rows.Table.Columns[column], RawTable.Show(raw[column]), RawTable.Show(written[column]));
            }
        }

        if (written is not null && Short(leaf) == last.Leaf)
        {
            return null;
        }

        object?[]? computed = await rows.ComputedAsync(id, store.Merges(rows.Stream), PartAsync, cancellation);
        for (int column = 0; computed is not null && column < raw.Length; column++)
        {
            if (!RawTable.Same(raw[column], computed[column]))
            {
                return RowDiffers(id, rows.Table.Columns[column], RawTable.Show(raw[column]), RawTable.Show(computed[column]));
            }
        }

        return RowDiffers(id, "*", Convert.ToHexStringLower(leaf)[..32], last.Leaf.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>All rows in the order of ids; a page is read before its rows are looked at, so that other questions can be asked between.</summary>
    private async IAsyncEnumerable<object?[]> RawAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        List<object?[]> page = [];
        object? after = null;
        do
        {
            page.Clear();
            await using (DbCommand select = Page(after))
            await using (DbDataReader reader = await select.ExecuteReaderAsync(cancellation))
            {
                while (await reader.ReadAsync(cancellation))
                {
                    page.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => RawTable.Plain(reader.GetValue(column)))]);
                }
            }

            foreach (object?[] raw in page)
            {
                yield return raw;
            }

            after = page.LastOrDefault()?[0];
        }
        while (page.Count == RowsAtOnce);
    }

    private DbCommand Page(object? after)
    {
        string select = $"SELECT {rows.Table.ColumnList} FROM \"{rows.Table.Name}\"", order = $"ORDER BY 1 LIMIT {RowsAtOnce}";
        return after is null ? store.Command($"{select} {order}") : store.Command($"{select} WHERE \"{rows.Table.Columns[0]}\" > @after {order}", ("@after", after));
    }

    private async Task<byte[]> PartAsync(string digest, CancellationToken cancellation) =>
        await store.ScalarAsync("SELECT \"Bytes\" FROM \"evidence\" WHERE \"Digest\" = @digest", cancellation, ("@digest", digest)) as byte[]
        ?? throw new InvalidDataException($"{digest} is not kept.");

    private Refusal Differs(IDirectoryMerge merge, string computed) =>
        StoreDifferences.MergeDiffers.With(("directory", rows.Name), ("version", merge.Version), ("stored", merge.DeltaRoot), ("computed", computed));

    private Refusal RowDiffers(string id, string column, string stored, string computed) =>
        StoreDifferences.DirectoryDiffers.With(("directory", rows.Name), ("id", id), ("column", column), ("stored", stored), ("computed", computed));

    /// <summary>Half a hash tells lines apart: nobody gains by finding two with the same half, because roots are over whole ones.</summary>
    private static UInt128 Short(byte[] leaf) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(leaf);
}
