namespace RandomInspection.Ledger;

/// <summary>How far a log has grown.</summary>
/// <param name="Size">Entries.</param>
/// <param name="Root">The Merkle root over them, 64 lower-case hex characters (RFC 9162, SHA-256).</param>
public sealed record LedgerHead(long Size, string Root);
