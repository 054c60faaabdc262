// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>An appeal.</summary>
public sealed record AppealBody
{
    /// <summary><c>kind</c>.</summary>
    public required AppealKind Kind { get; init; }

    /// <summary><c>body</c>.</summary>
    public required string Body { get; init; }

    /// <summary><c>on</c>.</summary>
    public required LocalDate On { get; init; }
}
