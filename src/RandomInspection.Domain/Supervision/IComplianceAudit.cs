using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>What one clause asks of the log: sees every entry once, in order, and says then what it found.</summary>
/// <remarks>An instance belongs to one report.</remarks>
internal interface IComplianceAudit
{
    /// <summary>Sees an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="happened">Its event.</param>
    void See(LedgerEntry entry, object happened);

    /// <summary>What it found.</summary>
    /// <param name="rows">The rows at the end of the log.</param>
    /// <param name="today">Today.</param>
    IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today);
}
