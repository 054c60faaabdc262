using System.Collections.Concurrent;

namespace RandomInspection.Cli;

/// <summary>Writes files whole or not at all: to a temporary file beside the target, which is then renamed.</summary>
internal static class OutputFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly ConcurrentDictionary<string, bool> Pending = new(StringComparer.Ordinal);

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
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string target = Resolve(path);
        try
        {
            if (IsDevice(target))
            {
                using FileStream device = new(target, FileMode.Open, FileAccess.Write);
                device.Write(bytes);
                device.Flush();
                return;
            }

            UnixFileMode? mode = !OperatingSystem.IsWindows() && File.Exists(target) ? File.GetUnixFileMode(target) : null;
            WriteAndRename(target, bytes, mode, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path), ("detail", e.Message));
        }
    }

    /// <summary>Writes a new file that only its owner may read (on Windows: as its folder says); never replaces one.</summary>
    /// <exception cref="InputRefusedException">There is such a file (RI9107), or it cannot be written (RI9104).</exception>
    public static void WriteSecret(string path, ReadOnlySpan<byte> bytes)
    {
        Check(path);
        string target = Resolve(path);
        try
        {
            if (File.Exists(target))
            {
                throw CliRefusals.SecretExists.Refuse(("path", path));
            }

            WriteAndRename(target, bytes, OwnerOnly, overwrite: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliRefusals.FileUnwritable.Refuse(("path", path), ("detail", e.Message));
        }
    }

    /// <summary>Deletes what an interrupted run leaves behind.</summary>
    public static void DeletePending()
    {
        foreach (string temporary in Pending.Keys)
        {
            TryDelete(temporary);
        }
    }

    private static void WriteAndRename(string target, ReadOnlySpan<byte> bytes, UnixFileMode? mode, bool overwrite)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = bytes.Length };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        Pending[temporary] = true;
        try
        {
            using (FileStream file = new(temporary, options))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            if (mode is { } kept && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, kept);
            }

            File.Move(temporary, target, overwrite);
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
