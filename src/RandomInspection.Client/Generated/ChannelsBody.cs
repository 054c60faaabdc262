// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The channels by id, one or more.</summary>
public sealed record ChannelsBody
{
    /// <summary><c>channels</c>.</summary>
    public required IReadOnlyList<string> Channels { get; init; }
}
