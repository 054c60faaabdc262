using System.Text;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Drawing;

/// <summary>Repeats a draw on one thread: ranks units by the first 64 bits of their tickets, by the whole tickets only where those are equal.</summary>
internal sealed class RepeatedSelection
{
    private const int Batch = 1024;
    private const int Stride = Batch + BatchHash.MostLanes;

    private readonly RepeatedCells _cells;
    private readonly BatchHash _hash;
    private readonly uint[] _words = new uint[2 * Stride];
    private readonly int[] _counts;
    private readonly ulong[] _heads;
    private readonly ulong[] _candidates;
    private readonly int[] _owners;

    public RepeatedSelection(RepeatedCells cells)
    {
        _cells = cells;
        _hash = BatchHash.Of(cells.Hash);
        _counts = new int[cells.Places.Length];
        _heads = new ulong[cells.Places.Length];
        _candidates = new ulong[cells.Places.Length];
        _owners = new int[cells.Places.Length];
    }

    /// <summary>Draws once and counts what comes up.</summary>
    public void Draw(Seed seed)
    {
        SeededHash random = new(seed, _cells.Hash);
        long[] sizes = PivotalRounding.Round(_cells.Expected, random);
        HashHeads(seed);
        for (int cell = 0; cell < sizes.Length; cell++)
        {
            Take(_cells.Starts[cell], _cells.Starts[cell + 1], (int)sizes[cell], random);
        }
    }

    /// <summary>Adds what was counted to the counts of all units of the frame.</summary>
    public void AddTo(int[] counts)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            counts[_cells.Places[i]] += _counts[i];
        }
    }

    private string Id(int place) => _cells.Frame.Units[_cells.Places[place]].Id;

    private void HashHeads(Seed seed)
    {
        _hash.Begin(Encoding.ASCII.GetBytes(seed.Hex));
        for (int first = 0; first < _heads.Length; first += Batch)
        {
            int count = Math.Min(Batch, _heads.Length - first);
            _hash.Hash(_cells.Ids, _cells.IdStarts.AsSpan(first, count + 1), _words, Stride, words: 2);
            for (int i = 0; i < count; i++)
            {
                _heads[first + i] = ((ulong)_words[i] << 32) | _words[Stride + i];
            }
        }
    }

    /// <summary>Counts the <paramref name="size"/> units of a cell with the smallest tickets.</summary>
    private void Take(int start, int end, int size, SeededHash random)
    {
        if (size == 0)
        {
            return;
        }

        int found = Candidates(start, end, BoundFor(size, end - start));
        if (found <= size)
        {
            found = Candidates(start, end, ulong.MaxValue);
        }

        Array.Sort(_candidates, _owners, 0, found);
        if (size < found && _candidates[size - 1] == _candidates[size])
        {
            RankWhole(start, end, random);
        }

        for (int rank = 0; rank < size; rank++)
        {
            _counts[_owners[rank]]++;
        }
    }

    private int Candidates(int start, int end, ulong bound)
    {
        int found = 0;
        for (int i = start; i < end; i++)
        {
            if (_heads[i] <= bound)
            {
                (_candidates[found], _owners[found]) = (_heads[i], i);
                found++;
            }
        }

        return found;
    }

    // Below this bound are 2 × size + 16 tickets on average, so hardly ever fewer than one more than size; if so, all are candidates.
    private static ulong BoundFor(int size, int units) =>
        (2L * size) + 16 is var wanted && wanted < units ? ulong.MaxValue / (ulong)units * (ulong)wanted : ulong.MaxValue;

    private void RankWhole(int start, int end, SeededHash random)
    {
        int[] ranked = [.. Enumerable.Range(start, end - start)
            .Select(i => (Ticket: random.Ticket(Id(i)), Place: i))
            .OrderBy(unit => unit.Ticket)
            .ThenBy(unit => Id(unit.Place), StringComparer.Ordinal)
            .Select(unit => unit.Place)];
        ranked.CopyTo(_owners, 0);
    }
}
