// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A deadline.</summary>
public sealed record DeadlineResource
{
    /// <summary><c>occasion</c>.</summary>
    public required DisclosureOccasion Occasion { get; init; }

    /// <summary><c>eventDay</c>.</summary>
    public required LocalDate EventDay { get; init; }

    /// <summary><c>dueOn</c>.</summary>
    public required LocalDate? DueOn { get; init; }

    /// <summary><c>certainty</c>.</summary>
    public required Certainty? Certainty { get; init; }
}
