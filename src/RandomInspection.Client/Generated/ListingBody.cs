// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A decision to list.</summary>
public sealed record ListingBody
{
    /// <summary><c>document</c>.</summary>
    public required string Document { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary><c>consent</c>.</summary>
    public string? Consent { get; init; }

    /// <summary><c>restrictedUntil</c>.</summary>
    public LocalDate? RestrictedUntil { get; init; }
}
