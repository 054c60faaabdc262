using NodaTime;

namespace RandomInspection.Drawing;

/// <summary>What every <see cref="ISeedContributor"/> holds to before it says anything.</summary>
/// <remarks>Source: random-inspection-draw/1 §3.</remarks>
public static class ContributorRules
{
    /// <summary>The opening, if it names this party with its key as one that commits.</summary>
    /// <param name="opening">The opening's exact text.</param>
    /// <param name="party">The party's name.</param>
    /// <param name="key">Its public key.</param>
    /// <exception cref="InputRefusedException">It is no opening (RI1201 to RI1204, RI1303 to RI1305), or does not name the party so (RI1390).</exception>
    public static Opening RequireOwn(string opening, string party, string key)
    {
        Opening read = Opening.Parse(opening);
        return read.Parties.Any(p => p.Party == party && p.Kind == ContributionKind.Committed && p.Key == key)
            ? read
            : throw ContributorRefusals.NotItsOpening.Refuse(("party", party), ("draw", read.Draw));
    }

    /// <summary>Requires that a party may reveal: nobody can choose their value any more.</summary>
    /// <param name="opening">The opening.</param>
    /// <param name="ceremony">What is published by now.</param>
    /// <param name="party">The party's name.</param>
    /// <param name="own">The commitment that it made.</param>
    /// <param name="hash">The opening's hash.</param>
    /// <param name="at">Now, by the party's own clock.</param>
    /// <exception cref="InputRefusedException">
    /// Somebody has not committed (RI1391), the party's own commitment is not the one published (RI1392), or the drawing department has yet to
    /// reveal (RI1393).
    /// </exception>
    public static void RequireRevealable(Opening opening, PublishedCeremony ceremony, string party, Digest own, IDrawHash hash, Instant at)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(ceremony);
        OpeningParty[] committing = [.. opening.Parties.Where(p => p.Kind == ContributionKind.Committed)];
        string[] missing = [.. committing.Select(p => p.Party).Where(p => !ceremony.Commitments.ContainsKey(p) && !IsStruck(p, opening.Deadlines?.Commit))];
        if (missing.Length > 0)
        {
            throw ContributorRefusals.CommitmentsMissing.Refuse(("party", party), ("missing", string.Join(", ", missing)));
        }

        if (ceremony.Commitments.GetValueOrDefault(party) != own)
        {
            throw ContributorRefusals.OtherCommitment.Refuse(("party", party));
        }

        bool comesFirst = opening.Party(party).Role == SeedAssurance.DrawingRole;
        OpeningParty? drawing = committing.FirstOrDefault(p =>
            !comesFirst && p.Role == SeedAssurance.DrawingRole && ceremony.Commitments.ContainsKey(p.Party) && !IsStruck(p.Party, opening.Deadlines?.Reveal) && !HasRevealed(p.Party));
        if (drawing is not null)
        {
            throw ContributorRefusals.DrawingNotRevealed.Refuse(("party", party), ("drawing", drawing.Party));
        }

        // Who says so is not asked: before the deadline it is not true.
        bool IsStruck(string name, Instant? deadline) => ceremony.Struck.Contains(name) && deadline < at;

        bool HasRevealed(string name) =>
            ceremony.Revealed.TryGetValue(name, out string? value) && SeedText.Commitment(opening, name, value, hash) == ceremony.Commitments[name];
    }
}
