namespace RandomInspection.Drawing;

/// <summary>What reserves and cutoffs of a task show by themselves, where the frame is not at hand.</summary>
/// <remarks>Source: random-inspection-draw/1 §6.</remarks>
internal static class TaskRanking
{
    /// <summary>Whether a unit stands before another in a ranking: by ticket, then id.</summary>
    public static bool Before(Ticket ticket, string id, Ticket otherTicket, string otherId) =>
        ticket.CompareTo(otherTicket) is var order && (order != 0 ? order < 0 : string.CompareOrdinal(id, otherId) < 0);

    /// <summary>What is wrong: of each cell the right number in order, ranked after its cutoff, none selected or named twice.</summary>
    public static (string Chinese, string English)? WrongReserve(RecordedTask task, int reservesPerCell)
    {
        HashSet<string> used = [.. task.Selected.Select(unit => unit.Id)];
        int next = 0;
        foreach (CellResult cell in task.Cells)
        {
            Cell own = cell.Expectation.Count.Cell;
            long due = cell.Expectation.ExpectedNano > 0 ? Math.Clamp(cell.Expectation.Count.Drawable - cell.Size, 0, reservesPerCell) : 0;
            (Ticket? ticket, string? id) = (cell.Cutoff, null);
            for (long end = next + due; next < end; next++)
            {
                if (next == task.Reserves.Length || task.Reserves[next].Cell != own)
                {
                    return ($"{own} 应有 {due} 户", $"{own}: {due} are due");
                }

                ReserveUnit reserve = task.Reserves[next];
                bool after = ticket is not { } before || (id is null ? reserve.Ticket > before : Before(before, id, reserve.Ticket, reserve.Id));
                if (!after || !used.Add(reserve.Id))
                {
                    return ($"{reserve.Id} 次序不符，或已在名单中", $"{reserve.Id} is out of order, or already used");
                }

                (ticket, id) = (reserve.Ticket, reserve.Id);
            }
        }

        return next == task.Reserves.Length ? null : ($"多出 {task.Reserves.Length - next} 户", $"{task.Reserves.Length - next} too many");
    }

    /// <summary>
    /// What is wrong: none just for size 0, otherwise the ticket of a selected unit, another for each cell; and from the largest ticket
    /// down, the cells whose cutoff reaches it have room for all units so far.
    /// </summary>
    public static (string Chinese, string English)? WrongCutoff(RecordedTask task)
    {
        List<Ticket> tickets = [.. task.Selected.Select(unit => unit.Ticket)];
        HashSet<Ticket> left = [.. tickets];
        foreach (CellResult cell in task.Cells)
        {
            Cell own = cell.Expectation.Count.Cell;
            if (cell.Cutoff is null != (cell.Size == 0))
            {
                return ($"{own} 的界限与抽取数矛盾", $"{own}: cutoff and size contradict each other");
            }

            if (cell.Cutoff is { } cutoff && !left.Remove(cutoff))
            {
                return ($"{own} 的界限不是抽中者的票号", $"{own}: the cutoff is not the ticket of a selected unit");
            }
        }

        Queue<(Ticket Cutoff, long Size)> waiting = new(task.Cells.Where(cell => cell.Cutoff is not null).Select(cell => (cell.Cutoff!.Value, cell.Size)).OrderByDescending(cell => cell.Value));
        Int128 room = 0;
        int used = 0;
        foreach (Ticket ticket in Enumerable.Reverse(tickets))
        {
            while (waiting.TryPeek(out (Ticket Cutoff, long Size) cell) && cell.Cutoff >= ticket)
            {
                room += waiting.Dequeue().Size;
            }

            if (++used > room)
            {
                return ($"票号 {ticket} 在各界限之内容不下", $"the ticket {ticket} finds no room under the cutoffs");
            }
        }

        return null;
    }
}
