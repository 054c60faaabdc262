using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>In which log a stream stands, and how many entries it has.</summary>
internal readonly record struct StreamStanding(LedgerLog Log, int Version);
