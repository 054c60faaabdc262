using RandomInspection.Directories;

namespace RandomInspection.Web.Directories;

/// <summary>What came of an import job.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>A dry run: nothing was changed.</summary>
    public sealed record Checked(SubjectCheck Check) : ImportOutcome;

    /// <summary>The file was merged into the directory.</summary>
    public sealed record Merged(DirectoryEvent.Merged Merge) : ImportOutcome;

    /// <summary>It was refused or interrupted; nothing was changed.</summary>
    public sealed record Refused(Refusal Refusal) : ImportOutcome;
}
