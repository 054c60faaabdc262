using System.Collections.Immutable;

namespace RandomInspection.Orleans;

/// <summary>How far a draw is, partition by partition.</summary>
/// <param name="Draw">The draw's id.</param>
/// <param name="Step">How far it is.</param>
/// <param name="Partitions">Its partitions, in the order in which they were given.</param>
/// <param name="Stopped">Why it stopped; <see langword="null"/> while it has not.</param>
/// <param name="BytesSent">Bytes of messages to partitions so far, as serialized.</param>
/// <param name="BytesReceived">Bytes of their answers.</param>
public sealed record ClusterProgress(
    string Draw, ClusterStep Step, ImmutableArray<PartitionProgress> Partitions, Refusal? Stopped, long BytesSent, long BytesReceived)
{
    /// <summary>Units that were read in this step.</summary>
    public long Units => Partitions.Sum(partition => partition.Units);

    /// <summary>Processor time of the merge; <see langword="null"/> before it, after its coordinator has ended, and where threads are not measured.</summary>
    public TimeSpan? MergeProcessor { get; init; }

    /// <summary>Bytes of the merged partial draw; 0 before it is there.</summary>
    public long ResultBytes { get; init; }
}

/// <summary>How far a partition is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Step">How far it is.</param>
/// <param name="Units">Units that were read in this step.</param>
/// <param name="Size">Its units, once they were counted.</param>
/// <param name="Silo">Who works on it or has done so: address and generation; empty where nobody has.</param>
/// <param name="Attempts">How often it was given to a silo in this step.</param>
public sealed record PartitionProgress(string Name, PartitionStep Step, long Units, long? Size, string Silo, int Attempts)
{
    /// <summary>Bytes of messages to it in this step, as serialized.</summary>
    public long BytesSent { get; init; }

    /// <summary>Bytes of its answers in this step.</summary>
    public long BytesReceived { get; init; }

    /// <summary>Processor time of the reading that gave the answer; <see langword="null"/> before, with several threads a partition, and where threads are not measured (elsewhere than on Linux).</summary>
    public TimeSpan? Processor { get; init; }
}
