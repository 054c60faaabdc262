using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Orleans.Messages;

/// <summary>An order as it is sent and stored.</summary>
[GenerateSerializer, Immutable, Alias("ri.order")]
internal sealed record OrderMessage([property: Id(0)] string Hash, [property: Id(1)] string Key, [property: Id(2)] PartitionMessage[] Partitions)
{
    public static OrderMessage Of(ClusterOrder order) =>
        new(order.Hash, order.Key.Hex, [.. order.Partitions.Select(partition => new PartitionMessage(partition.Name, partition.Rule.ToString(), partition.Source))]);

    public bool Equals(OrderMessage? other) => other is not null && Hash == other.Hash && Key == other.Key && Partitions.SequenceEqual(other.Partitions);

    public override int GetHashCode() => HashCode.Combine(Hash, Partitions.Length);
}

/// <summary>A partition of an order.</summary>
[GenerateSerializer, Immutable, Alias("ri.order.partition")]
internal sealed record PartitionMessage([property: Id(0)] string Name, [property: Id(1)] string Rule, [property: Id(2)] string Source);

/// <summary>Seed and design of a draw.</summary>
[GenerateSerializer, Immutable, Alias("ri.seed")]
internal sealed record SeedMessage([property: Id(0)] string Seed, [property: Id(1)] string Design)
{
    public static SeedMessage Of(Seed seed, DrawDesign design) => new(seed.Hex, DesignDocument.Of(design).Text);

    public DrawPlan Plan(StreamedDraw draw, IEnumerable<CellMessage> cells, string hash) =>
        draw.Plan([.. cells.Select(cell => cell.Count)], DesignDocument.Parse(Design).Design, Drawing.Seed.Parse(Seed), hash);
}
