using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>What everybody may see of a ceremony while values come in.</summary>
/// <param name="Opening">The opening's exact text.</param>
/// <param name="Commitments">The commitments by party.</param>
/// <param name="Revealed">The values that were revealed, 64 lower-case hex characters, by party.</param>
/// <param name="Struck">The parties that were struck out because they missed a deadline.</param>
/// <remarks>The collections compare by reference.</remarks>
public sealed record PublishedCeremony(
    string Opening,
    ImmutableSortedDictionary<string, Digest> Commitments,
    ImmutableSortedDictionary<string, string> Revealed,
    ImmutableSortedSet<string> Struck);
