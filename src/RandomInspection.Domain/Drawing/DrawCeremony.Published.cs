using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <content>What a party that a program runs is shown.</content>
public sealed partial class DrawCeremony
{
    /// <summary>What everybody may see of it by now, as a program that is a party of it is shown it.</summary>
    /// <exception cref="TransitionRefusedException">The opening is not published (RI1320).</exception>
    public PublishedCeremony Published() => Opening is null
        ? throw Refused("向参与方出示", "showing it to a party")
        : new PublishedCeremony(
            Opening.Text,
            _commitments.ToImmutableSortedDictionary(c => c.Key, c => c.Value.Commitment, StringComparer.Ordinal),
            _contributions.Where(c => c.Value.Contribution.Kind == ContributionKind.Committed)
                .ToImmutableSortedDictionary(c => c.Key, c => c.Value.Contribution.ValueHex, StringComparer.Ordinal),
            _struck.Select(s => s.Party).ToImmutableSortedSet(StringComparer.Ordinal));
}
