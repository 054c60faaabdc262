namespace RandomInspection.Drawing.Scale;

/// <summary>By ticket, then by the bytes of the id.</summary>
internal sealed class TicketOrder : IComparer<SelectedUnit>
{
    public static TicketOrder Instance { get; } = new();

    /// <summary>Sorts units: by the first bits, which is fast, then whatever shares them.</summary>
    public static void Sort(SelectedUnit[] units)
    {
        ulong[] keys = [.. units.Select(unit => unit.Ticket.Leading)];
        Array.Sort(keys, units);
        for (int first = 0, next = 1; next <= keys.Length; next++)
        {
            if (next == keys.Length || keys[next] != keys[first])
            {
                if (next - first > 1)
                {
                    Array.Sort(units, first, next - first, Instance);
                }

                first = next;
            }
        }
    }

    public int Compare(SelectedUnit? x, SelectedUnit? y)
    {
        int byTicket = x!.Ticket.CompareTo(y!.Ticket);
        return byTicket != 0 ? byTicket : string.CompareOrdinal(x.Id, y.Id);
    }
}
