// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>Which subjects; an empty list is no limit.</summary>
public sealed record CriteriaBody
{
    /// <summary><c>regions</c>.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary><c>trades</c>.</summary>
    public IReadOnlyList<string>? Trades { get; init; }

    /// <summary><c>creditClasses</c>.</summary>
    public IReadOnlyList<string>? CreditClasses { get; init; }

    /// <summary><c>tags</c>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary><c>carriers</c>.</summary>
    public IReadOnlyList<CarrierKind>? Carriers { get; init; }

    /// <summary><c>general</c>.</summary>
    public GeneralDirectory? General { get; init; }

    /// <summary><c>notInspectedSince</c>.</summary>
    public LocalDate? NotInspectedSince { get; init; }
}
