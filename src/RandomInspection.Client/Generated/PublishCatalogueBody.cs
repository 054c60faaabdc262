// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A version that is published.</summary>
public sealed record PublishCatalogueBody
{
    /// <summary><c>effectiveFrom</c>.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary><c>channel</c>.</summary>
    public required string Channel { get; init; }
}
