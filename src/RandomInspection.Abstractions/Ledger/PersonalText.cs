using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>What is kept of a piece of personal data.</summary>
public abstract record PersonalText
{
    private PersonalText()
    {
    }

    /// <summary>It is there.</summary>
    /// <param name="Piece">The piece.</param>
    public sealed record Kept(PersonalPiece Piece) : PersonalText;

    /// <summary>It was erased: the commitment stands, salt and text are gone.</summary>
    /// <param name="Commitment">The commitment.</param>
    /// <param name="At">When.</param>
    public sealed record Erased(string Commitment, Instant At) : PersonalText;
}
