using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>A program with a secret: its value is an HMAC of its opening, committed to under its key and revealed in its turn.</summary>
public sealed class SecretContributorTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly Opening Own = With(OperatorParty, WitnessParty).Open().Ceremony.Opening!;
    private static readonly IDrawHash Hash = new DrawHashes()["sha-256"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAndReveal_ItsOpening_TheHmacOfIt()
    {
        EcdsaP256Signer signer = new(OperatorKey);
        SecretContributor program = new(Operator, Secret, signer, new DrawHashes());
        Assert.Equal((Operator, OperatorParty.Key), (program.Party, program.Key));
        string value = Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes($"random-inspection-contribution/1\n{Operator}\n{Own.Text}")));
        SeedCommitment commitment = await program.CommitAsync(Own.Text, Cancellation);
        Assert.Equal(SeedText.Commitment(Own, Operator, value, Hash), commitment.Commitment);
        Assert.True(PartySignature.Verify(program.Key, SeedText.CommitmentToSign(Hash.Digest(Own.Text), Operator, commitment.Commitment), commitment.Signature));

        PublishedCeremony published = new(
            Own.Text,
            ImmutableSortedDictionary.Create<string, Digest>(StringComparer.Ordinal).Add(Operator, commitment.Commitment).Add(CeremonyScript.Witness, commitment.Commitment),
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            ImmutableSortedSet.Create<string>(StringComparer.Ordinal));
        Assert.Equal(value, await program.RevealAsync(published, Start, Cancellation));
        Assert.Equal("RI1391", (await Assert.ThrowsAnyAsync<RefusalException>(() => program.RevealAsync(published with { Commitments = published.Commitments.Remove(CeremonyScript.Witness) }, Start, Cancellation))).Refusal.Code);
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => program.CommitAsync(Own.Text, cancelled.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => { _ = program.RevealAsync(published, Start, cancelled.Token); });
        Assert.Throws<ArgumentNullException>("ceremony", () => { _ = program.RevealAsync(null!, Start, Cancellation); });
    }

    [Fact]
    public void Constructor_WhatIsNoParty_RefusedByName()
    {
        EcdsaP256Signer signer = new(OperatorKey);
        DrawHashes hashes = new();
        Assert.Throws<ArgumentException>("party", () => new SecretContributor(" ", Secret, signer, hashes));
        Assert.Throws<ArgumentNullException>("party", () => new SecretContributor(null!, Secret, signer, hashes));
        Assert.Throws<ArgumentOutOfRangeException>("secret", () => new SecretContributor(Operator, Secret.AsSpan(1), signer, hashes));
        Assert.Throws<ArgumentNullException>("signer", () => new SecretContributor(Operator, Secret, null!, hashes));
        Assert.Throws<ArgumentNullException>("hashes", () => new SecretContributor(Operator, Secret, signer, null!));
        Assert.True(Sm2Signer.TryParse(Sm2Signer.CreateKey(), out Sm2Signer? sm2));
        Assert.Contains("sm2-sm3", Assert.Throws<ArgumentException>("signer", () => new SecretContributor(Operator, Secret, sm2, hashes)).Message, StringComparison.Ordinal);
    }
}
