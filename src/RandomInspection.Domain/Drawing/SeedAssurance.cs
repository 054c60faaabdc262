using System.Globalization;
using System.Numerics;

namespace RandomInspection.Drawing;

/// <summary>What a seed rests on, by the values that count.</summary>
/// <remarks>Source: random-inspection-draw/1 §3.</remarks>
public static class SeedAssurance
{
    /// <summary>The role of the drawing department in an opening.</summary>
    public const string DrawingRole = "drawing";

    private static readonly BigInteger EnoughOutcomes = BigInteger.One << 64;

    /// <summary>
    /// <see cref="Assurance.Witnessed"/> if a committed value of a party with its own key that is not the drawing department's counts,
    /// or a public value with at least 2⁶⁴ equally likely outcomes; <see cref="Assurance.Operator"/> otherwise.
    /// </summary>
    /// <param name="opening">The opening.</param>
    /// <param name="contributing">The names of the parties whose values count.</param>
    public static Assurance Of(Opening opening, IReadOnlyCollection<string> contributing)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return opening.Parties.Any(party => contributing.Contains(party.Party) && IsBeyondTheDepartment(party, opening)) ? Assurance.Witnessed : Assurance.Operator;
    }

    /// <summary>Whether the last to reveal can break the draw off by silence: several commit and no public value comes after.</summary>
    /// <param name="opening">The opening.</param>
    public static bool CanBreakOff(Opening opening)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return opening.Parties.Any(p => p.Kind == ContributionKind.Committed) && opening.Parties.All(p => p.Kind != ContributionKind.Public);
    }

    private static bool IsBeyondTheDepartment(OpeningParty party, Opening opening) => party.Kind switch
    {
        // A key of its own: a department that registers one key for two parties is not witnessed.
        ContributionKind.Committed => party.Key is not null && party.Role != DrawingRole && opening.Parties.Count(p => p.Key == party.Key) == 1,
        ContributionKind.Public => BigInteger.TryParse(party.Outcomes, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger outcomes) && outcomes >= EnoughOutcomes,
        _ => false,
    };
}
