using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Shared;

/// <summary>Personal data in the place of its commitments, for those who may read the page; for what was erased, its tombstone.</summary>
internal sealed class PersonalWords
{
    private readonly ImmutableDictionary<string, PersonalText> _found;

    private PersonalWords(ImmutableDictionary<string, PersonalText> found) => _found = found;

    /// <summary>Words that know no commitment.</summary>
    public static PersonalWords None { get; } = new(ImmutableDictionary<string, PersonalText>.Empty);

    /// <summary>Reads what texts of events refer to.</summary>
    public static Task<PersonalWords> ReadAsync(IPersonalTexts personal, IEnumerable<string?> texts, CancellationToken cancellation) =>
        FindAsync(personal, texts.Select(PersonalCommitment.Referred).OfType<string>(), cancellation);

    /// <summary>Reads what entries refer to.</summary>
    public static Task<PersonalWords> ReadAsync(IPersonalTexts personal, IEnumerable<LedgerEntry> entries, CancellationToken cancellation) =>
        FindAsync(personal, entries.SelectMany(entry => PersonalCommitment.ReferredBy(entry)), cancellation);

    /// <summary>What an entry refers to: each commitment with its text or its tombstone.</summary>
    public IEnumerable<(string Commitment, string Words)> Of(LedgerEntry entry, Tongue tongue) =>
        PersonalCommitment.ReferredBy(entry).Select(commitment => (commitment, Of(PersonalCommitment.Reference(commitment), tongue)));

    /// <summary>A text of an event as a person reads it.</summary>
    public string Of(string text, Tongue tongue) => PersonalCommitment.Referred(text) is not { } commitment
        ? text
        : _found.GetValueOrDefault(commitment) switch
        {
            PersonalText.Kept { Piece: var piece } => piece.Text,
            PersonalText.Erased { At: var at } => tongue.T($"〔个人信息已于 {tongue.Moment(at)} 依法删除〕", $"[personal data, erased {tongue.Moment(at)}]"),
            _ => tongue.T("〔个人信息，此处没有〕", "[personal data that is not kept here]"),
        };

    private static async Task<PersonalWords> FindAsync(IPersonalTexts personal, IEnumerable<string> commitments, CancellationToken cancellation)
    {
        string[] some = [.. commitments.Distinct(StringComparer.Ordinal)];
        return some.Length == 0 ? None : new PersonalWords(await personal.FindAsync(some, cancellation));
    }
}
