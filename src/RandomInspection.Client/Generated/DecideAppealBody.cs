// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>The outcome of an appeal.</summary>
public sealed record DecideAppealBody
{
    /// <summary><c>outcome</c>.</summary>
    public required AppealOutcome Outcome { get; init; }

    /// <summary><c>document</c>.</summary>
    public required string Document { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary><c>on</c>.</summary>
    public required LocalDate On { get; init; }
}
