namespace RandomInspection.Web.Directories;

/// <summary>Counts one stage of a job in units of its own.</summary>
internal sealed class StageProgress(IProgress<ImportProgress> job, ImportStage stage, long total, int perUnit = 1) : IProgress<long>
{
    public void Report(long value) => job.Report(new ImportProgress(stage, value / perUnit, total / perUnit));
}
