using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Drawing;

/// <summary>Signs openings and records with the host's key, if it has one; what does not verify is not handed out.</summary>
/// <remarks>A signature proves what the key's owner stated, not that it is true, nor whose the key is: the key is published elsewhere too.</remarks>
public sealed class DocumentSigner
{
    private readonly SignatureAlgorithms _algorithms;
    private readonly DrawHashes _hashes;
    private readonly ISigner? _signer;

    /// <summary>A host's signer.</summary>
    /// <param name="algorithms">The algorithms that are known, the signer's among them.</param>
    /// <param name="hashes">The hashes that openings may name.</param>
    /// <param name="signer">Who signs; <see langword="null"/> leaves everything unsigned.</param>
    /// <param name="formerKeys">Public keys that signed before, newest first, so that readers still find them.</param>
    /// <exception cref="InputRefusedException">The signer's algorithm is not known (RI1340), or a key is malformed (RI1341).</exception>
    public DocumentSigner(SignatureAlgorithms algorithms, DrawHashes hashes, ISigner? signer, params IEnumerable<string> formerKeys)
    {
        ArgumentNullException.ThrowIfNull(algorithms);
        ArgumentNullException.ThrowIfNull(hashes);
        (_algorithms, _hashes, _signer) = (algorithms, hashes, signer);
        FormerKeys = [.. formerKeys];
        foreach (string key in signer is null ? FormerKeys : FormerKeys.Add(signer.Key))
        {
            algorithms.RequireKey(key);
        }

        if (signer is not null)
        {
            _ = algorithms[signer.Algorithm];
        }
    }

    /// <summary>The public key that signs; <see langword="null"/> where nothing is signed.</summary>
    public string? Key => _signer?.Key;

    /// <summary>The algorithm that signs; <see langword="null"/> where nothing is signed.</summary>
    public string? Algorithm => _signer?.Algorithm;

    /// <summary>Public keys that signed before, newest first.</summary>
    public ImmutableArray<string> FormerKeys { get; }

    /// <summary>The signature of a document; <see langword="null"/> where nothing is signed.</summary>
    /// <param name="document">The document's bytes.</param>
    /// <param name="hash">The name of the hash of its digest.</param>
    /// <param name="cancellation">Cancels before anything is signed.</param>
    /// <exception cref="InputRefusedException">What the signer gave does not verify (RI1342, RI1343).</exception>
    public async ValueTask<DetachedSignature?> SignAsync(byte[] document, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_signer is null)
        {
            return null;
        }

        byte[] signature = await _signer.SignAsync(document, cancellation);
        DetachedSignature signed = new(_signer.Algorithm, _signer.Key, _hashes[hash].Digest(document).Hex, Convert.ToBase64String(signature));
        return signed.Check(document, _hashes[hash], _algorithms) is null
            ? signed
            : throw SignatureRefusals.SignerFails.Refuse(("algorithm", _signer.Algorithm), ("key", _signer.Key));
    }

    /// <summary>The signatures of a record; <see langword="null"/> where nothing is signed.</summary>
    internal async ValueTask<RecordSignatures?> SignAsync(DrawRecord record, string hash, CancellationToken cancellation)
    {
        byte[] auditor = RecordDocument.Write(record);
        return await SignAsync(auditor, hash, cancellation) is { } signed
            ? new RecordSignatures(signed, (await SignAsync(RecordDocument.Write(record.ForPublic(_hashes[hash].Digest(auditor))), hash, cancellation))!)
            : null;
    }
}
