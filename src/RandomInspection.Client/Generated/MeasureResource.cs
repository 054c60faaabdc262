// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A measure that was decided.</summary>
public sealed record MeasureResource
{
    /// <summary><c>number</c>.</summary>
    public required int Number { get; init; }

    /// <summary><c>kind</c>.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary><c>legalBasis</c>.</summary>
    public required string LegalBasis { get; init; }

    /// <summary><c>decidedOn</c>.</summary>
    public required LocalDate DecidedOn { get; init; }
}
