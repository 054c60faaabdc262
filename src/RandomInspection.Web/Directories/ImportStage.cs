namespace RandomInspection.Web.Directories;

/// <summary>What an import job is doing.</summary>
internal enum ImportStage
{
    /// <summary>Reading the file row by row; counted in KiB.</summary>
    Reading = 0,

    /// <summary>Comparing with the directory; counted in subjects of the directory.</summary>
    Comparing = 1,

    /// <summary>Writing, all in one transaction; not counted.</summary>
    Merging = 2,
}
