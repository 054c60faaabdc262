using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Frames;

/// <summary>Makes a canonical frame file of units in any order, whatever their number, in bounded memory: an external merge sort.</summary>
/// <remarks>
/// What does not fit into memory goes to temporary files, about the size of the frame file and a quarter more. On Unix they have no name from
/// the moment they are opened, elsewhere the system deletes them when they are closed: nothing stays, however the process ends.
/// O(n log n). Not safe to share between threads. Source: random-inspection-draw/1 §1.
/// </remarks>
public sealed class FrameSorter : IDisposable
{
    /// <summary>Bytes of memory that a sorter takes if nothing else is said: 256 MiB.</summary>
    public const long DefaultMemory = 256L << 20;

    /// <summary>Least bytes of memory.</summary>
    public const long LeastMemory = 1L << 16;

    /// <summary>Most bytes of memory.</summary>
    public const long MostMemory = 1L << 31;

    private const int MostRunsAtOnce = 256;

    private readonly SortFolder _folder;
    private readonly SortMemory _memory;
    private readonly FrameCells _cells = new();
    private readonly byte[] _line = new byte[FrameLine.MaxBytes];
    private readonly int _buffer;
    private readonly int _runsAtOnce;
    private List<SortRun> _runs = [];
    private bool _complete;

    /// <summary>An empty sorter.</summary>
    /// <param name="folder">The folder of temporary files, best that of the target; it is there.</param>
    /// <param name="memory">About how many bytes of memory it takes, 64 KiB to 2 GiB.</param>
    public FrameSorter(string folder, long memory = DefaultMemory)
        : this(new SortFolder(folder), memory)
    {
    }

    internal FrameSorter(SortFolder folder, long memory)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(memory, LeastMemory);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(memory, MostMemory);
        _folder = folder;
        _memory = new SortMemory(memory);
        _buffer = (int)Math.Clamp(memory / 1024, 1 << 12, 1 << 18);
        _runsAtOnce = (int)Math.Clamp(memory / 2 / _buffer, 2, MostRunsAtOnce);
    }

    /// <summary>Units so far.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="number">Its number for refusals: that of its line or row.</param>
    /// <exception cref="InputRefusedException">The disk is full (RI1380).</exception>
    /// <exception cref="InvalidOperationException">The units were asked for before.</exception>
    public void Add(FrameUnit unit, long number)
    {
        ArgumentNullException.ThrowIfNull(unit);
        Span<byte> line = _line;
        int id = Encoding.ASCII.GetBytes(unit.Id, line);
        line[id] = (byte)'\t';
        int end = id + 1;
        end += Encoding.UTF8.GetBytes(unit.Stratum.Text, line[end..]);
        line[end++] = (byte)'\t';
        end += Encoding.ASCII.GetBytes(unit.Class, line[end..]);
        ReadOnlySpan<byte> standing = unit.Standing == Standing.Drawable ? "\tdrawable"u8 : "\tresting"u8;
        standing.CopyTo(line[end..]);
        Add(line[..(end + standing.Length)], id, number);
    }

    /// <summary>Takes a line of a frame file.</summary>
    /// <param name="line">The line without its end: id TAB stratum TAB class TAB standing.</param>
    /// <param name="number">Its number for refusals, from 1.</param>
    /// <exception cref="InputRefusedException">The line is malformed (RI1101 to RI1103, RI1105, RI1107), or the disk is full (RI1380).</exception>
    /// <exception cref="InvalidOperationException">The units were asked for before.</exception>
    public void Add(ReadOnlySpan<byte> line, long number)
    {
        if (line.Contains((byte)'\n'))
        {
            throw DrawingRefusals.MalformedFrameLine.Refuse(("line", number), ("value", Encoding.UTF8.GetString(line)));
        }

        if (!IsLine(line, out int id))
        {
            throw FrameLine.Refusal([.. line, (byte)'\n'], number - 1);
        }

        Add(line, id, number);
    }

    /// <summary>Writes the canonical frame file.</summary>
    /// <param name="target">Takes the bytes; it stays open.</param>
    /// <param name="progress">Is told now and then, and at the end, how many units are written.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="InputRefusedException">An id stands twice (RI1104; values: id, and the numbers line and earlier), or the disk is full (RI1380).</exception>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public void Write(Stream target, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        SortMerge units = Merged(cancellation);
        byte[] buffer = new byte[1 << 17];
        (int filled, long written) = (0, 0);
        while (units.MoveNext())
        {
            if (units.IsRepeated)
            {
                FrameDuplicate twice = units.Duplicate;
                throw DrawingRefusals.DuplicateId.Refuse(("id", twice.Id), ("line", twice.Later), ("earlier", twice.First));
            }

            ReadOnlySpan<byte> line = units.Line;
            if (filled + line.Length + 1 > buffer.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                target.Write(buffer, 0, filled);
                filled = 0;
                progress?.Report(written);
            }

            line.CopyTo(buffer.AsSpan(filled));
            filled += line.Length;
            buffer[filled++] = (byte)'\n';
            written++;
        }

        target.Write(buffer, 0, filled);
        progress?.Report(written);
    }

    /// <summary>All units whose id an earlier one has, by number earlier, in the order of ids.</summary>
    /// <param name="cancellation">Stops the enumeration.</param>
    /// <exception cref="InputRefusedException">The disk is full (RI1380).</exception>
    public IEnumerable<FrameDuplicate> Duplicates(CancellationToken cancellation = default)
    {
        SortMerge units = Merged(cancellation);
        while (units.MoveNext())
        {
            if (units.IsRepeated)
            {
                yield return units.Duplicate;
            }
        }
    }

    /// <summary>Frees memory and temporary files.</summary>
    public void Dispose()
    {
        foreach (SortRun run in _runs)
        {
            run.Dispose();
        }

        _runs.Clear();
        _memory.Clear();
        _complete = true;
    }

    private bool IsLine(ReadOnlySpan<byte> line, out int id)
    {
        try
        {
            if (FrameLine.TrySplit(line, out id, out int standing, out _) && FrameLine.IsVisible(line[..id]))
            {
                _cells.NumberOf(line[(id + 1)..standing]);
                return true;
            }
        }
        catch (InputRefusedException)
        {
            id = 0; // the oracle says which of its faults comes first
        }

        return false;
    }

    private void Add(ReadOnlySpan<byte> line, int id, long number)
    {
        if (_complete)
        {
            throw new InvalidOperationException("The units of a sorter can be asked for once all are in.");
        }

        if (!_memory.TryAdd(line, id, number))
        {
            Spill();
            _memory.TryAdd(line, id, number);
        }

        Count++;
    }

    private void Spill()
    {
        _memory.Sort();
        _runs.Add(SortRun.Write(_folder, _memory.Open(), _buffer));
        _memory.Restart();
    }

    /// <summary>All units in order, of so few runs that they can be read at once.</summary>
    private SortMerge Merged(CancellationToken cancellation)
    {
        if (!_complete)
        {
            if (_runs.Count > 0)
            {
                Spill();
                _memory.Clear();
            }
            else
            {
                _memory.Sort();
            }

            _complete = true;
        }

        while (_runs.Count > _runsAtOnce)
        {
            List<SortRun> merged = [];
            foreach (SortRun[] group in _runs.Chunk(_runsAtOnce))
            {
                cancellation.ThrowIfCancellationRequested();
                SortMerge units = new([.. group.Select(run => run.Open(_buffer))]);
                merged.Add(SortRun.Write(_folder, units, _buffer));
                Array.ForEach(group, run => run.Dispose());
            }

            _runs = merged;
        }

        return new SortMerge(_runs.Count > 0 ? [.. _runs.Select(run => run.Open(_buffer))] : [_memory.Open()]);
    }
}
