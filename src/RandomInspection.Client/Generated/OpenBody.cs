// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>When commitments and reveals are due.</summary>
public sealed record OpenBody
{
    /// <summary><c>commitBy</c>.</summary>
    public required Instant CommitBy { get; init; }

    /// <summary><c>revealBy</c>.</summary>
    public required Instant RevealBy { get; init; }
}
