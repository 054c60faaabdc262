// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A law that changed.</summary>
public sealed record BasisChangeBody
{
    /// <summary><c>law</c>.</summary>
    public required string Law { get; init; }

    /// <summary><c>changedOn</c>.</summary>
    public required LocalDate ChangedOn { get; init; }

    /// <summary><c>items</c>.</summary>
    public required IReadOnlyList<string> Items { get; init; }
}
