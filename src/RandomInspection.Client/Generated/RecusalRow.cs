// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A request for recusal in a list.</summary>
public sealed record RecusalRow
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>inspector</c>.</summary>
    public required string Inspector { get; init; }

    /// <summary><c>subjectCode</c>.</summary>
    public required string SubjectCode { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>side</c>.</summary>
    public required RecusalSide Side { get; init; }

    /// <summary><c>requestedAt</c>.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary><c>decision</c>.</summary>
    public required RecusalDecision? Decision { get; init; }
}
