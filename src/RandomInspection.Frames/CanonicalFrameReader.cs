using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Frames;

/// <summary>One reading of a canonical frame file: under the lock whole lines are copied out, outside it they are taken apart.</summary>
internal sealed class CanonicalFrameReader(CanonicalFrameSource source) : IFrameReader
{
    /// <summary>Above what 4,096 lines can have: what has fewer line ends in so many bytes is refused.</summary>
    private const int MostBytes = 1 << 21;

    private const int Step = 1 << 11;

    private readonly byte[] _last = new byte[FrameUnit.MaxIdLength];
    private int _lastLength;
    private int _usual = FrameBlock.Capacity * 48;
    private long _position;
    private long _lines;

    public FrameBlock? Next(FrameBlock spare)
    {
        long left = source.Length - _position;
        if (left == 0)
        {
            source.RequireUnchanged();
            return null;
        }

        Lines lines = spare.Draft<Lines>();
        spare.Clear();
        (int read, int searched, int found) = (0, 0, 0);
        for (int room = _usual; ; room = Math.Min(2 * room, MostBytes))
        {
            int wanted = (int)Math.Min(room, left);
            source.Read(lines.Room(read, wanted), _position + read);
            read = wanted;
            (searched, found) = Search(lines.Text.AsSpan(0, read), searched, found);
            if (found == FrameBlock.Capacity || read == left || read == MostBytes)
            {
                break;
            }
        }

        lines.Take(found == FrameBlock.Capacity ? searched : read, _lines, _last.AsSpan(0, _lastLength));
        _usual = Math.Min(lines.Length + (lines.Length / 16) + FrameLine.MaxBytes, MostBytes);
        _position += lines.Length;
        _lines += found;
        Remember(lines.Bytes);
        source.Tell(_position);
        return spare;
    }

    public void Complete(FrameBlock block)
    {
        Lines lines = block.Draft<Lines>();
        if (!TryParse(lines, block))
        {
            throw lines.Refusal();
        }
    }

    public void Dispose()
    {
    }

    /// <summary>Goes on counting line ends, and stops behind that of a full block.</summary>
    private static (int Searched, int Found) Search(ReadOnlySpan<byte> text, int searched, int found)
    {
        while (searched < text.Length && found < FrameBlock.Capacity)
        {
            ReadOnlySpan<byte> step = text.Slice(searched, Math.Min(Step, text.Length - searched));
            int ends = step.Count((byte)'\n');
            if (found + ends < FrameBlock.Capacity)
            {
                found += ends;
                searched += step.Length;
                continue;
            }

            while (found < FrameBlock.Capacity)
            {
                int end = text[searched..].IndexOf((byte)'\n') + 1;
                searched += end;
                found++;
            }
        }

        return (searched, found);
    }

    /// <summary>Keeps the last id, so that a block that is odd can be judged together with what stands before it.</summary>
    private void Remember(ReadOnlySpan<byte> lines)
    {
        ReadOnlySpan<byte> last = lines[(lines[..^1].LastIndexOf((byte)'\n') + 1)..];
        ReadOnlySpan<byte> id = last[..Math.Max(last.IndexOf((byte)'\t'), 0)];
        _lastLength = Math.Min(id.Length, _last.Length);
        id[.._lastLength].CopyTo(_last);
    }

    private bool TryParse(Lines lines, FrameBlock block)
    {
        FrameCells cells = source.Cells;
        ReadOnlySpan<byte> text = lines.BytesAndSlack;
        try
        {
            for (int start = 0; start < lines.Length;)
            {
                ReadOnlySpan<byte> rest = text[start..];
                if (!FrameLine.TrySplitShort(rest, out int end, out int tab, out int standing, out bool isDrawable) || start + end >= lines.Length)
                {
                    end = rest[..(lines.Length - start)].IndexOf((byte)'\n');
                    if (end < 0 || !FrameLine.TrySplit(rest[..end], out tab, out standing, out isDrawable))
                    {
                        return false;
                    }
                }

                block.Add(rest[..tab], cells.NumberOf(rest[(tab + 1)..standing]), isDrawable);
                start += end + 1;
            }
        }
        catch (InputRefusedException)
        {
            return false; // a cell is malformed; whether something before it is worse the oracle says
        }

        return FrameLine.IsVisible(block.Ids[..^FrameBlock.Slack]);
    }

    /// <summary>The bytes of a block's lines.</summary>
    private sealed class Lines
    {
        private readonly byte[] _before = new byte[FrameUnit.MaxIdLength];
        private int _beforeLength;
        private long _first;

        public byte[] Text { get; private set; } = [];

        public int Length { get; private set; }

        public ReadOnlySpan<byte> Bytes => Text.AsSpan(0, Length);

        /// <summary>The lines, then whatever there is: one that lacks its end may seem to have one there.</summary>
        public ReadOnlySpan<byte> BytesAndSlack => Text.AsSpan(0, Length + FrameLine.Slack);

        /// <summary>Room between two places, what stands before it kept.</summary>
        public Span<byte> Room(int from, int to)
        {
            if (to + FrameLine.Slack > Text.Length)
            {
                byte[] larger = GC.AllocateUninitializedArray<byte>(to + (to / 8) + FrameLine.Slack);
                Text.AsSpan(0, from).CopyTo(larger);
                Text = larger;
            }

            return Text.AsSpan(from, to - from);
        }

        /// <summary>Says which bytes and lines they are, and what id stands before them.</summary>
        public void Take(int length, long first, ReadOnlySpan<byte> before)
        {
            Length = length;
            _first = first;
            _beforeLength = before.Length;
            before.CopyTo(_before);
        }

        public InputRefusedException Refusal()
        {
            ReadOnlySpan<byte> before = _before.AsSpan(0, _beforeLength);
            return before.IsEmpty ? FrameLine.Refusal(Bytes, _first) : FrameLine.Refusal([.. before, .. "\tx\tx\tdrawable\n"u8, .. Bytes], _first - 1);
        }
    }
}
