using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>A row for each task that its department offered for joint visits with another task.</summary>
public sealed record JointOfferView : IView
{
    /// <summary>The offered task.</summary>
    public required string Key { get; init; }

    /// <summary>Its department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>The task whose department starts the joint match; empty after the offer was withdrawn.</summary>
    public required string With { get; init; }
}

/// <summary>The tasks offered for joint visits with a task, in order.</summary>
/// <param name="TaskId">The task whose department starts the joint match.</param>
public sealed record JointOffersTo(string TaskId) : Specification<JointOfferView>(offer => offer.With == TaskId, offer => offer.Key);
