// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>Figures of supervision.</summary>
public sealed record FiguresResource
{
    /// <summary><c>departmentId</c>.</summary>
    public required string? DepartmentId { get; init; }

    /// <summary><c>from</c>.</summary>
    public required LocalDate From { get; init; }

    /// <summary><c>to</c>.</summary>
    public required LocalDate To { get; init; }

    /// <summary><c>tasksCompleted</c>.</summary>
    public required RatioResource TasksCompleted { get; init; }

    /// <summary><c>visitsEnded</c>.</summary>
    public required RatioResource VisitsEnded { get; init; }

    /// <summary><c>adHocTasks</c>.</summary>
    public required RatioResource AdHocTasks { get; init; }

    /// <summary><c>adHocVisits</c>.</summary>
    public required RatioResource AdHocVisits { get; init; }

    /// <summary><c>directAssignments</c>.</summary>
    public required RatioResource DirectAssignments { get; init; }

    /// <summary><c>officersReplaced</c>.</summary>
    public required RatioResource OfficersReplaced { get; init; }

    /// <summary><c>subjectsReplaced</c>.</summary>
    public required RatioResource SubjectsReplaced { get; init; }

    /// <summary><c>attempts</c>.</summary>
    public required RatioResource Attempts { get; init; }

    /// <summary><c>deadlinesMet</c>.</summary>
    public required RatioResource DeadlinesMet { get; init; }

    /// <summary><c>late</c>.</summary>
    public required int Late { get; init; }

    /// <summary><c>daysToPublish</c>.</summary>
    public required RatioResource DaysToPublish { get; init; }

    /// <summary><c>problems</c>.</summary>
    public required RatioResource Problems { get; init; }

    /// <summary><c>notReached</c>.</summary>
    public required RatioResource NotReached { get; init; }

    /// <summary><c>coverage</c>.</summary>
    public required IReadOnlyList<CoverageResource> Coverage { get; init; }
}
