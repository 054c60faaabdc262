// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A special directory.</summary>
public sealed record SpecialDirectoryResource
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>version</c>.</summary>
    public required int Version { get; init; }

    /// <summary><c>isRetired</c>.</summary>
    public required bool IsRetired { get; init; }
}
