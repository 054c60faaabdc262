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

    /// <summary>When the version in force was approved.</summary>
    public required Instant? ApprovedAt { get; init; }

    /// <summary>Why an ad-hoc task is needed; <see langword="null"/> for an annual plan, and for a time before grounds had names.</summary>
    public TaskGround? Ground { get; init; }

    /// <summary>How many subjects an ad-hoc task names at most instead of drawing them; <see langword="null"/> if they are drawn.</summary>
    public int? Named { get; init; }

    /// <summary>The number of the version in force; 0 before it is approved.</summary>
    public int Version { get; init; }

    /// <summary>Where its amendment stands; <see langword="null"/> if none is under way.</summary>
    public PlanStatus? Amendment { get; init; }

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
            Ground = plan.Draft.Terms?.Ground,
            Named = plan.Draft.Terms?.Named,
            Version = plan.Versions.Count,
            Amendment = plan.Amendment?.Status,
        };
    }
}
