// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A department's catalogue: its newest version, and for whoever works here the one that is being prepared.</summary>
public sealed record CatalogueResource
{
    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>version</c>.</summary>
    public required int? Version { get; init; }

    /// <summary><c>effectiveFrom</c>.</summary>
    public required LocalDate? EffectiveFrom { get; init; }

    /// <summary><c>publishedAt</c>.</summary>
    public required Instant? PublishedAt { get; init; }

    /// <summary><c>items</c>.</summary>
    public required IReadOnlyList<ItemResource> Items { get; init; }

    /// <summary><c>underWay</c>.</summary>
    public required CatalogueStatus? UnderWay { get; init; }

    /// <summary><c>returnReason</c>.</summary>
    public required string? ReturnReason { get; init; }

    /// <summary><c>drafted</c>.</summary>
    public required IReadOnlyList<ItemResource> Drafted { get; init; }
}
