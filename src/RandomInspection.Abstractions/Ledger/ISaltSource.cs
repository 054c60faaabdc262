namespace RandomInspection.Ledger;

/// <summary>Makes salts by chance. A host implements it: nothing in the domain is left to chance.</summary>
/// <remarks>Safe to share between threads.</remarks>
public interface ISaltSource
{
    /// <summary>A salt that nobody can guess and that was never given before: 32 bytes as 64 lower-case hex characters.</summary>
    string Next();
}
