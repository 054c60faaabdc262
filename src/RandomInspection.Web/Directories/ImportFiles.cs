using Microsoft.AspNetCore.Http;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Tabular;

namespace RandomInspection.Web.Directories;

/// <summary>The files that are sent: kept by their digest, read as tables.</summary>
internal sealed class ImportFiles(IEvidenceStore evidence, IClock clock)
{
    private const int BytesPerUnit = 1024;

    /// <summary>Keeps a file that can be read as a table, for a day unless it is merged.</summary>
    /// <returns>Its digest.</returns>
    /// <exception cref="InputRefusedException">RI7001 to RI7003, or why it is no table (RI5001 to RI5016).</exception>
    public async Task<string> KeepAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            throw DirectoryRefusals.NoFile.Refuse();
        }

        string name = ShownText.Of(ImportSource.PlainName(file.FileName, "table.csv"));
        if (file.Length == 0)
        {
            throw DirectoryRefusals.EmptyFile.Refuse(("name", name));
        }

        if (file.Length > UploadLimitAttribute.FileBytes)
        {
            throw DirectoryRefusals.FileTooLarge.Refuse(("name", name), ("size", file.Length), ("limit", UploadLimitAttribute.FileBytes));
        }

        await using (Stream looked = file.OpenReadStream())
        {
            TableReader.Open(looked, TableFormat.ForFileName(file.FileName)).Dispose();
        }

        // The server has it on disk; it goes to the store by parts.
        await using Stream sent = file.OpenReadStream();
        return await evidence.PutForNowAsync(sent, clock.GetCurrentInstant(), cancellation);
    }

    /// <summary>Keeps a file for good, before the ledger names it.</summary>
    /// <exception cref="InputRefusedException">It is not kept (RI7004).</exception>
    public async Task KeepForGoodAsync(string digest, CancellationToken cancellation) =>
        await evidence.PutAsync(await ContentAsync(digest, cancellation), cancellation);

    /// <summary>A kept file as a table.</summary>
    /// <exception cref="InputRefusedException">It is not kept (RI7004), or is no table (RI5001 to RI5016).</exception>
    public async Task<TableReader> OpenAsync(string digest, string name, CancellationToken cancellation) =>
        TableReader.Open(await ContentAsync(digest, cancellation), TableFormat.ForFileName(name));

    /// <summary>Reads a kept file, telling a job how far it is.</summary>
    /// <param name="source">The file.</param>
    /// <param name="job">The job.</param>
    /// <param name="read">Reads the table; is told where to report bytes.</param>
    /// <param name="cancellation">Stops before the reading.</param>
    /// <exception cref="InputRefusedException">It is not kept (RI7004), or cannot be read.</exception>
    public async Task<T> ReadAsync<T>(ImportSource source, ImportJob job, Func<TableReader, IProgress<long>, T> read, CancellationToken cancellation)
    {
        byte[] content = await ContentAsync(source.Digest, cancellation);
        StageProgress progress = new(job, ImportStage.Reading, content.Length, BytesPerUnit);
        progress.Report(0);
        using TableReader table = TableReader.Open(content, TableFormat.ForFileName(source.Name));
        return read(table, progress);
    }

    private async Task<byte[]> ContentAsync(string digest, CancellationToken cancellation) =>
        await evidence.GetAsync(digest, cancellation) ?? throw DirectoryRefusals.UnknownFile.Refuse(("digest", ShownText.Of(digest)));
}
