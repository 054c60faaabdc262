namespace RandomInspection.Drawing.Scale;

/// <summary>One partition of a frame, as an auditor has it: its canonical file, and what was declared of it when it was frozen.</summary>
/// <param name="Name">The partition's name.</param>
/// <param name="Rule">Which ids belong to it.</param>
/// <param name="File">The canonical frame file of its units.</param>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
public sealed record PartitionFile(string Name, PartitionRule Rule, ReadOnlyMemory<byte> File)
{
    /// <summary>The root that its site stated (<see cref="PartitionCensus"/>); <see langword="null"/> where that is not at hand.</summary>
    public Digest? Root { get; init; }
}
