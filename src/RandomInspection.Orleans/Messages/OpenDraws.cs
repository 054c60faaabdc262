namespace RandomInspection.Orleans.Messages;

/// <summary>The draws that somebody has to be at work on, and those whose rows are to be reduced.</summary>
[GenerateSerializer, Immutable, Alias("ri.open.state")]
internal sealed record OpenDraws
{
    /// <summary>Their ids.</summary>
    [Id(0)]
    public string[] Draws { get; init; } = [];

    /// <summary>Those that are over, each with the moment from which it is to be looked at again, in milliseconds since 1970.</summary>
    [Id(1)]
    public ClosedDraw[] Closed { get; init; } = [];
}

/// <summary>A draw that is over.</summary>
[GenerateSerializer, Immutable, Alias("ri.open.closed")]
internal sealed record ClosedDraw([property: Id(0)] string Draw, [property: Id(1)] long Due);
