using System.Globalization;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tabular;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>The way of a kept file into the subject directory: checked, merged. Only the last step changes the directory.</summary>
internal sealed class SubjectImports(
    ImportFiles files,
    ISubjectDirectory directory,
    IInspectorDirectory inspectors,
    ILedger ledger,
    IEvidenceStore evidence,
    EventCodec codec,
    SubjectRules rules,
    IClock clock,
    ImportJobs jobs)
{
    /// <summary>Starts the dry run of a file against the present directory, or joins the one that was made of the same.</summary>
    /// <exception cref="InputRefusedException">The file is not kept (RI7004).</exception>
    public async Task<ImportJob> CheckAsync(SubjectSource source, Person keeper, CancellationToken cancellation)
    {
        long version = await directory.VersionAsync(cancellation);
        return jobs.StartOrJoin($"check {Number(version)} {source.CheckHref}", source, keeper.Id, async (job, stopping) =>
        {
            SubjectImport import = await ReadAsync(source, job, stopping);
            LocalDate today = Tongue.DayOf(clock.GetCurrentInstant());
            SubjectDelta delta = await SubjectDelta.OfAsync(new CountedDirectory(directory, job, ImportStage.Comparing), FileOf(source, import).On(today), stopping);
            return new ImportOutcome.Checked(new ImportCheck(import, delta, version, import.Dated.Count(dated => dated.On > today)));
        });
    }

    /// <summary>Starts merging a file that was checked.</summary>
    /// <param name="source">The file.</param>
    /// <param name="version">The directory's version that the keeper saw it compared with; if it is another by now, the job is refused with RI6001.</param>
    /// <param name="keeper">Who.</param>
    public ImportJob Merge(SubjectSource source, long version, Person keeper)
    {
        Actor actor = new Acting(keeper, clock.GetCurrentInstant()).As(DirectorySteps.MergeSubjects);
        return jobs.StartOrJoin($"merge {Number(version)} {keeper.Id} {source.CheckHref}", source, keeper.Id, async (job, stopping) =>
        {
            SubjectImport import = await ReadAsync(source, job, stopping);
            long now = await directory.VersionAsync(stopping);
            if (now != version)
            {
                throw new AppendConflictException(DirectoryEvent.Stream, (int)version, (int)now);
            }

            await files.KeepForGoodAsync(source.Digest, stopping);
            DirectoryWorkflow workflow = new(ledger, new CountedDirectory(directory, job, ImportStage.Merging), inspectors, evidence, codec);
            return new ImportOutcome.Merged(await workflow.MergeAsync(actor, FileOf(source, import), clock.GetCurrentInstant(), stopping));
        });
    }

    private static SubjectFile FileOf(SubjectSource source, SubjectImport import) =>
        new(source.Name, source.Digest, import.Subjects, import.RowsRefused, import.Warnings) { Dated = import.Dated };

    private Task<SubjectImport> ReadAsync(SubjectSource source, ImportJob job, CancellationToken cancellation) =>
        files.ReadAsync(source, job, (table, read) => SubjectTable.Read(table, source.Columns, rules, read, cancellation), cancellation);

    private static string Number(long version) => version.ToString(CultureInfo.InvariantCulture);
}
