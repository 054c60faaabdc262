// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A task of a plan.</summary>
public sealed record PlannedTaskResource
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>title</c>.</summary>
    public required string Title { get; init; }

    /// <summary><c>items</c>.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary><c>from</c>.</summary>
    public required LocalDate From { get; init; }

    /// <summary><c>to</c>.</summary>
    public required LocalDate To { get; init; }

    /// <summary><c>visitDay</c>.</summary>
    public required VisitDayRule VisitDay { get; init; }
}
