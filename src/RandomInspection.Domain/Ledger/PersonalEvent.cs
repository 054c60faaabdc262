using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>What happens to personal data, as it stands in the ledger (stream <c>personal/erased</c>).</summary>
public abstract record PersonalEvent
{
    private PersonalEvent()
    {
    }

    /// <summary>墓碑：pieces were erased; this entry stands for them.</summary>
    /// <param name="Commitments">Their commitments, sorted, one or more.</param>
    /// <param name="Basis">Why they had to go.</param>
    /// <remarks>The array compares by reference.</remarks>
    public sealed record Erased(ImmutableArray<string> Commitments, string Basis) : PersonalEvent;
}
