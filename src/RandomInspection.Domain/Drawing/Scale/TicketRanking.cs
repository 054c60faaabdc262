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
        List<SelectedUnit> all = [];
        foreach (Candidates part in parts)
        {
            for (int first = 0; first < part.Count; first += Batch)
            {
                Add(part.Items[first..Math.Min(first + Batch, part.Count)], all);
            }
        }

        all.Sort(TicketOrder.Instance);
        return [.. all[..Math.Min(wanted, all.Count)]];
    }

    private void Add(ReadOnlySpan<Candidate> candidates, List<SelectedUnit> all)
    {
        _ids.Clear();
        foreach (ref readonly Candidate candidate in candidates)
        {
            _ids.Add(candidate.Id, 0, isDrawable: true);
        }

        _hash.Hash(_ids.Ids, _ids.Starts, _words, Stride);
        Span<byte> ticket = stackalloc byte[sizeof(uint) * BatchHash.DigestWords];
        for (int i = 0; i < candidates.Length; i++)
        {
            for (int word = 0; word < BatchHash.DigestWords; word++)
            {
                BinaryPrimitives.WriteUInt32BigEndian(ticket[(sizeof(uint) * word)..], _words[(Stride * word) + i]);
            }

            all.Add(new SelectedUnit(new Ticket(ticket), Encoding.ASCII.GetString(candidates[i].Id)));
        }
    }
}
