using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tabular;

namespace RandomInspection.Web.Directories;

/// <summary>The way of a file into the subject directory: kept, checked, merged. Only the last step changes the directory.</summary>
internal sealed class SubjectImports(
    IEvidenceStore evidence, ISubjectDirectory directory, IInspectorDirectory inspectors, ILedger ledger, EventCodec codec, SubjectRules rules, IClock clock, ImportJobs jobs)
{
    private const int BytesPerUnit = 1024;

    /// <summary>Keeps a file that can be read as a table, for now: merging it keeps it for good, and <see cref="UploadSweep"/> removes what is never merged.</summary>
    /// <returns>Its digest.</returns>
    /// <exception cref="InputRefusedException">RI7001 to RI7003, or why it is no table (RI5001 to RI5016).</exception>
    public async Task<string> KeepAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            throw DirectoryRefusals.NoFile.Refuse();
        }

        string name = ShownText.Of(SubjectSource.PlainName(file.FileName));
        if (file.Length == 0)
        {
            throw DirectoryRefusals.EmptyFile.Refuse(("name", name));
        }

        if (file.Length > UploadLimitAttribute.FileBytes)
        {
            throw DirectoryRefusals.FileTooLarge.Refuse(("name", name), ("size", file.Length), ("limit", UploadLimitAttribute.FileBytes));
        }

        byte[] content = new byte[file.Length];
        await using (Stream sent = file.OpenReadStream())
        {
            await sent.ReadExactlyAsync(content, cancellation);
        }

        TableReader.Open(content, TableFormat.ForFileName(file.FileName)).Dispose();
        return await evidence.PutForNowAsync(content, clock.GetCurrentInstant(), cancellation);
    }

    /// <summary>A kept file as a table.</summary>
    /// <exception cref="InputRefusedException">It is not kept (RI7004), or is no table (RI5001 to RI5016).</exception>
    public async Task<TableReader> OpenAsync(string digest, string name, CancellationToken cancellation) =>
        TableReader.Open(await ContentAsync(digest, cancellation), TableFormat.ForFileName(name));

    /// <summary>Starts the dry run of a file against the present directory, or joins the one that was made of the same.</summary>
    /// <exception cref="InputRefusedException">The file is not kept (RI7004).</exception>
    public async Task<ImportJob> CheckAsync(SubjectSource source, Person keeper, CancellationToken cancellation)
    {
        long version = await directory.VersionAsync(cancellation);
        return jobs.StartOrJoin($"check {Number(version)} {source.CheckHref}", source, keeper.Id, async (job, stopping) =>
        {
            SubjectImport import = await ReadAsync(source, job, stopping);
            SubjectDelta delta = await SubjectDelta.OfAsync(new CountedDirectory(directory, job, ImportStage.Comparing), import.Subjects, stopping);
            return new ImportOutcome.Checked(new SubjectCheck(import, delta, version));
        });
    }

    /// <summary>Starts merging a file that was checked.</summary>
    /// <param name="source">The file.</param>
    /// <param name="version">The directory's version that the keeper saw it compared with; if it is another by now, the job is refused with RI6001.</param>
    /// <param name="keeper">Who.</param>
    public ImportJob Merge(SubjectSource source, long version, Person keeper)
    {
        Actor actor = new Acting(keeper, clock.GetCurrentInstant()).As(Role.DirectoryKeeper);
        return jobs.StartOrJoin($"merge {Number(version)} {keeper.Id} {source.CheckHref}", source, keeper.Id, async (job, stopping) =>
        {
            SubjectImport import = await ReadAsync(source, job, stopping);
            long now = await directory.VersionAsync(stopping);
            if (now != version)
            {
                throw new AppendConflictException(DirectoryEvent.Stream, (int)version, (int)now);
            }

            await evidence.PutAsync(await ContentAsync(source.Digest, stopping), stopping); // before the ledger names it
            SubjectFile file = new(source.Name, source.Digest, import.Subjects, import.RowsRefused, import.Warnings);
            DirectoryWorkflow workflow = new(ledger, new CountedDirectory(directory, job, ImportStage.Merging), inspectors, codec);
            return new ImportOutcome.Merged(await workflow.MergeAsync(actor, file, clock.GetCurrentInstant(), stopping));
        });
    }

    private async Task<SubjectImport> ReadAsync(SubjectSource source, ImportJob job, CancellationToken cancellation)
    {
        byte[] content = await ContentAsync(source.Digest, cancellation);
        StageProgress read = new(job, ImportStage.Reading, content.Length, BytesPerUnit);
        read.Report(0);
        using TableReader table = TableReader.Open(content, TableFormat.ForFileName(source.Name));
        return SubjectTable.Read(table, source.Columns, rules, read, cancellation);
    }

    private async Task<byte[]> ContentAsync(string digest, CancellationToken cancellation) =>
        await evidence.GetAsync(digest, cancellation) ?? throw DirectoryRefusals.UnknownFile.Refuse(("digest", ShownText.Of(digest)));

    private static string Number(long version) => version.ToString(CultureInfo.InvariantCulture);
}
