using System.Buffers;
using System.Text;

namespace RandomInspection.Drawing;

/// <summary>What one party puts into the seed.</summary>
/// <param name="Party">The party's name.</param>
/// <param name="Kind">How it contributes.</param>
/// <param name="ValueHex">The value in lower-case hex: 32 bytes, for a public value 1 to 256.</param>
public sealed record Contribution(string Party, ContributionKind Kind, string ValueHex);

/// <summary>Commitments and seeds.</summary>
/// <remarks>Source: random-inspection-draw/1 §3.</remarks>
public static class SeedText
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>The word for a kind as it stands in openings and seeds.</summary>
    /// <param name="kind">The kind.</param>
    public static string Word(this ContributionKind kind) => kind switch
    {
        ContributionKind.Committed => "committed",
        ContributionKind.Public => "public",
        ContributionKind.System => "system",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A party's commitment to a value.</summary>
    /// <param name="opening">The opening.</param>
    /// <param name="party">The party's name.</param>
    /// <param name="valueHex">64 lower-case hex characters.</param>
    /// <param name="hash">The opening's hash.</param>
    /// <exception cref="InputRefusedException">There is no such party (RI1306), it does not commit (RI1307), or the value is malformed (RI1308).</exception>
    public static Digest Commitment(Opening opening, string party, string valueHex, IDrawHash hash)
    {
        ArgumentNullException.ThrowIfNull(opening);
        Check(opening, new Contribution(party, ContributionKind.Committed, valueHex));
        return hash.Digest($"{Opening.Specification1} commitment\n{hash.Digest(opening.Text)}\n{party}\n{valueHex}\n");
    }

    /// <summary>The text that a party with a key signs with its commitment.</summary>
    /// <param name="openingDigest">The opening's digest.</param>
    /// <param name="party">The party's name.</param>
    /// <param name="commitment">Its commitment.</param>
    public static string CommitmentToSign(Digest openingDigest, string party, Digest commitment) =>
        $"{Opening.Specification1} commitment signature\n{openingDigest}\n{party}\n{commitment}\n";

    /// <summary>The seed that contributions make.</summary>
    /// <param name="opening">The opening.</param>
    /// <param name="contributions">The values that count, in any order; the struck are left out.</param>
    /// <param name="hash">The opening's hash.</param>
    /// <exception cref="InputRefusedException">A value is malformed (RI1306 to RI1309), or there is none (RI1310).</exception>
    public static Seed Seed(Opening opening, IReadOnlyCollection<Contribution> contributions, IDrawHash hash)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(contributions);
        Dictionary<string, Contribution> byParty = new(StringComparer.Ordinal);
        foreach (Contribution contribution in contributions)
        {
            Check(opening, contribution);
            if (!byParty.TryAdd(contribution.Party, contribution))
            {
                throw DrawingRefusals.DuplicateContribution.Refuse(("party", contribution.Party));
            }
        }

        if (byParty.Count == 0)
        {
            throw DrawingRefusals.NoContribution.Refuse();
        }

        StringBuilder text = new();
        text.Append(Opening.Specification1).Append('\n').Append("opening ").Append(hash.Digest(opening.Text).Hex).Append('\n');
        foreach (OpeningParty party in opening.Parties)
        {
            if (byParty.TryGetValue(party.Party, out Contribution? contribution))
            {
                text.Append("contribution ").Append(party.Party).Append(' ').Append(party.Kind.Word()).Append(' ').Append(contribution.ValueHex).Append('\n');
            }
        }

        return Drawing.Seed.Parse(hash.Digest(text.ToString()).Hex);
    }

    /// <summary>Checks that a value is one that its party may contribute.</summary>
    /// <param name="opening">The opening.</param>
    /// <param name="contribution">The value.</param>
    /// <exception cref="InputRefusedException">There is no such party (RI1306), the kind is another (RI1307), or the value is malformed (RI1308).</exception>
    public static void Check(Opening opening, Contribution contribution)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(contribution);
        OpeningParty party = opening.Party(contribution.Party);
        if (party.Kind != contribution.Kind)
        {
            throw DrawingRefusals.KindMismatch.Refuse(("party", party.Party), ("expected", party.Kind.Word()), ("kind", contribution.Kind.Word()));
        }

        string value = contribution.ValueHex;
        bool rightLength = contribution.Kind == ContributionKind.Public ? value.Length is >= 2 and <= 512 && value.Length % 2 == 0 : value.Length == 64;
        if (!rightLength || value.AsSpan().IndexOfAnyExcept(LowerHex) >= 0)
        {
            throw DrawingRefusals.MalformedContribution.Refuse(("party", party.Party), ("value", value));
        }
    }
}
