using System.Security.Cryptography;

namespace RandomInspection.Exchange;

/// <summary>Files that appear whole or not at all.</summary>
internal static class DropFolder
{
    /// <summary>Writes a file under another name, makes it durable, and gives it its own name.</summary>
    /// <returns>Its SHA-256.</returns>
    public static async Task<string> WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellation)
    {
        string hidden = Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetFileName(path) + ".part");
        await using (FileStream file = new(hidden, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous))
        {
            await write(file);
            await file.FlushAsync(cancellation);
            file.Flush(flushToDisk: true);
        }

        string digest = await DigestAsync(hidden, cancellation);
        File.Move(hidden, path, overwrite: true);
        return digest;
    }

    public static Task<string> WriteAsync(string path, byte[] bytes, CancellationToken cancellation) =>
        WriteAsync(path, stream => stream.WriteAsync(bytes, cancellation).AsTask(), cancellation);

    public static async Task<string> DigestAsync(string path, CancellationToken cancellation)
    {
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
