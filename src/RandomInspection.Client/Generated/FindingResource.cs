// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A finding in a file.</summary>
public sealed record FindingResource
{
    /// <summary><c>line</c>.</summary>
    public required long Line { get; init; }

    /// <summary><c>column</c>.</summary>
    public required string Column { get; init; }

    /// <summary><c>severity</c>.</summary>
    public required string Severity { get; init; }

    /// <summary><c>code</c>.</summary>
    public required string Code { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary><c>remedy</c>.</summary>
    public required string Remedy { get; init; }
}
