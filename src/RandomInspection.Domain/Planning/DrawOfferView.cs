using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A row for each task that its department offered for another task's draw.</summary>
public sealed record DrawOfferView : IView
{
    /// <summary>The offered task.</summary>
    public required string Key { get; init; }

    /// <summary>Its department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>The task whose department freezes both; empty after the offer was withdrawn.</summary>
    public required string With { get; init; }

    /// <summary>The row of a task that is or was offered.</summary>
    /// <param name="task">The task.</param>
    /// <param name="departmentId">Its department.</param>
    internal static DrawOfferView Of(InspectionTask task, string departmentId) => new()
    {
        Key = task.Id,
        DepartmentId = departmentId,
        With = task.DrawOfferedTo ?? "",
    };
}

/// <summary>What a department has offered for other tasks' draws.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record DrawOffersOf(string DepartmentId)
    : Specification<DrawOfferView>(offer => offer.DepartmentId == DepartmentId && offer.With != "", offer => offer.Key);

/// <summary>The tasks offered for a task's draw, in order.</summary>
/// <param name="TaskId">The task whose department freezes all.</param>
public sealed record DrawOffersTo(string TaskId) : Specification<DrawOfferView>(offer => offer.With == TaskId, offer => offer.Key);
