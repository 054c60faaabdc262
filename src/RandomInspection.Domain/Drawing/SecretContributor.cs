using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>A party whose values follow from one secret: for each opening another, and for one opening always the same, with nothing to store and nothing to lose.</summary>
/// <remarks>
/// The value is HMAC-SHA-256 under the secret over <c>random-inspection-contribution/1</c>, the party's name and the opening's text, the first two
/// with a line feed. Who has the secret knows the values beforehand: it belongs on the party's own machine. Source: RFC 2104; random-inspection-draw/1 §3.
/// </remarks>
public sealed class SecretContributor : ISeedContributor
{
    /// <summary>How long a secret is at least, in bytes.</summary>
    public const int LeastSecret = 32;

    private const string Purpose = "random-inspection-contribution/1";

    private readonly byte[] _secret;
    private readonly ISigner _signer;
    private readonly DrawHashes _hashes;

    /// <summary>A party with a secret and a key of its own.</summary>
    /// <param name="party">Its name in openings.</param>
    /// <param name="secret">32 bytes or more by chance; copied.</param>
    /// <param name="signer">Signs commitments: ECDSA on P-256.</param>
    /// <param name="hashes">The hashes that openings may name.</param>
    /// <exception cref="ArgumentException">The secret is too short, or the signer is of another kind.</exception>
    public SecretContributor(string party, ReadOnlySpan<byte> secret, ISigner signer, DrawHashes hashes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(party);
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, LeastSecret, nameof(secret));
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(hashes);
        Party = party;
        _secret = secret.ToArray();
        _signer = PartySignature.IsKey(signer.Key) ? signer : throw new ArgumentException($"Parties sign by ECDSA on P-256, not by {signer.Algorithm}.", nameof(signer));
        _hashes = hashes;
    }

    /// <inheritdoc />
    public string Party { get; }

    /// <inheritdoc />
    public string Key => _signer.Key;

    /// <inheritdoc />
    public async Task<SeedCommitment> CommitAsync(string opening, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        (Opening own, IDrawHash hash, Digest commitment, _) = Own(opening);
        string text = SeedText.CommitmentToSign(hash.Digest(own.Text), Party, commitment);
        return new SeedCommitment(commitment, Convert.ToBase64String(await _signer.SignAsync(Encoding.UTF8.GetBytes(text), cancellation)));
    }

    /// <inheritdoc />
    public Task<string> RevealAsync(PublishedCeremony ceremony, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ceremony);
        cancellation.ThrowIfCancellationRequested();
        (Opening own, IDrawHash hash, Digest commitment, string value) = Own(ceremony.Opening);
        ContributorRules.RequireRevealable(own, ceremony, Party, commitment, hash, at);
        return Task.FromResult(value);
    }

    private (Opening Opening, IDrawHash Hash, Digest Commitment, string Value) Own(string opening)
    {
        Opening own = ContributorRules.RequireOwn(opening, Party, Key);
        IDrawHash hash = _hashes[own.Hash];
        string value = Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{Purpose}\n{Party}\n{own.Text}")));
        return (own, hash, SeedText.Commitment(own, Party, value, hash), value);
    }
}
