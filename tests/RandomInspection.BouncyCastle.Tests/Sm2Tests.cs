using System.Security.Cryptography;
using System.Text;
using RandomInspection.BouncyCastle;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>SM2 against the published example and, both ways, against OpenSSL.</summary>
public sealed class Sm2Tests
{
    private const string Header = "3059301306072a8648ce3d020106082a811ccf5501822d03420004";

    // GM/T 0003.5-2012, annex A: key, message and signature of the example on the recommended curve, identity 1234567812345678.
    private const string X = "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020";
    private const string Y = "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
    private const string R = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
    private const string S = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

    private static readonly byte[] PublishedKey = Convert.FromHexString(Header + X + Y);
    private static readonly byte[] Published = Convert.FromHexString(R + S);
    private static readonly byte[] PublishedMessage = Encoding.ASCII.GetBytes("message digest");
    private static readonly SignatureAlgorithms Algorithms = new(Sm2Sm3.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Verify_ExampleOfTheStandard_Holds()
    {
        Assert.True(Sm2Sm3.Instance.Verify(PublishedKey, PublishedMessage, Published));
        Assert.True(Algorithms.Verify("sm2-sm3", PublicKeyText.Of("sm2", PublishedKey), PublishedMessage, Convert.ToBase64String(Published)));
    }

    [Fact]
    public void Verify_AnyByteOfTheExampleChanged_DoesNotHold()
    {
        for (int i = 0; i < 64; i++)
        {
            Assert.False(Sm2Sm3.Instance.Verify(PublishedKey, PublishedMessage, Changed(Published, i)), $"signature {i}");
        }

        for (int i = 0; i < PublishedMessage.Length; i++)
        {
            Assert.False(Sm2Sm3.Instance.Verify(PublishedKey, Changed(PublishedMessage, i), Published), $"message {i}");
        }

        for (int i = 0; i < PublishedKey.Length; i++)
        {
            Assert.False(Sm2Sm3.Instance.Verify(Changed(PublishedKey, i), PublishedMessage, Published), $"key {i}");
        }
    }

    [Fact]
    public void Verify_OtherLengths_DoesNotHold()
    {
        Assert.False(Sm2Sm3.Instance.Verify(PublishedKey, PublishedMessage, []));
        Assert.False(Sm2Sm3.Instance.Verify(PublishedKey, PublishedMessage, Published.AsSpan(0, 63)));
        Assert.False(Sm2Sm3.Instance.Verify(PublishedKey, PublishedMessage, [.. Published, 0]));
        Assert.False(Sm2Sm3.Instance.Verify(PublishedKey, PublishedMessage, new byte[64]));
        Assert.False(Sm2Sm3.Instance.Verify(PublishedKey, PublishedMessage, [.. Published[..32], .. new byte[32]]));
        Assert.False(Sm2Sm3.Instance.Verify([], PublishedMessage, Published));
        Assert.False(Sm2Sm3.Instance.IsKey([.. PublishedKey, 0]));
        Assert.False(Sm2Sm3.Instance.IsKey(Convert.FromHexString(Header + X + X)));
    }

    [Fact]
    public async Task Sign_KeyOfItsOwn_VerifiesWithThatKeyOnly()
    {
        Assert.True(Sm2Signer.TryParse(Sm2Signer.CreateKey(), out Sm2Signer? signer));
        Assert.True(Sm2Signer.TryParse(Sm2Signer.CreateKey(), out Sm2Signer? other));
        string signature = Convert.ToBase64String(await signer.SignAsync(PublishedMessage, Cancellation));

        Assert.True(Algorithms.Verify(signer.Algorithm, signer.Key, PublishedMessage, signature));
        Assert.False(Algorithms.Verify(signer.Algorithm, other.Key, PublishedMessage, signature));
        Assert.NotEqual(signer.Key, other.Key);
    }

    [Fact]
    public void TryParse_OtherTexts_NoSigner()
    {
        using ECDsa p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string good = Sm2Signer.CreateKey();
        foreach (string pem in (string[])["", "no key", p256.ExportPkcs8PrivateKeyPem(), p256.ExportSubjectPublicKeyInfoPem(), good[..^40], good.Replace("M", "N", StringComparison.Ordinal)])
        {
            Assert.False(Sm2Signer.TryParse(pem, out _), pem);
        }
    }

    [Fact]
    public async Task Sign_OpenSslsKey_OpenSslVerifies()
    {
        using OpenSsl openssl = await OpenSsl.WithSm2Async();
        Assert.Equal(0, (await openssl.RunAsync("genpkey", "-algorithm", "SM2", "-out", "key.pem")).Code);
        Assert.True(Sm2Signer.TryParse(await File.ReadAllTextAsync(openssl["key.pem"], Cancellation), out Sm2Signer? signer));
        Assert.Equal(0, (await openssl.RunAsync("pkey", "-in", "key.pem", "-pubout", "-out", "public.pem")).Code);
        Assert.Equal(signer.Key, PublicKeyText.Of("sm2", Spki(await File.ReadAllTextAsync(openssl["public.pem"], Cancellation))));

        byte[] message = Encoding.UTF8.GetBytes("抽取记录\n");
        await File.WriteAllBytesAsync(openssl["message"], message, Cancellation);
        await File.WriteAllBytesAsync(openssl["signature"], OpenSsl.ToDer(await signer.SignAsync(message, Cancellation)), Cancellation);
        Assert.Equal(0, await VerifyAsync());
        await File.WriteAllBytesAsync(openssl["message"], [.. message, 0], Cancellation);
        Assert.NotEqual(0, await VerifyAsync());

        async Task<int> VerifyAsync() => (await openssl.RunAsync(
            "pkeyutl", "-verify", "-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678", "-pubin", "-inkey", "public.pem", "-in", "message", "-sigfile", "signature")).Code;
    }

    [Fact]
    public async Task Verify_OpenSslsSignature_Holds()
    {
        using OpenSsl openssl = await OpenSsl.WithSm2Async();
        string pem = Sm2Signer.CreateKey();
        Assert.True(Sm2Signer.TryParse(pem, out Sm2Signer? signer));
        await File.WriteAllTextAsync(openssl["key.pem"], pem, Cancellation);
        byte[] message = Encoding.UTF8.GetBytes("抽取记录\n");
        await File.WriteAllBytesAsync(openssl["message"], message, Cancellation);
        (int code, string output) = await openssl.RunAsync(
            "pkeyutl", "-sign", "-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678", "-inkey", "key.pem", "-in", "message", "-out", "signature");
        Assert.True(code == 0, output);

        string signature = Convert.ToBase64String(OpenSsl.FromDer(await File.ReadAllBytesAsync(openssl["signature"], Cancellation)));
        Assert.True(Algorithms.Verify("sm2-sm3", signer.Key, message, signature));
        Assert.False(Algorithms.Verify("sm2-sm3", signer.Key, [.. message, 0], signature));
    }

    private static byte[] Spki(string pem)
    {
        PemFields fields = PemEncoding.Find(pem);
        return Convert.FromBase64String(pem[fields.Base64Data]);
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        byte[] changed = [.. bytes];
        changed[at] ^= 1;
        return changed;
    }
}
