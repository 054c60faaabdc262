// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A draw in a list.</summary>
public sealed record DrawRow
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>taskIds</c>.</summary>
    public required IReadOnlyList<string> TaskIds { get; init; }

    /// <summary><c>attempt</c>.</summary>
    public required int Attempt { get; init; }

    /// <summary><c>status</c>.</summary>
    public required CeremonyStatus Status { get; init; }

    /// <summary><c>frameSize</c>.</summary>
    public required long FrameSize { get; init; }

    /// <summary><c>selected</c>.</summary>
    public required long Selected { get; init; }

    /// <summary><c>assurance</c>.</summary>
    public required Assurance? Assurance { get; init; }

    /// <summary><c>endedAt</c>.</summary>
    public required Instant? EndedAt { get; init; }

    /// <summary><c>supplements</c>.</summary>
    public required string? Supplements { get; init; }
}
