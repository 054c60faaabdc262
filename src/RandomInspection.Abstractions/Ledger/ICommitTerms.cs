namespace RandomInspection.Ledger;

/// <summary>What the request that is being answered demands of its commits: that a stream stands where its sender saw it, that it has no effect twice. A host implements it.</summary>
public interface ICommitTerms
{
    /// <summary>A commit with what the present request demands; the commit itself where there is no request.</summary>
    /// <param name="commit">What is about to be written.</param>
    /// <exception cref="InputRefusedException">The demand is not met; nothing is written.</exception>
    LedgerCommit Apply(LedgerCommit commit);
}
