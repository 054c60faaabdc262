using System.Text;
using System.Text.Unicode;
using RandomInspection.Calendars;
using RandomInspection.Drawing;
using RandomInspection.Frames;

namespace RandomInspection.Cli;

/// <summary>Reads what the command line names.</summary>
internal static class InputFile
{
    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InputRefusedException">There is no such file (RI9102), or it cannot be read (RI9103).</exception>
    public static byte[] Read(string path) => Reading(path, () => File.ReadAllBytes(path));

    /// <summary>A file to be read piece by piece; what is no file but a pipe is copied to a temporary one first.</summary>
    /// <exception cref="InputRefusedException">There is no such file (RI9102), or it cannot be read (RI9103).</exception>
    public static FileStream Open(string path) => Reading(path, () =>
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.CanSeek)
        {
            return file;
        }

        using (file)
        {
            string name = Path.Combine(Path.GetTempPath(), $".ri.{Path.GetRandomFileName()}");
            FileStream copy = new(name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(name); // only this handle keeps it
            }

            file.CopyTo(copy);
            copy.Flush();
            copy.Position = 0;
            return copy;
        }
    });

    /// <summary>Whether a file begins with these bytes.</summary>
    /// <exception cref="InputRefusedException">There is no such file (RI9102), or it cannot be read (RI9103).</exception>
    public static bool Begins(string path, ReadOnlySpan<byte> with)
    {
        using FileStream file = Reading(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Span<byte> first = stackalloc byte[with.Length];
        return file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(with);
    }

    /// <summary>The frame of a canonical frame file, to be read in blocks.</summary>
    /// <exception cref="InputRefusedException">There is no such file (RI9102), or it cannot be read (RI9103).</exception>
    public static CanonicalFrameSource OpenFrame(string path) => new(Open(path), path);

    /// <summary>The text of a file in UTF-8, with or without a byte order mark.</summary>
    /// <exception cref="InputRefusedException">It cannot be read (RI9102, RI9103), or is no UTF-8 (RI9103).</exception>
    public static string ReadText(string path)
    {
        byte[] bytes = Read(path);
        return Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : throw CliRefusals.FileUnreadable.Refuse(("path", path), ("detail", "not UTF-8"));
    }

    /// <summary>The frame of a canonical frame file.</summary>
    public static Frame ReadFrame(string path) => FrameFile.Read(Read(path));

    /// <summary>The embedded calendar, with the notices of further files laid over it.</summary>
    public static WorkingDayCalendar ReadCalendar(IEnumerable<string> noticeFiles)
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.Embedded;
        foreach (string path in noticeFiles)
        {
            calendar = calendar.With(NoticeFile.Parse(ReadText(path), null, calendar));
        }

        return calendar;
    }

    private static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CliRefusals.FileMissing.Refuse(("path", path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CliRefusals.FileUnreadable.Refuse(("path", path), ("detail", e.Message));
        }
    }
}
