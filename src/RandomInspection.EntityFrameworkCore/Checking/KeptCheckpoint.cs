using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>How far a log had grown when somebody kept its head elsewhere.</summary>
/// <param name="Log">Which log.</param>
/// <param name="Size">Entries.</param>
/// <param name="Root">The Merkle root over them, 64 lower-case hex characters.</param>
public sealed record KeptCheckpoint(LedgerLog Log, long Size, string Root);
