// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A day.</summary>
public sealed record DayBody
{
    /// <summary><c>on</c>.</summary>
    public required LocalDate On { get; init; }
}
