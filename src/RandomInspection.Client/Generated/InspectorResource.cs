// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>An inspector.</summary>
public sealed record InspectorResource
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>kind</c>.</summary>
    public required InspectorKind Kind { get; init; }

    /// <summary><c>level</c>.</summary>
    public required InspectorLevel Level { get; init; }

    /// <summary><c>regions</c>.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary><c>qualifications</c>.</summary>
    public required IReadOnlyList<string> Qualifications { get; init; }

    /// <summary><c>capacity</c>.</summary>
    public required int? Capacity { get; init; }

    /// <summary><c>status</c>.</summary>
    public required InspectorStatus Status { get; init; }
}
