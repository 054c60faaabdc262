// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A duty to publish with its deadline.</summary>
public sealed record DutyRow
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>occasion</c>.</summary>
    public required DisclosureOccasion Occasion { get; init; }

    /// <summary><c>about</c>.</summary>
    public required string About { get; init; }

    /// <summary><c>title</c>.</summary>
    public required string Title { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>eventDay</c>.</summary>
    public required LocalDate EventDay { get; init; }

    /// <summary><c>dueOn</c>.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary><c>certainty</c>.</summary>
    public required Certainty? Certainty { get; init; }

    /// <summary><c>rule</c>.</summary>
    public required string Rule { get; init; }

    /// <summary><c>status</c>.</summary>
    public required ObligationStatus Status { get; init; }

    /// <summary><c>urgency</c>.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary><c>revision</c>.</summary>
    public required int Revision { get; init; }

    /// <summary><c>publishedAt</c>.</summary>
    public required Instant? PublishedAt { get; init; }

    /// <summary><c>deferredUntil</c>.</summary>
    public required LocalDate? DeferredUntil { get; init; }
}
