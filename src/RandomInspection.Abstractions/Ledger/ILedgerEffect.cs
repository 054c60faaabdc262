namespace RandomInspection.Ledger;

/// <summary>What a commit changes besides streams and views, in the same transaction. A store refuses an effect that it does not know.</summary>
public interface ILedgerEffect
{
    /// <summary>What it is called, for a refusal.</summary>
    string Name { get; }
}
