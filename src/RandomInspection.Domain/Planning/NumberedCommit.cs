using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A commit that begins the stream of a draw or match under its next number.</summary>
internal static class NumberedCommit
{
    /// <summary>Commits under a number, or, where another took it in the meantime, under the one that is next then.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="number">The number that was next.</param>
    /// <param name="next">The number that is next.</param>
    /// <param name="commit">What is committed under a number.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The number taken.</returns>
    /// <exception cref="AppendConflictException">Something else that the commit needs as it was has changed.</exception>
    internal static async Task<string> TakeAsync(ILedger ledger, string number, Func<Task<string>> next, Func<string, LedgerCommit> commit, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await ledger.CommitAsync(commit(number), cancellation);
                return number;
            }
            catch (AppendConflictException taken) when (taken.Stream == DrawWorkflow.Stream(number))
            {
                number = await next();
            }
        }
    }
}
