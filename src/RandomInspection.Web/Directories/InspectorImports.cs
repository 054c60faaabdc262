using System.Globalization;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tabular;

namespace RandomInspection.Web.Directories;

/// <summary>The way of a kept file into the inspector directory: checked, merged. Only the last step changes the directory.</summary>
internal sealed class InspectorImports(
    ImportFiles files,
    IInspectorDirectory directory,
    DirectoryWorkflow workflow,
    IStaff staff,
    IItemCatalogue catalogue,
    SubjectRules subjects,
    IClock clock,
    ImportJobs jobs)
{
    /// <summary>Starts the dry run of a file against the present directory, or joins the one that was made of the same on the same day.</summary>
    /// <exception cref="InputRefusedException">The file is not kept (RI7004).</exception>
    public async Task<ImportJob> CheckAsync(InspectorSource source, Person keeper, CancellationToken cancellation)
    {
        long version = await directory.VersionAsync(cancellation);
        InspectorRules rules = await RulesAsync(cancellation);
        string key = string.Create(CultureInfo.InvariantCulture, $"check {version} {rules.Today:R} {source.CheckHref}");
        return jobs.StartOrJoin(key, source, keeper.Id, async (job, stopping) =>
        {
            InspectorImport import = await ReadAsync(source, rules, job, stopping);
            return new ImportOutcome.Checked(new ImportCheck(import, await InspectorDelta.OfAsync(directory, import.Inspectors, stopping), version));
        });
    }

    /// <summary>Starts merging a file that was checked.</summary>
    /// <param name="source">The file.</param>
    /// <param name="version">The directory's version that the keeper saw it compared with; if it is another by now, the job is refused with RI6001.</param>
    /// <param name="keeper">Who.</param>
    public ImportJob Merge(InspectorSource source, long version, Person keeper)
    {
        Actor actor = new Acting(keeper, clock.GetCurrentInstant()).As(DirectorySteps.MergeInspectors);
        string key = string.Create(CultureInfo.InvariantCulture, $"merge {version} {keeper.Id} {source.CheckHref}");
        return jobs.StartOrJoin(key, source, keeper.Id, async (job, stopping) =>
        {
            InspectorImport import = await ReadAsync(source, await RulesAsync(stopping), job, stopping);
            long now = await directory.VersionAsync(stopping);
            if (now != version)
            {
                throw new AppendConflictException(InspectorDirectoryEvent.Stream, (int)version, (int)now);
            }

            job.Report(new ImportProgress(ImportStage.Merging, 0, 0));
            await files.KeepForGoodAsync(source.Digest, stopping);
            InspectorFile file = new(source.Name, source.Digest, import.Inspectors, import.RowsRefused, import.Warnings);
            return new ImportOutcome.Merged(await workflow.MergeInspectorsAsync(actor, file, clock.GetCurrentInstant(), stopping));
        });
    }

    /// <summary>The departments, regions and items that the host knows, today.</summary>
    private async Task<InspectorRules> RulesAsync(CancellationToken cancellation)
    {
        LocalDate today = LegalTime.DayOf(clock.GetCurrentInstant());
        return new InspectorRules
        {
            Today = today,
            Departments = staff.Departments,
            KnownRegions = subjects.KnownRegions,
            KnownItems = [.. (await catalogue.ReadAsync(today, cancellation)).Items.Select(item => item.Code)],
        };
    }

    private Task<InspectorImport> ReadAsync(InspectorSource source, InspectorRules rules, ImportJob job, CancellationToken cancellation) =>
        files.ReadAsync(source, job, (table, read) => InspectorTable.Read(table, InspectorColumns.Guess(table.Headers), rules, read, cancellation), cancellation);
}
