// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A day's commitment of the sealed log.</summary>
public sealed record SealedDayResource
{
    /// <summary>The day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>64 lower-case hex characters.</summary>
    public required string Commitment { get; init; }

    /// <summary>Its entry in the public log.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was entered.</summary>
    public required Instant At { get; init; }

    /// <summary>How many entries it was made of; nothing while it is secret, as the rest.</summary>
    public required long? Size { get; init; }

    /// <summary>Their root.</summary>
    public required string? Root { get; init; }

    /// <summary>Its salt.</summary>
    public required string? Salt { get; init; }

    /// <summary><c>openedAt</c>.</summary>
    public required Instant? OpenedAt { get; init; }
}
