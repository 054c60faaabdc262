using NodaTime;

namespace RandomInspection.Drawing;

/// <summary>随机值的出具方：a party of draws whose secret value a program makes, commits to, and gives away when nobody can choose theirs any more.</summary>
/// <remarks>
/// For an opening it has one value, whoever asks and however often, after a restart too. It trusts nobody with it: not the host that asks, which
/// could otherwise look at the seed before the others have committed. Safe for several callers at once.
/// Source: random-inspection-draw/1 §3.
/// </remarks>
public interface ISeedContributor
{
    /// <summary>Its name in openings, 1 to 64 visible ASCII characters without a colon.</summary>
    string Party { get; }

    /// <summary>The public key by which it signs its commitments, <c>ecdsa-p256:BASE64</c>, as openings name it.</summary>
    string Key { get; }

    /// <summary>Commits to its value for an opening.</summary>
    /// <param name="opening">The opening's exact text, as it was published.</param>
    /// <param name="cancellation">Cancels the asking.</param>
    /// <returns>The commitment; for one opening always the same.</returns>
    /// <exception cref="InputRefusedException">It is no opening (RI1201 to RI1204, RI1302 to RI1305), or does not name this party with its key as one that commits (RI1390).</exception>
    Task<SeedCommitment> CommitAsync(string opening, CancellationToken cancellation);

    /// <summary>Gives its value away.</summary>
    /// <param name="ceremony">What is published of the ceremony by now.</param>
    /// <param name="at">Now, by the clock of whoever runs this party: nobody is struck out before their deadline.</param>
    /// <param name="cancellation">Cancels the asking.</param>
    /// <returns>The value, 64 lower-case hex characters: the one that was committed to.</returns>
    /// <exception cref="InputRefusedException">
    /// As <see cref="CommitAsync"/>; somebody has not committed yet (RI1391), its own commitment does not stand there (RI1392), or the drawing
    /// department has yet to reveal what it committed to (RI1393). Nothing was given away.
    /// </exception>
    Task<string> RevealAsync(PublishedCeremony ceremony, Instant at, CancellationToken cancellation);
}
