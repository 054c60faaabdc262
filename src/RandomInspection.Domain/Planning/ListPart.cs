using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>What one draw gave a task's list: its selection, and its reserves in the order in which they stand ready.</summary>
/// <param name="Draw">The draw.</param>
/// <param name="DrawnAt">When it was drawn.</param>
/// <param name="Selected">The selection in ticket order.</param>
/// <param name="Reserves">The reserves in the order of cells, then by rank.</param>
/// <remarks>The arrays compare by reference.</remarks>
public sealed record ListPart(string Draw, Instant DrawnAt, ImmutableArray<ListedUnit> Selected, ImmutableArray<ListedUnit> Reserves)
{
    /// <summary>The part that a draw's auditor's record and frame give.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="drawnAt">When it was drawn.</param>
    /// <param name="task">The task in the auditor's record.</param>
    /// <param name="frame">Its frame, which knows the cell of each selected unit.</param>
    /// <remarks>O(selected × log frame).</remarks>
    public static ListPart Of(string draw, Instant drawnAt, RecordedTask task, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(frame);
        return new ListPart(
            draw,
            drawnAt,
            [.. task.Selected.Select(unit => new ListedUnit(unit.Id, unit.Ticket, CellOf(frame.Units[frame.IndexOf(unit.Id)]), draw))],
            [.. task.Reserves.Select(unit => new ListedUnit(unit.Id, unit.Ticket, unit.Cell, draw))]);
    }

    private static Cell CellOf(FrameUnit unit) => new(unit.Stratum, unit.Class);
}

/// <summary>A unit of a task's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="Cell">Its cell.</param>
/// <param name="Draw">The draw that drew it, as selected or as a reserve.</param>
/// <param name="ComesBy">The number of the change by which it came in; <see langword="null"/> if a draw selected it.</param>
/// <param name="GoesBy">The number of the change by which it went; <see langword="null"/> while it stands.</param>
public sealed record ListedUnit(string Id, Ticket Ticket, Cell Cell, string Draw, int? ComesBy = null, int? GoesBy = null);
