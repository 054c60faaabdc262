// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>An alert.</summary>
public sealed record AlertResource
{
    /// <summary><c>kind</c>.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string? DepartmentId { get; init; }

    /// <summary><c>about</c>.</summary>
    public required string About { get; init; }

    /// <summary><c>figure</c>.</summary>
    public required long Figure { get; init; }

    /// <summary><c>limit</c>.</summary>
    public required long Limit { get; init; }

    /// <summary><c>on</c>.</summary>
    public required LocalDate? On { get; init; }
}
