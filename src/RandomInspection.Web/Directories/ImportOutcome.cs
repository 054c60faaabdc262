using RandomInspection.Directories;

namespace RandomInspection.Web.Directories;

/// <summary>What came of an import job.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>A dry run: nothing was changed.</summary>
    public sealed record Checked(ImportCheck Check) : ImportOutcome;

    /// <summary>The file was merged into the directory.</summary>
    public sealed record Merged(IDirectoryMerge Merge) : ImportOutcome;

    /// <summary>It was refused or interrupted; nothing was changed.</summary>
    public sealed record Refused(Refusal Refusal) : ImportOutcome;
}
