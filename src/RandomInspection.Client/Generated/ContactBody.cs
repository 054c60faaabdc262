// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>An attempt to reach a subject.</summary>
public sealed record ContactBody
{
    /// <summary><c>on</c>.</summary>
    public required LocalDate On { get; init; }

    /// <summary><c>how</c>.</summary>
    public required string How { get; init; }

    /// <summary><c>evidence</c>.</summary>
    public required string Evidence { get; init; }

    /// <summary><c>by</c>.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary><c>evidenceDigest</c>.</summary>
    public string? EvidenceDigest { get; init; }
}
