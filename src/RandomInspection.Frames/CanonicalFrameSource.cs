using System.Globalization;
using Microsoft.Win32.SafeHandles;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Frames;

/// <summary>A canonical frame file as a frame of any size: <c>id TAB stratum TAB class TAB standing</c> in the order of ids, LF after each line.</summary>
/// <remarks>
/// What is refused, and how, is what <see cref="FrameFile.Read"/> refuses. The file stays open, and every reading is of the same file in the
/// same state: one that was changed is refused (RI1381). It is read in large pieces and not mapped: a file that is cut while it is mapped
/// ends the process. O(threads) memory. Source: random-inspection-draw/1 §1.
/// </remarks>
public sealed class CanonicalFrameSource : IFrameSource, IDisposable
{
    private readonly FileStream _stream;
    private readonly SafeFileHandle _file;
    private readonly string _name;
    private readonly DateTime _changed;
    private long _bytesRead;

    /// <summary>The frame of a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public CanonicalFrameSource(string path)
        : this(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), path)
    {
    }

    /// <summary>The frame of an open file.</summary>
    /// <param name="file">The file, which can seek; it is closed with the source.</param>
    /// <param name="name">What refusals call it.</param>
    public CanonicalFrameSource(FileStream file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        _stream = file;
        _file = file.SafeFileHandle;
        _name = name;
        Length = RandomAccess.GetLength(_file);
        _changed = File.GetLastWriteTimeUtc(_file);
    }

    /// <inheritdoc />
    public FrameCells Cells { get; } = new();

    /// <summary>Nobody knows before the file is read; <see cref="BytesRead"/> of <see cref="Length"/> says how far a reading is.</summary>
    public long? Size => null;

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>How many bytes the last reading to begin has handed out.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <inheritdoc />
    /// <exception cref="InputRefusedException">The file was changed (RI1381).</exception>
    public IFrameReader Open()
    {
        RequireUnchanged();
        Volatile.Write(ref _bytesRead, 0);
        return new CanonicalFrameReader(this);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    /// <summary>Reads from the file.</summary>
    /// <param name="target">What to fill.</param>
    /// <param name="offset">From where; the file is long enough.</param>
    internal void Read(Span<byte> target, long offset)
    {
        while (!target.IsEmpty)
        {
            int read = RandomAccess.Read(_file, target, offset);
            if (read == 0)
            {
                RequireUnchanged();
                throw new EndOfStreamException($"{_name}: {offset}");
            }

            target = target[read..];
            offset += read;
        }
    }

    internal void Tell(long bytesRead) => Volatile.Write(ref _bytesRead, bytesRead);

    internal void RequireUnchanged()
    {
        long length = RandomAccess.GetLength(_file);
        DateTime changed = File.GetLastWriteTimeUtc(_file);
        if (length != Length || changed != _changed)
        {
            throw FrameSourceRefusals.FileChanged.Refuse(("file", _name), ("expected", State(Length, _changed)), ("found", State(length, changed)));
        }
    }

    private static string State(long length, DateTime changed) => string.Create(CultureInfo.InvariantCulture, $"{length} B {changed:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}");
}
