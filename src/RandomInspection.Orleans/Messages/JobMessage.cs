namespace RandomInspection.Orleans.Messages;

/// <summary>What a silo does with a partition: count it, or draw from it where there is a plan. O(cells).</summary>
[GenerateSerializer, Immutable, Alias("ri.job")]
internal sealed record JobMessage(
    [property: Id(0)] PartitionMessage Partition, [property: Id(1)] string Key, [property: Id(2)] string Hash, [property: Id(3)] PlanMessage? Plan);

/// <summary>From what a partition computes the draw's plan for itself, which partition it is committed to be, and whether every ticket is wanted that could be.</summary>
[GenerateSerializer, Immutable, Alias("ri.plan")]
internal sealed record PlanMessage(
    [property: Id(0)] SeedMessage Seed, [property: Id(1)] CellMessage[] Cells, [property: Id(2)] string Root, [property: Id(3)] long Size, [property: Id(4)] bool IsWhole = false);
