namespace RandomInspection.Drawing;

/// <summary>名单分区：one named part of a frame that is kept in several places, disjoint from the others by a declared rule on ids.</summary>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
public sealed record FramePartition
{
    /// <summary>A part of a frame.</summary>
    /// <param name="name">Its name: one label, as in a stratum.</param>
    /// <param name="root">The root of its own lines.</param>
    /// <param name="size">Units in it, 0 or more.</param>
    /// <exception cref="InputRefusedException">The name is malformed (RI1103) or more than one label (RI1108).</exception>
    public FramePartition(string name, Digest root, long size)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Name = Stratum.Parse(name).Labels.Count == 1 ? name : throw DrawingRefusals.PartitionNameNotALabel.Refuse(("name", name));
        Root = root;
        Size = size;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The root of its own lines.</summary>
    public Digest Root { get; }

    /// <summary>Units in it.</summary>
    public long Size { get; }

    /// <summary>The partition's leaf in the tree of the whole frame: name, root and size, with tabs between.</summary>
    public override string ToString() => $"{Name}\t{Root}\t{Size}";
}
