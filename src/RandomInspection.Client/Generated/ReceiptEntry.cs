// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>An entry that a step wrote.</summary>
public sealed record ReceiptEntry
{
    /// <summary>Its number in its log.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Its number in the stream.</summary>
    public required int Version { get; init; }

    /// <summary>What happened, for example <c>plan.approved</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
