// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A clause of the notice.</summary>
public sealed record ComplianceLineResource
{
    /// <summary><c>clause</c>.</summary>
    public required string Clause { get; init; }

    /// <summary><c>article</c>.</summary>
    public required string Article { get; init; }

    /// <summary><c>title</c>.</summary>
    public required string Title { get; init; }

    /// <summary><c>status</c>.</summary>
    public required ComplianceStatus Status { get; init; }

    /// <summary><c>figure</c>.</summary>
    public required RatioResource Figure { get; init; }

    /// <summary><c>failing</c>.</summary>
    public required IReadOnlyList<string> Failing { get; init; }
}
