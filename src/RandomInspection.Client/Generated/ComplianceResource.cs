// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>The compliance report, in the language asked for.</summary>
public sealed record ComplianceResource
{
    /// <summary><c>day</c>.</summary>
    public required LocalDate Day { get; init; }

    /// <summary><c>logSize</c>.</summary>
    public required long LogSize { get; init; }

    /// <summary><c>logRoot</c>.</summary>
    public required string LogRoot { get; init; }

    /// <summary><c>isHeld</c>.</summary>
    public required bool IsHeld { get; init; }

    /// <summary><c>lines</c>.</summary>
    public required IReadOnlyList<ComplianceLineResource> Lines { get; init; }
}
