using System.Security.Cryptography;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

/// <summary>Parties with a secret; a restart has the secret and the key, and nothing else.</summary>
internal static class HouseContributors
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static ValueTask<SeedContributorUnderTest> OpenAsync(CancellationToken cancellation) => ValueTask.FromResult(new SeedContributorUnderTest(New()) { Reopen = OpenAsync });

    private static SecretContributor New() => new("seed-service", "0123456789abcdef0123456789abcdef"u8, new EcdsaP256Signer(Key), new DrawHashes(Sm3.Instance));
}

[Proves(typeof(SecretContributor))]
public sealed class HouseSecretContributorSuite : SeedContributorSuite
{
    protected override ValueTask<SeedContributorUnderTest> OpenAsync(CancellationToken cancellation) => HouseContributors.OpenAsync(cancellation);
}
