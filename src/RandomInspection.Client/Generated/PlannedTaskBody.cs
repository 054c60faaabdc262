// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A task of a plan as it is to be.</summary>
public sealed record PlannedTaskBody
{
    /// <summary>1 to 100 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Codes of the department's published items, one or more.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>First day of its period.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Last day of its period, included.</summary>
    public required LocalDate To { get; init; }

    /// <summary><c>visitDay</c>.</summary>
    public VisitDayRule? VisitDay { get; init; }
}
