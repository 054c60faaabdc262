using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>The personal data of one commit, collected while its events are made.</summary>
/// <param name="salts">Where salts come from; without it texts stay in the events.</param>
public sealed class PersonalPieces(ISaltSource? salts)
{
    private readonly ImmutableArray<PersonalPiece>.Builder _pieces = ImmutableArray.CreateBuilder<PersonalPiece>();

    /// <summary>The pieces so far, for <see cref="LedgerCommit.Personal"/>.</summary>
    public ImmutableArray<PersonalPiece> All => _pieces.ToImmutable();

    /// <summary>Keeps a text beside the log.</summary>
    /// <param name="about">Whom it is about, for example <c>inspector/SF00017</c>.</param>
    /// <param name="text">The text.</param>
    /// <returns>What stands in the event for it.</returns>
    public string Keep(string about, string text)
    {
        if (salts is null)
        {
            return text;
        }

        string salt = salts.Next();
        PersonalPiece piece = new(PersonalCommitment.Of(salt, text), about, salt, text);
        _pieces.Add(piece);
        return PersonalCommitment.Reference(piece.Commitment);
    }

    /// <summary>The name by which pieces about an inspector are found.</summary>
    /// <param name="inspector">The inspector's id.</param>
    public static string AboutInspector(string inspector) => $"inspector/{inspector}";

    /// <summary>The name by which pieces about the people of a subject are found.</summary>
    /// <param name="code">The subject's code.</param>
    public static string AboutSubject(string code) => $"subject/{code}";
}
