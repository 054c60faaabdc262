using System.Collections.Immutable;

namespace RandomInspection.Drawing.Scale;

/// <summary>A frame in partitions as it was frozen: root and size of each, and the counts of all together. An opening commits to its root.</summary>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
public sealed class PartitionedFrame
{
    /// <summary>The frame of some partitions.</summary>
    /// <param name="censuses">What the first reading of each gave, by the partition's name; one or more, in any order.</param>
    /// <exception cref="InputRefusedException">A name is malformed (RI1103) or more than one label (RI1108), or stands twice (RI1109).</exception>
    public PartitionedFrame(IEnumerable<KeyValuePair<string, FrameCensus>> censuses)
    {
        ArgumentNullException.ThrowIfNull(censuses);
        KeyValuePair<string, FrameCensus>[] all = [.. censuses];
        ArgumentOutOfRangeException.ThrowIfZero(all.Length, nameof(censuses));
        Partitions = [.. all.Select(one => new FramePartition(one.Key, one.Value.Root, one.Value.Size)).OrderBy(partition => partition.Name, FrameTree.Utf8Order)];
        Cells = FrameCensus.CellsOf(all.Select(one => one.Value));
        for (int i = 1; i < Partitions.Length; i++)
        {
            if (Partitions[i].Name == Partitions[i - 1].Name)
            {
                throw DrawingRefusals.DuplicatePartition.Refuse(("name", Partitions[i].Name));
            }
        }
    }

    /// <summary>The partitions, in the order of their names' bytes.</summary>
    public ImmutableArray<FramePartition> Partitions { get; }

    /// <summary>The cells of all partitions together, in the order of cells.</summary>
    public ImmutableArray<CellCount> Cells { get; }

    /// <summary>Units in all partitions.</summary>
    public long Size => Partitions.Sum(partition => partition.Size);

    /// <summary>The root of the whole (§1).</summary>
    /// <param name="hashes">The hashes that openings may name.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <exception cref="InputRefusedException">The hash is not known (RI1302).</exception>
    public Digest Root(DrawHashes hashes, string hash)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        return FrameTree.Root(Partitions, hashes[hash]);
    }

    /// <summary>Requires rules that keep every two partitions apart.</summary>
    /// <param name="rules">The rule of each partition, by its name.</param>
    /// <exception cref="InputRefusedException">Two of them could hold the same id (RI1378).</exception>
    /// <remarks>O(partitions²).</remarks>
    public static void RequireDisjoint(IEnumerable<KeyValuePair<string, PartitionRule>> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        KeyValuePair<string, PartitionRule>[] all = [.. rules];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length; j++)
            {
                if (!all[i].Value.IsDisjointFrom(all[j].Value))
                {
                    throw ScaleRefusals.RulesOverlap.Refuse(("name", all[i].Key), ("other", all[j].Key), ("rule", all[i].Value), ("otherRule", all[j].Value));
                }
            }
        }
    }
}
