using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>The peer: the same tickets by the platform's SHA-256, a call a unit, and a queue of the smallest for each cell.</summary>
internal sealed class HashLoop
{
    private readonly CityFrame _city;
    private readonly int[] _wanted;
    private readonly string[] _ids;

    public HashLoop(CityFrame city, DrawResult ours)
    {
        _city = city;
        _wanted = new int[city.Cells.Count];
        foreach (CellResult cell in ours.Cells)
        {
            _wanted[city.Cells.NumberOf(cell.Expectation.Count.Cell)] += (int)cell.Size;
        }

        foreach (ReserveUnit reserve in ours.Reserves)
        {
            _wanted[city.Cells.NumberOf(reserve.Cell)]++;
        }

        _ids = new string[city.Units];
        for (int unit = 0; unit < _ids.Length; unit++)
        {
            _ids[unit] = Encoding.ASCII.GetString(city.Blocks[unit / FrameBlock.Capacity].Id(unit % FrameBlock.Capacity));
        }
    }

    /// <summary>As one writes it first: seed and id put together as a string.</summary>
    public List<string> WithStrings()
    {
        string seed = ScaleRun.Seed.Hex;
        return Draw(id => new Ticket(SHA256.HashData(Encoding.ASCII.GetBytes(seed + id))));
    }

    /// <summary>The same without an allocation.</summary>
    public List<string> WithSpans()
    {
        byte[] text = [.. Encoding.ASCII.GetBytes(ScaleRun.Seed.Hex), .. new byte[FrameUnit.MaxIdLength]], digest = new byte[SHA256.HashSizeInBytes];
        int seed = ScaleRun.Seed.Hex.Length;
        return Draw(id =>
        {
            int length = Encoding.ASCII.GetBytes(id, text.AsSpan(seed));
            SHA256.HashData(text.AsSpan(0, seed + length), digest);
            return new Ticket(digest);
        });
    }

    private List<string> Draw(Func<string, Ticket> ticketOf)
    {
        Comparer<Ticket> largestFirst = Comparer<Ticket>.Create(static (a, b) => b.CompareTo(a));
        PriorityQueue<string, Ticket>[] smallest = [.. _wanted.Select(_ => new PriorityQueue<string, Ticket>(largestFirst))];
        for (int unit = 0; unit < _ids.Length; unit++)
        {
            FrameBlock block = _city.Blocks[unit / FrameBlock.Capacity];
            int cell = block.Cells[unit % FrameBlock.Capacity];
            if (!block.Drawable[unit % FrameBlock.Capacity])
            {
                continue;
            }

            Ticket ticket = ticketOf(_ids[unit]);
            if (smallest[cell].Count < _wanted[cell])
            {
                smallest[cell].Enqueue(_ids[unit], ticket);
            }
            else if (_wanted[cell] > 0)
            {
                smallest[cell].EnqueueDequeue(_ids[unit], ticket);
            }
        }

        return [.. smallest.SelectMany(queue => queue.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element))];
    }
}
