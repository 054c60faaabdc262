using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Salt and text of pieces go for good, with the entry that says so; a piece that is not kept stays as it is.</summary>
/// <param name="Commitments">The pieces' commitments.</param>
public sealed record PersonalErasure(ImmutableArray<string> Commitments) : ILedgerEffect
{
    /// <inheritdoc />
    public string Name => "personal data";
}
