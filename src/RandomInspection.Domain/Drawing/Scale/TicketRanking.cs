using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>Whole tickets of candidates, and their order. Serves one thread.</summary>
internal sealed class TicketRanking
{
    private const int Batch = 256;
    private const int Stride = Batch + BatchHash.MostLanes;

    private readonly BatchHash _hash;
    private readonly FrameBlock _ids = new();
    private readonly uint[] _words = new uint[BatchHash.DigestWords * Stride];

    public TicketRanking(DrawPlan plan)
    {
        _hash = BatchHash.Of(plan.Hash);
        _hash.Begin(Encoding.ASCII.GetBytes(plan.Seed.Hex));
    }

    /// <summary>The smallest of all candidates of a cell, in order.</summary>
    /// <param name="parts">What each thread kept.</param>
    /// <param name="wanted">How many at most.</param>
    public ImmutableArray<SelectedUnit> Smallest(IEnumerable<Candidates> parts, int wanted)
    {
        // Where each stands: the first bits say who may be among the smallest before any whole ticket is computed.
        Candidates[] all = [.. parts];
        int count = all.Sum(part => part.Count);
        ulong[] tickets = new ulong[count];
        (int Part, int At)[] places = new (int, int)[count];
        int next = 0;
        for (int part = 0; part < all.Length; part++)
        {
            for (int at = 0; at < all[part].Count; at++, next++)
            {
                (tickets[next], places[next]) = (all[part].Items[at].Ticket, (part, at));
            }
        }

        Array.Sort(tickets, places);
        int kept = Math.Min(wanted, count);
        while (kept > 0 && kept < count && tickets[kept] == tickets[kept - 1])
        {
            kept++;
        }

        SelectedUnit[] units = new SelectedUnit[kept];
        for (int first = 0; first < kept; first += Batch)
        {
            Complete(all, places.AsSpan(first, Math.Min(Batch, kept - first)), units.AsSpan(first));
        }

        foreach (Candidates part in all)
        {
            part.Clear();
        }

        TicketOrder.Sort(units);
        return [.. units.AsSpan(0, Math.Min(wanted, kept))];
    }

    private void Complete(Candidates[] all, ReadOnlySpan<(int Part, int At)> places, Span<SelectedUnit> units)
    {
        _ids.Clear();
        foreach ((int part, int at) in places)
        {
            _ids.Add(all[part].Items[at].Id, 0, isDrawable: true);
        }

        _hash.Hash(_ids.Ids, _ids.Starts, _words, Stride);
        Span<byte> ticket = stackalloc byte[sizeof(uint) * BatchHash.DigestWords];
        for (int i = 0; i < places.Length; i++)
        {
            for (int word = 0; word < BatchHash.DigestWords; word++)
            {
                BinaryPrimitives.WriteUInt32BigEndian(ticket[(sizeof(uint) * word)..], _words[(Stride * word) + i]);
            }

            units[i] = new SelectedUnit(new Ticket(ticket), Encoding.ASCII.GetString(_ids.Id(i)));
        }
    }
}
