using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>A row for each officer of each visit, those who were replaced included: an officer's own visits, and who inspected whom before.</summary>
public sealed record SeatView : IView
{
    /// <summary>Visit and officer, with a slash between.</summary>
    public required string Key { get; init; }

    /// <summary>The visit.</summary>
    public required string Visit { get; init; }

    /// <summary>The officer.</summary>
    public required string Inspector { get; init; }

    /// <summary>The officer's department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>The match.</summary>
    public required string Match { get; init; }

    /// <summary>The visit's id in the match's problem.</summary>
    public required string JointVisit { get; init; }

    /// <summary>The subject.</summary>
    public required string SubjectCode { get; init; }

    /// <summary>Whether the officer was replaced.</summary>
    public required bool Replaced { get; init; }

    /// <summary>Where the visit stands.</summary>
    public required VisitStatus Status { get; init; }

    /// <summary>The visit's conclusion; <see langword="null"/> before.</summary>
    public required Conclusion? Conclusion { get; init; }

    /// <summary>The day of the conclusion; <see langword="null"/> before.</summary>
    public required LocalDate? ConcludedOn { get; init; }

    /// <summary>The rows of a visit.</summary>
    /// <param name="visit">The visit.</param>
    public static IEnumerable<SeatView> Of(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.Team.Inspectors.Select(inspector => Of(visit, inspector, replaced: false))
            .Concat(visit.Left.Distinct().Except(visit.Team.Inspectors).Select(inspector => Of(visit, inspector, replaced: true)));
    }

    private static SeatView Of(Visit visit, string inspector, bool replaced) => new()
    {
        Key = $"{visit.Id}/{inspector}",
        Visit = visit.Id,
        Inspector = inspector,
        DepartmentId = visit.Team.DepartmentId,
        Match = visit.Plan.Match,
        JointVisit = visit.Plan.JointVisit,
        SubjectCode = visit.Plan.SubjectCode,
        Replaced = replaced,
        Status = visit.Status,
        Conclusion = visit.Conclusion?.Conclusion,
        ConcludedOn = visit.Conclusion?.On,
    };
}
