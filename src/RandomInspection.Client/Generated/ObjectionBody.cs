// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>An objection of the inspected party.</summary>
public sealed record ObjectionBody
{
    /// <summary><c>text</c>.</summary>
    public required string Text { get; init; }

    /// <summary><c>on</c>.</summary>
    public required LocalDate On { get; init; }
}
