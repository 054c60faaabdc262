namespace RandomInspection.Ledger;

/// <summary>The signature algorithms that are known, by name: ECDSA on P-256 always, others as given.</summary>
public sealed class SignatureAlgorithms
{
    private readonly SortedDictionary<string, ISignatureAlgorithm> _byName = new(StringComparer.Ordinal);

    /// <summary>ECDSA on P-256 and these.</summary>
    /// <param name="others">Further algorithms; one named <c>ecdsa-p256-sha256</c> replaces the platform's.</param>
    public SignatureAlgorithms(params IEnumerable<ISignatureAlgorithm> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        _byName[EcdsaP256.Instance.Name] = EcdsaP256.Instance;
        foreach (ISignatureAlgorithm algorithm in others)
        {
            _byName[algorithm.Name] = algorithm;
        }
    }

    /// <summary>Their names, sorted.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The algorithm of a name.</summary>
    /// <param name="name">For example <c>ecdsa-p256-sha256</c>.</param>
    /// <exception cref="InputRefusedException">It is not known (RI1340).</exception>
    public ISignatureAlgorithm this[string name] =>
        _byName.TryGetValue(name, out ISignatureAlgorithm? algorithm)
            ? algorithm
            : throw SignatureRefusals.UnknownAlgorithm.Refuse(("algorithm", name), ("known", string.Join(", ", _byName.Keys)));

    /// <summary>The algorithms, in the order of their names.</summary>
    internal IEnumerable<ISignatureAlgorithm> All => _byName.Values;

    /// <summary>Refuses a text that is no public key of any algorithm known here.</summary>
    /// <param name="key">A public key.</param>
    /// <exception cref="InputRefusedException">It is none (RI1341).</exception>
    public void RequireKey(string key) => OfKey(key);

    /// <summary>The algorithm of a public key, and the key's bytes.</summary>
    /// <exception cref="InputRefusedException">It is no key of any algorithm known here (RI1341).</exception>
    internal (ISignatureAlgorithm Algorithm, byte[] SubjectPublicKeyInfo) OfKey(string key)
    {
        foreach (ISignatureAlgorithm algorithm in _byName.Values)
        {
            if (PublicKeyText.Read(key, algorithm.KeyKind) is { } spki && algorithm.IsKey(spki))
            {
                return (algorithm, spki);
            }
        }

        throw SignatureRefusals.MalformedKey.Refuse(("key", key), ("kind", string.Join("|", _byName.Values.Select(a => a.KeyKind))));
    }

    /// <summary>Whether a signature over a message is this key's.</summary>
    /// <param name="algorithm">The algorithm's name.</param>
    /// <param name="key">The public key, of the algorithm's kind.</param>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">Base64 of the 64 bytes r‖s.</param>
    /// <exception cref="InputRefusedException">The algorithm is not known (RI1340), or key (RI1341) or signature (RI1342) are malformed.</exception>
    public bool Verify(string algorithm, string key, ReadOnlySpan<byte> message, string signature)
    {
        ISignatureAlgorithm named = this[algorithm];
        byte[] spki = PublicKeyText.Read(key, named.KeyKind) is { } read && named.IsKey(read)
            ? read
            : throw SignatureRefusals.MalformedKey.Refuse(("key", key), ("kind", named.KeyKind));
        byte[] rs = CanonicalBase64.Read(signature, 64) ?? throw SignatureRefusals.MalformedSignature.Refuse(("signature", signature));
        return named.Verify(spki, message, rs);
    }
}
