using System.Numerics;
using System.Security.Cryptography;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Secrets;

/// <summary>ECDSA on P-256 that signs the same message alike each time, so that two hosts can be compared byte by byte.</summary>
/// <remarks>The ephemeral scalar is a hash of key and message, in the spirit of RFC 6979; for tests only.</remarks>
internal sealed class FixedSigner : ISigner, IDisposable
{
    private static readonly BigInteger Order = new(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    private readonly byte[] _scalar = SHA256.HashData("the log's key"u8);
    private readonly ECDsa _key;

    public FixedSigner() => _key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = _scalar });

    public string Algorithm => EcdsaP256.Instance.Name;

    public string Key => EcdsaP256.PublicKey(_key);

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        byte[] digest = SHA256.HashData(message.Span);
        byte[] once = SHA256.HashData([.. _scalar, .. digest]);
        using ECDsa point = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = once });
        BigInteger r = Number(point.ExportParameters(includePrivateParameters: false).Q.X!) % Order;
        BigInteger s = BigInteger.ModPow(Number(once), Order - 2, Order) * ((Number(digest) + (r * Number(_scalar))) % Order) % Order;
        return ValueTask.FromResult<byte[]>([.. Bytes(r), .. Bytes(s)]);
    }

    public void Dispose() => _key.Dispose();

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        byte[] some = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - some.Length], .. some];
    }
}
