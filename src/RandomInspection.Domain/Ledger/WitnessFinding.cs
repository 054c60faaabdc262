namespace RandomInspection.Ledger;

/// <summary>What a witness finds when it is shown a checkpoint.</summary>
public abstract record WitnessFinding
{
    private WitnessFinding(SignedNote? seen, SignedNote offered) => (Seen, Offered) = (seen, offered);

    /// <summary>The checkpoint that the witness saw last; <see langword="null"/> at the first time.</summary>
    public SignedNote? Seen { get; }

    /// <summary>The checkpoint that it is shown.</summary>
    public SignedNote Offered { get; }

    /// <summary>The log only grew: the witness may cosign.</summary>
    public sealed record Grown : WitnessFinding
    {
        internal Grown(SignedNote? seen, SignedNote offered)
            : base(seen, offered)
        {
        }
    }

    /// <summary>分叉：both checkpoints are signed by the log and one did not grow out of the other: the two together are the evidence.</summary>
    public sealed record Forked : WitnessFinding
    {
        internal Forked(SignedNote seen, SignedNote offered)
            : base(seen, offered)
        {
        }
    }

    /// <summary>倒退：the log shows a smaller tree than the one that the witness has seen.</summary>
    public sealed record RolledBack : WitnessFinding
    {
        internal RolledBack(SignedNote seen, SignedNote offered)
            : base(seen, offered)
        {
        }
    }
}
