namespace RandomInspection.Orleans.Messages;

/// <summary>How far a draw is; with a refusal where what was asked for is refused.</summary>
[GenerateSerializer, Immutable, Alias("ri.progress")]
internal sealed record ProgressMessage(
    [property: Id(0)] string Draw,
    [property: Id(1)] ClusterStep Step,
    [property: Id(2)] PartitionProgressMessage[] Partitions,
    [property: Id(3)] RefusalMessage? Stopped,
    [property: Id(4)] long BytesSent,
    [property: Id(5)] long BytesReceived,
    [property: Id(6)] RefusalMessage? Refused = null,
    [property: Id(7)] TimeSpan? MergeProcessor = null,
    [property: Id(8)] long ResultBytes = 0)
{
    public ClusterProgress Progress => new(
        Draw,
        Step,
        [
            .. Partitions.Select(one => new PartitionProgress(one.Name, one.Step, one.Units, one.Size, one.Silo, one.Attempts)
            {
                BytesSent = one.BytesSent, BytesReceived = one.BytesReceived, Processor = one.Processor,
            }),
        ],
        Stopped?.Refusal,
        BytesSent,
        BytesReceived)
    {
        MergeProcessor = MergeProcessor,
        ResultBytes = ResultBytes,
    };
}

/// <summary>How far a partition is.</summary>
[GenerateSerializer, Immutable, Alias("ri.progress.partition")]
internal sealed record PartitionProgressMessage(
    [property: Id(0)] string Name,
    [property: Id(1)] PartitionStep Step,
    [property: Id(2)] long Units,
    [property: Id(3)] long? Size,
    [property: Id(4)] string Silo,
    [property: Id(5)] int Attempts,
    [property: Id(6)] long BytesSent = 0,
    [property: Id(7)] long BytesReceived = 0,
    [property: Id(8)] TimeSpan? Processor = null);
