using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace RandomInspection.Ledger;

/// <summary>Salted commitments to personal data: what stands in an entry instead of the text.</summary>
/// <remarks>
/// The commitment is SHA-256 over <c>random-inspection-personal/1</c>, salt and text, each but the last with a line feed. In an event it
/// stands as <c>personal:</c> and 64 hex characters, in the place of the text. Without the salt nobody can tell what the text was.
/// </remarks>
public static class PersonalCommitment
{
    private const string Domain = "random-inspection-personal/1";
    private const string Prefix = "personal:";
    private const int Digits = 64;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>The commitment to a text.</summary>
    /// <param name="salt">64 lower-case hex characters made by chance for this text only.</param>
    /// <param name="text">The text.</param>
    /// <returns>64 lower-case hex characters.</returns>
    public static string Of(string salt, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Domain}\n{salt}\n{text}")));

    /// <summary>Whether salt and text of a piece give its commitment.</summary>
    /// <param name="piece">The piece.</param>
    public static bool Holds(PersonalPiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return Of(piece.Salt, piece.Text) == piece.Commitment;
    }

    /// <summary>What stands in an event for a text.</summary>
    /// <param name="commitment">The commitment.</param>
    public static string Reference(string commitment) => Prefix + commitment;

    /// <summary>The commitment that a text refers to; <see langword="null"/> if it is a text of its own.</summary>
    /// <param name="text">A text of an event.</param>
    public static string? Referred(string? text) =>
        text is not null && text.Length == Prefix.Length + Digits && text.StartsWith(Prefix, StringComparison.Ordinal) && !text.AsSpan(Prefix.Length).ContainsAnyExcept(LowerHex)
            ? text[Prefix.Length..]
            : null;

    /// <summary>The commitments that an entry refers to, in its reason and its event, each once.</summary>
    /// <param name="entry">The entry.</param>
    public static ImmutableArray<string> ReferredBy(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ImmutableArray<string>.Builder found = ImmutableArray.CreateBuilder<string>();
        if (Referred(entry.Reason) is { } reason)
        {
            found.Add(reason);
        }

        string quoted = "\"" + Prefix;
        for (int at = entry.Data.IndexOf(quoted, StringComparison.Ordinal); at >= 0; at = entry.Data.IndexOf(quoted, at + 1, StringComparison.Ordinal))
        {
            int length = Prefix.Length + Digits;
            if (at + 1 + length < entry.Data.Length && entry.Data[at + 1 + length] == '"' && Referred(entry.Data.Substring(at + 1, length)) is { } commitment && !found.Contains(commitment))
            {
                found.Add(commitment);
            }
        }

        return found.ToImmutable();
    }
}
