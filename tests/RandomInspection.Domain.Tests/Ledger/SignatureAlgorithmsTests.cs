using System.Security.Cryptography;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>Keys and signatures as texts, and who knows which algorithm.</summary>
public sealed class SignatureAlgorithmsTests
{
    private static readonly SignatureAlgorithms Algorithms = new();
    private static readonly byte[] Message = Encoding.UTF8.GetBytes("{}\n");

    // RFC 6979, A.2.5: P-256 with SHA-256, message "sample".
    private static readonly byte[] PublishedKey = Convert.FromHexString(
        "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
        + "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299");

    private static readonly byte[] Published = Convert.FromHexString(
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");

    [Fact]
    public void Verify_PublishedAnswer_Holds()
    {
        Assert.True(Verify(PublishedKey, "sample"u8, Published));
        Assert.False(Verify(PublishedKey, "sample "u8, Published));
        Assert.False(Verify(PublishedKey, "sample"u8, [.. Published[..32], .. new byte[32]]));
    }

    [Fact]
    public async Task Sign_OwnKey_VerifiesAndAnyByteChangedDoesNot()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        EcdsaP256Signer signer = new(key);
        byte[] signature = await signer.SignAsync(Message, TestContext.Current.CancellationToken);
        byte[] spki = key.ExportSubjectPublicKeyInfo();
        Assert.Equal(("ecdsa-p256-sha256", PublicKeyText.Of("ecdsa-p256", spki), 64), (signer.Algorithm, signer.Key, signature.Length));
        Assert.True(Verify(spki, Message, signature));
        for (int i = 0; i < 64; i++)
        {
            byte[] changed = [.. signature];
            changed[i] ^= 1;
            Assert.False(Verify(spki, Message, changed), $"byte {i}");
        }
    }

    [Fact]
    public async Task Sign_ManyAtOnce_AllVerify()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        EcdsaP256Signer signer = new(key);
        byte[][] signatures = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () => await signer.SignAsync(new byte[] { (byte)i }, CancellationToken.None))));
        Assert.All(signatures.Index(), s => Assert.True(Verify(key.ExportSubjectPublicKeyInfo(), [(byte)s.Index], s.Item)));
    }

    [Fact]
    public void EcdsaP256Signer_OtherCurve_Refused()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        RefusalAssert.Contains("RI1341", () => _ = new EcdsaP256Signer(key), ("kind", "ecdsa-p256"));
    }

    [Fact]
    public void Verify_UnknownAlgorithm_RefusedWithTheKnownOnes()
    {
        RefusalAssert.Input("RI1340", () => Algorithms.Verify("sm2-sm3", "sm2:", Message, ""), ("algorithm", "sm2-sm3"), ("known", "ecdsa-p256-sha256"));
        RefusalAssert.Input("RI1340", () => _ = Algorithms["ECDSA-P256-SHA256"], ("algorithm", "ECDSA-P256-SHA256"), ("known", "ecdsa-p256-sha256"));
        Assert.Equal(["ecdsa-p256-sha256"], Algorithms.Names);
    }

    [Fact]
    public void Verify_KeyWrittenOtherwise_Refused()
    {
        string key = PublicKeyText.Of("ecdsa-p256", PublishedKey);
        string signature = Convert.ToBase64String(Published);
        string[] malformed =
        [
            "", "ecdsa-p256", "ecdsa-p256:", key[11..], "sm2:" + key[11..], "ECDSA" + key[5..], key + "=", key[..^4], key + " ", " " + key,
            key.Replace("MFkw", "MFkx", StringComparison.Ordinal), key[..^2] + (key[^2] == '=' ? "==" : "A="), key[..40] + "AAAA" + key[44..],
            PublicKeyText.Of("ecdsa-p256", [.. PublishedKey, 0]), PublicKeyText.Of("ecdsa-p256", PublishedKey.AsSpan(0, PublishedKey.Length - 1)), PublicKeyText.Of("ecdsa-p256", [.. PublishedKey[..^32], .. PublishedKey[^64..^32]]),
        ];
        Assert.All(malformed.Where(m => m != key), m => RefusalAssert.Input("RI1341", () => Algorithms.Verify("ecdsa-p256-sha256", m, "sample"u8, signature), ("key", m), ("kind", "ecdsa-p256")));
        Assert.All(malformed.Where(m => m != key), m => RefusalAssert.Input("RI1341", () => Algorithms.RequireKey(m), ("key", m), ("kind", "ecdsa-p256")));
        Algorithms.RequireKey(key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public void Verify_SignatureWrittenOtherwise_Refused(string signature)
    {
        string good = Convert.ToBase64String(Published);
        foreach (string malformed in (string[])[signature, good + "\n", good[..^2], good[..^3] + "B==", good.Insert(4, " ")])
        {
            RefusalAssert.Input("RI1342", () => Algorithms.Verify("ecdsa-p256-sha256", PublicKeyText.Of("ecdsa-p256", PublishedKey), "sample"u8, malformed), ("signature", malformed));
        }
    }

    [Fact]
    public void Fingerprint_Key_Sha256OfItsSpki()
    {
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(PublishedKey)), PublicKeyText.Fingerprint(PublicKeyText.Of("ecdsa-p256", PublishedKey)));
        Assert.All((string[])["", "ecdsa-p256", "ecdsa-p256:AAAA"], key => RefusalAssert.Contains("RI1341", () => PublicKeyText.Fingerprint(key), ("key", key)));
    }

    private static bool Verify(byte[] spki, ReadOnlySpan<byte> message, byte[] signature) =>
        Algorithms.Verify("ecdsa-p256-sha256", PublicKeyText.Of("ecdsa-p256", spki), message, Convert.ToBase64String(signature));
}
