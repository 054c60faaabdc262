// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>When a measure is checked again.</summary>
public sealed record FollowUpBody
{
    /// <summary><c>measure</c>.</summary>
    public required int Measure { get; init; }

    /// <summary><c>dueOn</c>.</summary>
    public required LocalDate DueOn { get; init; }
}
