namespace RandomInspection.Drawing.Scale;

/// <summary>By ticket, then by the bytes of the id.</summary>
internal sealed class TicketOrder : IComparer<SelectedUnit>
{
    public static TicketOrder Instance { get; } = new();

    public int Compare(SelectedUnit? x, SelectedUnit? y)
    {
        int byTicket = x!.Ticket.CompareTo(y!.Ticket);
        return byTicket != 0 ? byTicket : string.CompareOrdinal(x.Id, y.Id);
    }
}
