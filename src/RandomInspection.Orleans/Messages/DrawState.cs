namespace RandomInspection.Orleans.Messages;

/// <summary>What is stored of a draw: enough to go on after every silo has stopped. O(cells + selected).</summary>
[GenerateSerializer, Immutable, Alias("ri.state")]
internal sealed record DrawState
{
    /// <summary>With what it was begun.</summary>
    [Id(0)]
    public OrderMessage? Order { get; init; }

    /// <summary>The step it is at; a draw that stopped keeps the step that it stopped in.</summary>
    [Id(1)]
    public ClusterStep Step { get; init; }

    /// <summary>What was committed to, in the order's order; once it is frozen.</summary>
    [Id(2)]
    public CensusMessage[]? Censuses { get; init; }

    /// <summary>Seed and design, once they were given.</summary>
    [Id(3)]
    public SeedMessage? Seed { get; init; }

    /// <summary>The merged partial draw, once it is done.</summary>
    [Id(4)]
    public byte[]? Result { get; init; }

    /// <summary>Why it stopped.</summary>
    [Id(5)]
    public RefusalMessage? Stopped { get; init; }

    /// <summary>Bytes of messages to partitions, up to the last step.</summary>
    [Id(6)]
    public long BytesSent { get; init; }

    /// <summary>Bytes of their answers.</summary>
    [Id(7)]
    public long BytesReceived { get; init; }

    /// <summary>When it was done, cancelled or ended, in milliseconds since 1970.</summary>
    [Id(8)]
    public long? ClosedAt { get; init; }
}

/// <summary>The same as it is stored: sealed.</summary>
[GenerateSerializer, Immutable, Alias("ri.state.sealed")]
internal sealed record SealedState
{
    /// <summary>What <see cref="Grains.DrawSeal"/> made of it.</summary>
    [Id(0)]
    public byte[] Content { get; init; } = [];
}
