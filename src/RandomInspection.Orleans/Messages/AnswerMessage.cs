namespace RandomInspection.Orleans.Messages;

/// <summary>What a partition says of its job. O(cells + selected) when it is done.</summary>
[GenerateSerializer, Immutable, Alias("ri.answer")]
internal sealed record AnswerMessage(
    [property: Id(0)] PartitionStep Step,
    [property: Id(1)] string Silo,
    [property: Id(2)] long Units,
    [property: Id(3)] CensusMessage? Census = null,
    [property: Id(4)] byte[]? Partial = null,
    [property: Id(5)] RefusalMessage? Refused = null,
    [property: Id(6)] TimeSpan? Processor = null);
