using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>A frame of units that are counted off: those of a <see cref="Frame"/>, or of any sequence in the order of ids.</summary>
/// <param name="units">The units; every enumeration gives the same.</param>
/// <param name="size">How many, where that is known.</param>
public sealed class UnitFrameSource(IEnumerable<FrameUnit> units, long? size = null) : IFrameSource
{
    /// <summary>The units of a frame.</summary>
    /// <param name="frame">The frame.</param>
    public UnitFrameSource(Frame frame)
        : this((frame ?? throw new ArgumentNullException(nameof(frame))).Units, frame.Size)
    {
    }

    /// <inheritdoc />
    public FrameCells Cells { get; } = new();

    /// <inheritdoc />
    public long? Size => size;

    /// <inheritdoc />
    public IFrameReader Open() => new Reader(Cells, units.GetEnumerator());

    private sealed class Reader(FrameCells cells, IEnumerator<FrameUnit> units) : IFrameReader
    {
        private readonly Dictionary<Cell, int> _numbers = [];

        public FrameBlock? Next(FrameBlock spare)
        {
            Span<byte> id = stackalloc byte[FrameUnit.MaxIdLength];
            spare.Clear();
            while (!spare.IsFull && units.MoveNext())
            {
                Cell cell = new(units.Current.Stratum, units.Current.Class);
                if (!_numbers.TryGetValue(cell, out int number))
                {
                    _numbers.Add(cell, number = cells.NumberOf(cell));
                }

                spare.Add(id[..Encoding.ASCII.GetBytes(units.Current.Id, id)], number, units.Current.Standing == Standing.Drawable);
            }

            return spare.Count == 0 ? null : spare;
        }

        public void Complete(FrameBlock block)
        {
        }

        public void Dispose() => units.Dispose();
    }
}
