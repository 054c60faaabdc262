using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace RandomInspection.Frames;

/// <summary>Sorted units in a temporary file: number, length of line, length of id, line.</summary>
internal sealed class SortRun : IDisposable
{
    private const int HeadBytes = sizeof(long) + sizeof(ushort) + sizeof(byte);

    private readonly SortFolder _folder;
    private readonly SafeFileHandle _file;
    private readonly long _length;

    private SortRun(SortFolder folder, SafeFileHandle file, long length)
    {
        _folder = folder;
        _file = file;
        _length = length;
    }

    /// <summary>Writes units to a file.</summary>
    /// <param name="folder">The folder of the file.</param>
    /// <param name="units">The units, none taken yet.</param>
    /// <param name="bufferBytes">How much is written at once.</param>
    /// <exception cref="InputRefusedException">The disk is full (RI1380).</exception>
    public static SortRun Write(SortFolder folder, SortedUnits units, int bufferBytes)
    {
        SafeFileHandle file = folder.Create();
        try
        {
            byte[] buffer = new byte[bufferBytes];
            (int filled, long length) = (0, 0);
            while (units.MoveNext())
            {
                ReadOnlySpan<byte> line = units.Line;
                if (filled + HeadBytes + line.Length > buffer.Length)
                {
                    RandomAccess.Write(file, buffer.AsSpan(0, filled), length);
                    length += filled;
                    filled = 0;
                }

                Span<byte> head = buffer.AsSpan(filled);
                BinaryPrimitives.WriteInt64LittleEndian(head, units.Number);
                BinaryPrimitives.WriteUInt16LittleEndian(head[sizeof(long)..], (ushort)line.Length);
                head[HeadBytes - 1] = (byte)units.IdLength;
                line.CopyTo(head[HeadBytes..]);
                filled += HeadBytes + line.Length;
            }

            RandomAccess.Write(file, buffer.AsSpan(0, filled), length);
            return new SortRun(folder, file, length + filled);
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException { ParamName: "value" }) // the second where a file system has no files so large
        {
            file.Dispose();
            throw folder.Failed(e);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The units of the file, as often as asked.</summary>
    public SortedUnits Open(int bufferBytes) => new Units(this, bufferBytes);

    public void Dispose() => _file.Dispose();

    private sealed class Units(SortRun run, int bufferBytes) : SortedUnits
    {
        private readonly byte[] _buffer = new byte[bufferBytes];
        private long _position;
        private int _filled;
        private int _next;
        private int _line;
        private int _lineLength;

        public override ReadOnlySpan<byte> Line => _buffer.AsSpan(_line, _lineLength);

        public override bool MoveNext()
        {
            if (!Have(HeadBytes))
            {
                return false;
            }

            ReadOnlySpan<byte> head = _buffer.AsSpan(_next, HeadBytes);
            Number = BinaryPrimitives.ReadInt64LittleEndian(head);
            _lineLength = BinaryPrimitives.ReadUInt16LittleEndian(head[sizeof(long)..]);
            IdLength = head[HeadBytes - 1];
            Have(HeadBytes + _lineLength);
            _line = _next + HeadBytes;
            _next = _line + _lineLength;
            Key = KeyOf(Line[..IdLength]);
            return true;
        }

        /// <summary>Whether so many bytes are left; reads on where they are not in the buffer.</summary>
        private bool Have(int bytes)
        {
            if (_filled - _next >= bytes)
            {
                return true;
            }

            _buffer.AsSpan(_next, _filled - _next).CopyTo(_buffer);
            (_filled, _next) = (_filled - _next, 0);
            while (_filled < bytes && _position < run._length)
            {
                _filled += Read();
            }

            return _filled >= bytes;
        }

        private int Read()
        {
            try
            {
                int read = RandomAccess.Read(run._file, _buffer.AsSpan(_filled), _position);
                _position += read;
                return read > 0 ? read : throw new EndOfStreamException();
            }
            catch (IOException e)
            {
                throw run._folder.Failed(e);
            }
        }
    }
}
