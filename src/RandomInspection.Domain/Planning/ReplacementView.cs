using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A row for each change of a drawn list.</summary>
public sealed record ReplacementView : IView
{
    /// <summary>Task and number, for example <c>P2026-001-T01-R001</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>Its department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>The draw that gave the list.</summary>
    public required string Draw { get; init; }

    /// <summary>The change's number within the list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The unit it is about.</summary>
    public required string Unit { get; init; }

    /// <summary>Who came in; <see langword="null"/> if nobody did.</summary>
    public required string? By { get; init; }

    /// <summary>Why.</summary>
    public required ReplacementGround Ground { get; init; }

    /// <summary>Where it stands.</summary>
    public required ListChangeState State { get; init; }

    /// <summary>Who proposed it; <see langword="null"/> where the register decides.</summary>
    public required string? ProposedBy { get; init; }

    /// <summary>When it came to stand there.</summary>
    public required Instant At { get; init; }

    /// <summary>The key of a change.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="number">The change's number.</param>
    public static string KeyOf(string taskId, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{taskId}-R{number:000}");

    /// <summary>The rows of a list's changes.</summary>
    /// <param name="list">The list.</param>
    /// <param name="departmentId">The task's department.</param>
    public static IEnumerable<ReplacementView> Of(DrawnList list, string departmentId)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Of(list.TaskId, list.Draw, list.Changes, departmentId);
    }

    /// <summary>The rows of the changes of a task's list.</summary>
    internal static IEnumerable<ReplacementView> Of(string taskId, string draw, IReadOnlyCollection<ListChange> changes, string departmentId) =>
        changes.Select(change => new ReplacementView
        {
            Key = KeyOf(taskId, change.Number),
            TaskId = taskId,
            DepartmentId = departmentId,
            Draw = draw,
            Number = change.Number,
            Unit = change.Unit,
            By = change.By,
            Ground = change.Ground,
            State = change.State,
            ProposedBy = change.ProposedBy,
            At = change.At,
        });
}

/// <summary>The changes of a department's lists in one state, the oldest first.</summary>
/// <param name="DepartmentId">The department.</param>
/// <param name="State">The state.</param>
public sealed record ReplacementsInState(string DepartmentId, ListChangeState State)
    : Specification<ReplacementView>(change => change.DepartmentId == DepartmentId && change.State == State, change => change.At);

/// <summary>The changes of a task's list, in order.</summary>
/// <param name="TaskId">The task.</param>
public sealed record ReplacementsOfTask(string TaskId) : Specification<ReplacementView>(change => change.TaskId == TaskId, change => change.Number);
