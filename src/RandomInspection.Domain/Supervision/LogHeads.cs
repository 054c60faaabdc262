using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>How far both logs have grown: what is folded from them stays the same as long as these do.</summary>
/// <param name="Public">The public log's head.</param>
/// <param name="Sealed">The sealed log's.</param>
internal readonly record struct LogHeads(LedgerHead Public, LedgerHead Sealed)
{
    /// <summary>The heads now.</summary>
    /// <param name="ledger">The log.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<LogHeads> OfAsync(ILedger ledger, CancellationToken cancellation) =>
        new(await ledger.HeadAsync(LedgerLog.Public, cancellation), await ledger.HeadAsync(LedgerLog.Sealed, cancellation));
}
