using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>A signature that stands beside the document it is over: an opening or a record.</summary>
/// <remarks>Read by <see cref="Parse"/>, which is strict; whether it holds is <see cref="Check"/>'s to say. Source: random-inspection-record/1.</remarks>
/// <param name="Algorithm">The algorithm's name, for example <c>ecdsa-p256-sha256</c>.</param>
/// <param name="Key">The public key, for example <c>ecdsa-p256:…</c>.</param>
/// <param name="Digest">The document's digest in hex, by the hash of its opening.</param>
/// <param name="Signature">Base64 of the 64 bytes r‖s over the document's bytes.</param>
public sealed record DetachedSignature(string Algorithm, string Key, string Digest, string Signature)
{
    private const string Name = "signature";

    /// <summary>Reads the document of a signature strictly.</summary>
    /// <param name="utf8">The document's bytes.</param>
    /// <exception cref="InputRefusedException">It is none (RI1201 to RI1204).</exception>
    public static DetachedSignature Parse(ReadOnlySpan<byte> utf8)
    {
        StrictJson json = StrictJson.Parse(Name, utf8);
        json.Members(["algorithm", "key", "digest", "signature"]);
        return new DetachedSignature(json.Text("algorithm"), json.Text("key"), json.Hex("digest", 64), json.Text("signature"));
    }

    /// <summary>The bytes of its document, members in their order, LF at the end.</summary>
    public byte[] Write() =>
    [
        .. CanonicalJson.Write(json =>
        {
            json.WriteString("algorithm", Algorithm);
            json.WriteString("key", Key);
            json.WriteString("digest", Digest);
            json.WriteString("signature", Signature);
        }),
        (byte)'\n',
    ];

    /// <summary>What is wrong with it as the signature of a document; <see langword="null"/> if it holds.</summary>
    /// <param name="document">The document's bytes.</param>
    /// <param name="hash">The hash that the document's opening names.</param>
    /// <param name="algorithms">The algorithms that are known.</param>
    /// <exception cref="InputRefusedException">The algorithm is not known (RI1340), or key (RI1341) or signature (RI1342) are malformed.</exception>
    internal (string Chinese, string English)? Check(ReadOnlySpan<byte> document, IDrawHash hash, SignatureAlgorithms algorithms) =>
        hash.Digest(document).Hex != Digest ? ("摘要不是这份文件的", "its digest is not the document's")
        : !algorithms.Verify(Algorithm, Key, document, Signature) ? ("签名与文件、公钥不符", "it is not this key's over the document")
        : null;
}
