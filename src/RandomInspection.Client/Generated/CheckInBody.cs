// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>The visit's code as it was typed or scanned.</summary>
public sealed record CheckInBody
{
    /// <summary><c>code</c>.</summary>
    public required string Code { get; init; }
}
