namespace RandomInspection.Orleans.Messages;

/// <summary>The draws that somebody has to be at work on.</summary>
[GenerateSerializer, Immutable, Alias("ri.open.state")]
internal sealed record OpenDraws
{
    /// <summary>Their ids.</summary>
    [Id(0)]
    public string[] Draws { get; init; } = [];
}
