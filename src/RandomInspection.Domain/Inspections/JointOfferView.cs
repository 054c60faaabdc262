using RandomInspection.Ledger;
using RandomInspection.Planning;

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

    /// <summary>The row of a task that is or was offered.</summary>
    /// <param name="task">The task.</param>
    /// <param name="departmentId">Its department.</param>
    internal static JointOfferView Of(InspectionTask task, string departmentId) => new()
    {
        Key = task.Id,
        DepartmentId = departmentId,
        With = task.OfferedTo ?? "",
    };
}

/// <summary>The tasks offered for joint visits with a task, in order.</summary>
/// <param name="TaskId">The task whose department starts the joint match.</param>
public sealed record JointOffersTo(string TaskId) : Specification<JointOfferView>(offer => offer.With == TaskId, offer => offer.Key);
