using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>Pieces of personal data in memory; of an erased one the commitment stays. They are written by the ledger only.</summary>
internal sealed class InMemoryPersonalTexts(InMemoryStore store) : IPersonalTexts
{
    public Task<ImmutableDictionary<string, PersonalText>> FindAsync(IReadOnlyCollection<string> commitments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commitments);
        return InMemory.Run(
            () =>
            {
                ImmutableDictionary<string, PersonalText> kept = store.State.Personal;
                return commitments.Distinct(StringComparer.Ordinal).Where(kept.ContainsKey).ToImmutableDictionary(c => c, c => kept[c], StringComparer.Ordinal);
            },
            cancellation);
    }

    public Task<ImmutableArray<PersonalPiece>> AboutAsync(string about, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(about);
        return InMemory.Run(
            () => store.State.Personal.Values.OfType<PersonalText.Kept>().Select(kept => kept.Piece).Where(piece => piece.About == about)
                .OrderBy(piece => piece.Commitment, StringComparer.Ordinal).ToImmutableArray(),
            cancellation);
    }
}
