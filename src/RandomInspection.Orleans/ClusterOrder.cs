using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Orleans;

/// <summary>What a draw on a cluster is begun with: where its partitions lie and which ids belong to each.</summary>
public sealed class ClusterOrder
{
    /// <summary>An order.</summary>
    /// <param name="partitions">The partitions, one or more.</param>
    /// <param name="key">The frame's key: it travels to every silo that reads a partition.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <exception cref="InputRefusedException">A name is malformed (RI1103) or more than one label (RI1108), stands twice (RI1109), or two rules overlap (RI1378).</exception>
    public ClusterOrder(IEnumerable<ClusterPartition> partitions, FrameKey key, string hash)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(hash);
        Partitions = [.. partitions];
        ArgumentOutOfRangeException.ThrowIfZero(Partitions.Length, nameof(partitions));
        foreach (IGrouping<string, ClusterPartition> named in Partitions.GroupBy(partition => partition.Name))
        {
            _ = new FramePartition(named.Key, Digest.Of(new byte[32]), 0); // refuses what is no name
            if (named.Skip(1).Any())
            {
                throw DrawingRefusals.DuplicatePartition.Refuse(("name", named.Key));
            }
        }

        PartitionedFrame.RequireDisjoint(Partitions.Select(partition => KeyValuePair.Create(partition.Name, partition.Rule)));
        Key = key;
        Hash = hash;
    }

    /// <summary>The partitions.</summary>
    public ImmutableArray<ClusterPartition> Partitions { get; }

    /// <summary>The frame's key.</summary>
    public FrameKey Key { get; }

    /// <summary>The draw's hash.</summary>
    public string Hash { get; }
}

/// <summary>A partition of a draw on a cluster.</summary>
/// <param name="Name">Its name: one label, as in a stratum.</param>
/// <param name="Rule">Which ids belong to it.</param>
/// <param name="Source">The source that silos know it by.</param>
public sealed record ClusterPartition(string Name, PartitionRule Rule, string Source);
