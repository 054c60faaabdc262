using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Storage port: pieces of personal data by their commitments. They are written and erased by <see cref="ILedger.CommitAsync"/> only.</summary>
public interface IPersonalTexts
{
    /// <summary>What is kept of pieces; those that were never kept are left out.</summary>
    /// <param name="commitments">Commitments as they stand in entries.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableDictionary<string, PersonalText>> FindAsync(IReadOnlyCollection<string> commitments, CancellationToken cancellation);

    /// <summary>The pieces about somebody that are not erased, by commitment.</summary>
    /// <param name="about">Whom, as in <see cref="PersonalPiece.About"/>.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<PersonalPiece>> AboutAsync(string about, CancellationToken cancellation);
}
