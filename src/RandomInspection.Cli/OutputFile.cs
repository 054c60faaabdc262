using System.Collections.Concurrent;

namespace RandomInspection.Cli;

/// <summary>Writes files whole or not at all: to a temporary file beside the target, which is then renamed.</summary>
internal static class OutputFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly ConcurrentDictionary<string, bool> Pending = new(StringComparer.Ordinal);

    /// <summary>Held while a file gets its name; whoever ends the process takes it and keeps it.</summary>
    private static readonly Lock Naming = new();

    private static volatile string? _written;

    private static readonly StringComparer Paths = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Refuses a target that cannot be right, before any work is done.</summary>
    /// <param name="path">The target.</param>
    /// <param name="inputs">The files that are read.</param>
    /// <exception cref="InputRefusedException">It is one of the inputs (RI9105), a folder, or in a folder that is not there (RI9104).</exception>
    public static void Check(string path, params ReadOnlySpan<string> inputs)
    {
        string target = Resolve(path);
        foreach (string input in inputs)
        {
            if (Paths.Equals(target, Resolve(input)))
            {
                throw CliRefusals.OutputIsInput.Refuse(("path", path));
            }
        }

        if (Directory.Exists(target))
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path), ("detail", "is a folder"));
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path), ("detail", $"no folder {Path.GetDirectoryName(target)}"));
        }
    }

    /// <summary>Writes a file; one that was there is replaced, keeping its permissions, only when the new one is complete.</summary>
    /// <exception cref="InputRefusedException">It cannot be written (RI9104).</exception>
    public static void Write(string path, byte[] bytes) => Write(path, file => file.Write(bytes));

    /// <summary>As <see cref="Write(string, byte[])"/>, for what is not held in memory.</summary>
    /// <param name="path">The target.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="InputRefusedException">It cannot be written (RI9104).</exception>
    public static void Write(string path, Action<Stream> write) => Write(path, write, static _ => true);

    /// <summary>As <see cref="Write(string, Action{Stream})"/>; the target changes only when what was written has been read again.</summary>
    /// <param name="path">The target.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="read">Reads what was written, under its temporary name.</param>
    /// <returns>What <paramref name="read"/> makes of it.</returns>
    /// <exception cref="InputRefusedException">It cannot be written (RI9104).</exception>
    public static T Write<T>(string path, Action<Stream> write, Func<string, T> read)
    {
        string target = Resolve(path);
        try
        {
            if (!IsDevice(target))
            {
                UnixFileMode? mode = !OperatingSystem.IsWindows() && File.Exists(target) ? File.GetUnixFileMode(target) : null;
                return WriteAndRename(target, write, read, mode, overwrite: true);
            }

            T result = default!;
            using FileStream device = new(target, FileMode.Open, FileAccess.Write);
            Temporary(Path.Combine(Path.GetTempPath(), "ri"), write, null, temporary =>
            {
                result = read(temporary);
                using FileStream written = File.OpenRead(temporary);
                written.CopyTo(device);
                TryDelete(temporary);
            });
            device.Flush();
            return result;
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path), ("detail", e.Message));
        }
    }

    /// <summary>Writes a new file by its name, for what is written by a library that opens files itself; never replaces one.</summary>
    /// <param name="path">The target, not a device.</param>
    /// <param name="write">Writes the file of the temporary name it is given, which only its owner may read.</param>
    /// <param name="holds">Reads what was written, under the temporary name; where it does not hold, nothing gets the target's name.</param>
    /// <returns>What <paramref name="holds"/> says.</returns>
    /// <exception cref="InputRefusedException">There is such a file (RI9130), or it cannot be written (RI9104).</exception>
    public static bool WriteNew(string path, Action<string> write, Predicate<string> holds)
    {
        Check(path);
        string target = Resolve(path);
        try
        {
            if (File.Exists(target))
            {
                throw CliRefusals.DatabaseExists.Refuse(("path", path));
            }

            bool held = false;
            Temporary(target, static _ => { }, OwnerOnly, temporary =>
            {
                write(temporary);
                held = holds(temporary);
                if (!held)
                {
                    TryDelete(temporary);
                    return;
                }

                using (FileStream file = new(temporary, FileMode.Open, FileAccess.ReadWrite))
                {
                    file.Flush(flushToDisk: true);
                }

                lock (Naming)
                {
                    File.Move(temporary, target, overwrite: false);
                    _written = target;
                }
            });
            return held;
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path), ("detail", e.Message));
        }
    }

    /// <summary>Writes a new file that only its owner may read (on Windows: as its folder says); never replaces one.</summary>
    /// <exception cref="InputRefusedException">There is such a file (RI9107), or it cannot be written (RI9104).</exception>
    public static void WriteSecret(string path, byte[] bytes)
    {
        Check(path);
        string target = Resolve(path);
        try
        {
            if (File.Exists(target))
            {
                throw CliRefusals.SecretExists.Refuse(("path", path));
            }

            WriteAndRename(target, file => file.Write(bytes), static _ => true, OwnerOnly, overwrite: false);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path), ("detail", e.Message));
        }
    }

    /// <summary>Ends all writing for good: what is not complete is deleted, and nothing gets its name any more.</summary>
    /// <returns>The last file that was complete before; <see langword="null"/> if none was.</returns>
    public static string? Stop()
    {
        Naming.Enter(); // and never left: what this process still does must not come after what is said about it
        foreach (string temporary in Pending.Keys)
        {
            TryDelete(temporary);
        }

        return _written;
    }

    /// <summary>The folder of temporary files for a target: its own, or the system's where the target is a device.</summary>
    public static string FolderFor(string path) => Resolve(path) is var target && IsDevice(target) ? Path.GetTempPath() : Path.GetDirectoryName(target)!;

    /// <summary>Whether it is the disk's fault; a file that is too large for its file system is an argument out of range to .NET.</summary>
    private static bool IsOfTheDisk(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    private static T WriteAndRename<T>(string target, Action<Stream> write, Func<string, T> read, UnixFileMode? mode, bool overwrite)
    {
        T result = default!;
        Temporary(target, write, mode, temporary =>
        {
            result = read(temporary);
            lock (Naming)
            {
                File.Move(temporary, target, overwrite);
                _written = target;
            }
        });
        return result;
    }

    private static void Temporary(string target, Action<Stream> write, UnixFileMode? mode, Action<string> use)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        try
        {
            using (FileStream file = Create(temporary, options))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            if (mode is { } kept && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, kept);
            }

            use(temporary);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
        finally
        {
            Pending.TryRemove(temporary, out _);
        }
    }

    private static FileStream Create(string temporary, FileStreamOptions options)
    {
        lock (Naming)
        {
            Pending[temporary] = true;
            return new FileStream(temporary, options);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // it stays; its name says what it is
        }
    }

    /// <summary>A device is written to: renaming a file over it would remove it.</summary>
    private static bool IsDevice(string path) => !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>The full path, a link's target in its place.</summary>
    private static string Resolve(string path)
    {
        try
        {
            string full = Path.GetFullPath(path);
            return IsDevice(full) || new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path), ("detail", e.Message));
        }
    }
}
