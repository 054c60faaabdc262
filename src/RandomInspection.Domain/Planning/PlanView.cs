using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A row for each annual plan.</summary>
public sealed record PlanView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Whose plan it is.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>An annual plan, or an ad-hoc task.</summary>
    public required PlanKind Kind { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary>How many tasks it has.</summary>
    public required int Tasks { get; init; }

    /// <summary>When it was approved.</summary>
    public required Instant? ApprovedAt { get; init; }

    /// <summary>The row of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static PlanView Of(AnnualPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanView
        {
            Key = plan.Id,
            Year = plan.Draft.Year,
            DepartmentId = plan.Draft.DepartmentId,
            Kind = plan.Draft.Kind,
            Title = plan.Draft.Title,
            Status = plan.Status,
            Tasks = plan.Tasks.Count,
            ApprovedAt = plan.ApprovedAt,
        };
    }
}
