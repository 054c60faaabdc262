using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>Programs that are parties of draws and matches: each is asked, and what it says is entered, by the steps of <see cref="DrawWorkflow"/>, in the name of the person who answers for it.</summary>
/// <remarks>The party joins as any other: <see cref="DrawWorkflow.EnrolWitnessAsync"/> or <see cref="DrawWorkflow.EnrolOperatorAsync"/> with its key, named as that person.</remarks>
/// <param name="draws">The ceremonies.</param>
public sealed class ProgramParties(DrawWorkflow draws)
{
    /// <summary>Has it commit.</summary>
    /// <param name="acting">The person who answers for it: an operator or a witness.</param>
    /// <param name="draw">The draw or match.</param>
    /// <param name="contributor">The party.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ISeedContributor.CommitAsync"/> and <see cref="DrawCeremony.Commit"/>.</exception>
    public async Task CommitAsync(Acting acting, string draw, ISeedContributor contributor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(contributor);
        (DrawCeremony ceremony, _) = await draws.ReadAsync(draw, cancellation);
        SeedCommitment commitment = await contributor.CommitAsync(ceremony.Published().Opening, cancellation);
        await draws.CommitAsync(acting, draw, commitment.Commitment, commitment.Signature, cancellation);
    }

    /// <summary>Has it reveal.</summary>
    /// <param name="acting">The person who answers for it.</param>
    /// <param name="draw">The draw or match.</param>
    /// <param name="contributor">The party.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="ISeedContributor.RevealAsync"/> and <see cref="DrawCeremony.Reveal"/>.</exception>
    public async Task RevealAsync(Acting acting, string draw, ISeedContributor contributor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(contributor);
        (DrawCeremony ceremony, _) = await draws.ReadAsync(draw, cancellation);
        await draws.RevealAsync(acting, draw, await contributor.RevealAsync(ceremony.Published(), acting.At, cancellation), cancellation);
    }
}
