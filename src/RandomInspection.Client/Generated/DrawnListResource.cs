// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A drawn list as it stands.</summary>
public sealed record DrawnListResource
{
    /// <summary><c>taskId</c>.</summary>
    public required string TaskId { get; init; }

    /// <summary><c>draw</c>.</summary>
    public required string Draw { get; init; }

    /// <summary><c>isSettled</c>.</summary>
    public required bool IsSettled { get; init; }

    /// <summary><c>supplement</c>.</summary>
    public required string? Supplement { get; init; }

    /// <summary><c>units</c>.</summary>
    public required IReadOnlyList<ListedUnitResource> Units { get; init; }

    /// <summary><c>changes</c>.</summary>
    public required IReadOnlyList<ListChangeResource> Changes { get; init; }
}
