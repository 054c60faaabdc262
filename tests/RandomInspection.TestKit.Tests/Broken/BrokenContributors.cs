using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Broken;

/// <summary>A party that does as the sound one does; each below does one thing otherwise.</summary>
internal abstract class OverContributor(SecretContributor sound) : ISeedContributor
{
    protected SecretContributor Sound => sound;

    public string Party => sound.Party;

    public string Key => sound.Key;

    public virtual Task<SeedCommitment> CommitAsync(string opening, CancellationToken cancellation) => sound.CommitAsync(opening, cancellation);

    public virtual Task<string> RevealAsync(PublishedCeremony ceremony, Instant at, CancellationToken cancellation) => sound.RevealAsync(ceremony, at, cancellation);
}

/// <summary>Gives its value to whoever asks.</summary>
internal sealed class RevealsToAnybody(SecretContributor sound) : OverContributor(sound)
{
    public override async Task<string> RevealAsync(PublishedCeremony ceremony, Instant at, CancellationToken cancellation)
    {
        // A ceremony in which all is well, made up around its own commitment.
        SeedCommitment own = await Sound.CommitAsync(ceremony.Opening, cancellation);
        Opening opening = Opening.Parse(ceremony.Opening);
        PublishedCeremony wishful = ceremony with
        {
            Commitments = ceremony.Commitments.Clear().Add(Party, own.Commitment),
            Struck = ceremony.Struck.Union(opening.Parties.Select(p => p.Party).Where(p => p != Party)),
        };
        return await Sound.RevealAsync(wishful, Instant.MaxValue, cancellation);
    }
}

/// <summary>Believes the host that the deadline has passed.</summary>
internal sealed class TrustsTheHostsClock(SecretContributor sound) : OverContributor(sound)
{
    public override Task<string> RevealAsync(PublishedCeremony ceremony, Instant at, CancellationToken cancellation) => Sound.RevealAsync(ceremony, Instant.MaxValue, cancellation);
}

/// <summary>Makes its value anew whenever it is asked.</summary>
internal sealed class ChangesItsMind(SecretContributor sound, Func<byte[], SecretContributor> with) : OverContributor(sound)
{
    public override Task<SeedCommitment> CommitAsync(string opening, CancellationToken cancellation) =>
        with(RandomNumberGenerator.GetBytes(32)).CommitAsync(opening, cancellation);
}

/// <summary>Has one value for all openings.</summary>
internal sealed class HasOneValue(SecretContributor sound, ECDsa key) : OverContributor(sound)
{
    private readonly string _value = new('7', 64);

    public override Task<SeedCommitment> CommitAsync(string opening, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Opening own = ContributorRules.RequireOwn(opening, Party, Key);
        Digest commitment = SeedText.Commitment(own, Party, _value, Sha256.Instance);
        string signed = SeedText.CommitmentToSign(Digest.Of(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(opening))), Party, commitment);
        return Task.FromResult(new SeedCommitment(commitment, PartySignature.Sign(key, System.Text.Encoding.UTF8.GetBytes(signed))));
    }

    public override Task<string> RevealAsync(PublishedCeremony ceremony, Instant at, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Opening opening = ContributorRules.RequireOwn(ceremony.Opening, Party, Key);
        ContributorRules.RequireRevealable(opening, ceremony, Party, SeedText.Commitment(opening, Party, _value, Sha256.Instance), Sha256.Instance, at);
        return Task.FromResult(_value);
    }
}

/// <summary>Signs the commitment and not the text that names opening and party.</summary>
internal sealed class SignsTooLittle(SecretContributor sound, ECDsa key) : OverContributor(sound)
{
    public override async Task<SeedCommitment> CommitAsync(string opening, CancellationToken cancellation)
    {
        SeedCommitment commitment = await Sound.CommitAsync(opening, cancellation);
        return commitment with { Signature = PartySignature.Sign(key, Convert.FromHexString(commitment.Commitment.Hex)) };
    }
}
