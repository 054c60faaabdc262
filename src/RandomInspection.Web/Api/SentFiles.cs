using Microsoft.AspNetCore.Http;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Tabular;
using RandomInspection.Web.Directories;

namespace RandomInspection.Web.Api;

/// <summary>Files as they are sent: they come in through a file on disk, are looked at there, and go to the store by parts.</summary>
internal sealed class SentFiles(IEvidenceStore evidence)
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Keeps a file for a day.</summary>
    /// <returns>Its digest and its size.</returns>
    /// <exception cref="InputRefusedException">It is empty (RI7002), or no table (RI5001 to RI5016).</exception>
    /// <exception cref="BadHttpRequestException">It is longer than <see cref="UploadLimitAttribute.FileBytes"/>, whatever it said before (413).</exception>
    public async Task<(string Digest, long Size)> KeepAsync(Stream sent, string name, Instant at, CancellationToken cancellation)
    {
        await using FileStream file = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = BufferBytes,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        await CopyAsync(sent, file, cancellation);
        if (file.Length == 0)
        {
            throw DirectoryRefusals.EmptyFile.Refuse(("name", ShownText.Of(name)));
        }

        TableReader.Open(file, TableFormat.ForFileName(name)).Dispose();
        return (await evidence.PutForNowAsync(file, at, cancellation), file.Length);
    }

    // The server counts too, but a host may have told it not to.
    private static async Task CopyAsync(Stream sent, FileStream file, CancellationToken cancellation)
    {
        byte[] buffer = new byte[BufferBytes];
        int read;
        while ((read = await sent.ReadAsync(buffer, cancellation)) > 0)
        {
            if (file.Position + read > UploadLimitAttribute.FileBytes)
            {
                throw new BadHttpRequestException("The file is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }
}
