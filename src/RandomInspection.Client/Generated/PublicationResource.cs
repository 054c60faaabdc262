// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A publication; of one that was taken down only that it was.</summary>
public sealed record PublicationResource
{
    /// <summary><c>number</c>.</summary>
    public required long Number { get; init; }

    /// <summary><c>occasion</c>.</summary>
    public required DisclosureOccasion Occasion { get; init; }

    /// <summary><c>about</c>.</summary>
    public required string? About { get; init; }

    /// <summary><c>title</c>.</summary>
    public required string? Title { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>channel</c>.</summary>
    public required string Channel { get; init; }

    /// <summary><c>publishedAt</c>.</summary>
    public required Instant PublishedAt { get; init; }
}
