// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>What the party states, and what is replied.</summary>
public sealed record HearingBody
{
    /// <summary><c>on</c>.</summary>
    public required LocalDate On { get; init; }

    /// <summary><c>statement</c>.</summary>
    public required string Statement { get; init; }

    /// <summary><c>reply</c>.</summary>
    public required string Reply { get; init; }
}
