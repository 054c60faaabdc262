// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A task.</summary>
public sealed record TaskResource
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>planId</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>title</c>.</summary>
    public required string Title { get; init; }

    /// <summary><c>from</c>.</summary>
    public required LocalDate From { get; init; }

    /// <summary><c>to</c>.</summary>
    public required LocalDate To { get; init; }

    /// <summary><c>planStatus</c>.</summary>
    public required PlanStatus PlanStatus { get; init; }

    /// <summary><c>stratification</c>.</summary>
    public required Stratification? Stratification { get; init; }

    /// <summary>The design document as it stands, or <c>null</c>.</summary>
    public required string? Design { get; init; }

    /// <summary>The draw for which its frame is frozen, or <c>null</c>.</summary>
    public required string? Draw { get; init; }

    /// <summary>The match, or <c>null</c>.</summary>
    public required string? Match { get; init; }

    /// <summary><c>drawOfferedTo</c>.</summary>
    public required string? DrawOfferedTo { get; init; }

    /// <summary><c>jointOfferedTo</c>.</summary>
    public required string? JointOfferedTo { get; init; }

    /// <summary><c>voidedDraws</c>.</summary>
    public required IReadOnlyList<string> VoidedDraws { get; init; }

    /// <summary><c>voidedMatches</c>.</summary>
    public required IReadOnlyList<string> VoidedMatches { get; init; }
}
