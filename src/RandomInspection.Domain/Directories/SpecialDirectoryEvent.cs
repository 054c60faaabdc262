namespace RandomInspection.Directories;

/// <summary>What happens to a special directory, as it stands in the ledger (stream <c>special/…</c>).</summary>
public abstract record SpecialDirectoryEvent
{
    private SpecialDirectoryEvent()
    {
    }

    /// <summary>Criteria were saved under a name: version 1.</summary>
    /// <param name="Special">Its id, for example <c>Z2026-001</c>.</param>
    /// <param name="DepartmentId">Whose it is.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="Criteria">Which subjects.</param>
    /// <param name="Reason">Why these.</param>
    /// <param name="By">Who.</param>
    public sealed record Saved(string Special, string DepartmentId, string Name, DirectoryCriteria Criteria, string Reason, string By) : SpecialDirectoryEvent;

    /// <summary>Other criteria were saved: the next version. The former ones stay in the log and in the tasks that used them.</summary>
    /// <param name="Version">The version, from 2.</param>
    /// <param name="Criteria">Which subjects.</param>
    /// <param name="Reason">Why they changed.</param>
    /// <param name="By">Who.</param>
    public sealed record Revised(int Version, DirectoryCriteria Criteria, string Reason, string By) : SpecialDirectoryEvent;

    /// <summary>It is not used any more.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record Retired(string Reason, string By) : SpecialDirectoryEvent;
}
