using Microsoft.Win32.SafeHandles;

namespace RandomInspection.Frames;

/// <summary>The folder of a sort's temporary files.</summary>
/// <param name="path">The folder.</param>
/// <param name="open">Opens a file that only its handle keeps alive; <see langword="null"/>: a new one in the folder.</param>
internal sealed class SortFolder(string path, Func<SafeFileHandle>? open = null)
{
    /// <summary>A new file of no name, or of one that the system removes with its handle.</summary>
    /// <exception cref="InputRefusedException">It cannot be made (RI1380).</exception>
    public SafeFileHandle Create()
    {
        try
        {
            return open is null ? CreateNew() : open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(e);
        }
    }

    /// <summary>The refusal of what a disk did.</summary>
    public InputRefusedException Failed(Exception why) => FrameSourceRefusals.SortingFailed.Refuse(("folder", path), ("detail", why.Message));

    private SafeFileHandle CreateNew()
    {
        string name = Path.Combine(path, $".ri-sort.{Path.GetRandomFileName()}");
        SafeFileHandle file = File.OpenHandle(name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(name);
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
