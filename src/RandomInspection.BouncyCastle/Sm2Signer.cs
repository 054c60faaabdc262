using System.Diagnostics.CodeAnalysis;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using ISigner = RandomInspection.Ledger.ISigner;

namespace RandomInspection.BouncyCastle;

/// <summary>Signs with SM2 and SM3, by a key of the host's.</summary>
public sealed class Sm2Signer : ISigner
{
    private readonly ECPrivateKeyParameters _key;

    private Sm2Signer(ECPrivateKeyParameters key)
    {
        _key = key;
        ECPublicKeyParameters open = new("EC", key.Parameters.G.Multiply(key.D).Normalize(), GMObjectIdentifiers.sm2p256v1);
        string kind = Sm2Sm3.Instance.KeyKind;
        Key = $"{kind}:{Convert.ToBase64String(SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(open).GetDerEncoded())}";
    }

    /// <summary><c>sm2-sm3</c>.</summary>
    public string Algorithm => Sm2Sm3.Instance.Name;

    /// <inheritdoc />
    public string Key { get; }

    /// <summary>The signer of a private key in PEM (PKCS #8, as <c>openssl genpkey</c> writes it), not encrypted.</summary>
    /// <param name="pem">The text of the file.</param>
    /// <param name="signer">The signer; <see langword="null"/> if the text holds no SM2 key.</param>
    public static bool TryParse(string pem, [NotNullWhen(true)] out Sm2Signer? signer)
    {
        ArgumentNullException.ThrowIfNull(pem);
        signer = Read(pem) is { } key && key.Parameters.Curve.Equals(Curve.Curve) ? new Sm2Signer(key) : null;
        return signer is not null;
    }

    /// <summary>A new private key in PEM (PKCS #8), by the machine's generator.</summary>
    public static string CreateKey()
    {
        ECKeyPairGenerator generator = new();
        generator.Init(new ECKeyGenerationParameters(GMObjectIdentifiers.sm2p256v1, new SecureRandom()));
        using StringWriter pem = new() { NewLine = "\n" };
        using PemWriter writer = new(pem);
        writer.WriteObject(new Pkcs8Generator(generator.GenerateKeyPair().Private));
        return pem.ToString();
    }

    /// <inheritdoc />
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SM2Signer signer = Sm2Sm3.Signer();
        signer.Init(forSigning: true, new ParametersWithID(new ParametersWithRandom(_key, new SecureRandom()), Sm2Sm3.Identity.ToArray()));
        signer.BlockUpdate(message.Span);
        return ValueTask.FromResult(signer.GenerateSignature());
    }

    private static X9ECParameters Curve => GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1);

    private static ECPrivateKeyParameters? Read(string pem)
    {
        try
        {
            using StringReader text = new(pem);
            using PemReader reader = new(text);
            return reader.ReadObject() as ECPrivateKeyParameters;
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or GeneralSecurityException or CryptoException)
        {
            return null;
        }
    }
}
