using System.Diagnostics;
using System.Globalization;

namespace RandomInspection.Durability;

/// <summary>A small disk in memory; it takes root to mount one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string folder)
    {
        Folder = folder;
    }

    public string Folder { get; }

    /// <summary>Mounts one.</summary>
    /// <param name="megabytes">Its size in MiB.</param>
    /// <param name="owner">Whose it is.</param>
    public static async Task<SmallDisk> MountAsync(int megabytes, string owner)
    {
        SmallDisk disk = new(Directory.CreateTempSubdirectory("ri-disk-").FullName);
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size(megabytes)}", "tmpfs", disk.Folder);
        await RunAsync("chown", owner, disk.Folder);
        await RunAsync("chmod", "700", disk.Folder);
        return disk;
    }

    /// <summary>Gives it another size.</summary>
    /// <param name="megabytes">Its size in MiB.</param>
    public Task ResizeAsync(int megabytes) => RunAsync("mount", "-o", $"remount,size={Size(megabytes)}", Folder);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static string Size(int megabytes) => string.Create(CultureInfo.InvariantCulture, $"{megabytes}m");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
