using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>The public key of a log or a witness, by its name: it tells which signature lines of a note are its own and whether they hold.</summary>
/// <remarks>
/// Sources: c2sp.org/signed-note@v1 (form, type 0x02 for ECDSA: DER over SHA-256, the id from the key alone; 0xff for what has no type
/// there), c2sp.org/tlog-cosignature@v1 (what a witness signs). Deviation: that specification knows witnesses with Ed25519 and
/// ML-DSA-44 only; ours sign the same text with the algorithms of this library, under 0xff and a name.
/// </remarks>
public sealed class NoteKey
{
    private const byte EcdsaType = 0x02;
    private const byte NamedType = 0xff;
    private const int NameLength = 200;

    private readonly ISignatureAlgorithm _algorithm;
    private readonly byte[] _spki;

    private NoteKey(string name, NoteKeyKind kind, ISignatureAlgorithm algorithm, byte[] spki)
    {
        (Name, Kind, _algorithm, _spki) = (name, kind, algorithm, spki);
        byte[] hashed = IsEcdsa ? spki : [.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. Typed];
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(hashed));
    }

    /// <summary>Whose key it is: for a log its origin.</summary>
    public string Name { get; }

    /// <summary>What its signatures state.</summary>
    public NoteKeyKind Kind { get; }

    /// <summary>The key's id, which stands before its signatures; no digest to rely on.</summary>
    public uint Id { get; }

    /// <summary>The key as elsewhere in this library, for example <c>ecdsa-p256:MFkw…</c>.</summary>
    public string Key => PublicKeyText.Of(_algorithm.KeyKind, _spki);

    private bool IsEcdsa => Kind == NoteKeyKind.Log && _algorithm.Name == EcdsaP256.Instance.Name;

    /// <summary>The type byte, for 0xff with what it names, and the key.</summary>
    private byte[] Typed => IsEcdsa ? [EcdsaType, .. _spki] : [NamedType, .. Encoding.ASCII.GetBytes(TypeName(Kind, _algorithm)), .. _spki];

    /// <summary>A key by its parts.</summary>
    /// <param name="name">Whose it is: 1 to 200 characters without white space, control characters and plus signs.</param>
    /// <param name="kind">What its signatures state.</param>
    /// <param name="key">The public key, for example <c>ecdsa-p256:MFkw…</c>.</param>
    /// <param name="algorithms">The algorithms that are known.</param>
    /// <exception cref="InputRefusedException">The name cannot stand in a signature line (RI6012), or the key is malformed (RI1341).</exception>
    public static NoteKey Of(string name, NoteKeyKind kind, string key, SignatureAlgorithms algorithms)
    {
        ArgumentNullException.ThrowIfNull(algorithms);
        (ISignatureAlgorithm algorithm, byte[] spki) = algorithms.OfKey(key);
        return new NoteKey(CheckName(name), kind, algorithm, spki);
    }

    /// <summary>The key that a line gives, as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Name, id in eight hex characters and base64, separated by plus signs.</param>
    /// <param name="algorithms">The algorithms that are known.</param>
    /// <exception cref="InputRefusedException">It is none (RI6011).</exception>
    public static NoteKey Parse(string text, SignatureAlgorithms algorithms)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(algorithms);
        string[] parts = text.Split('+', 3);
        if (parts.Length == 3 && IsName(parts[0]))
        {
            Span<byte> typed = new byte[parts[2].Length];
            if (Convert.TryFromBase64String(parts[2], typed, out int written))
            {
                foreach (ISignatureAlgorithm algorithm in algorithms.All)
                {
                    foreach (NoteKeyKind kind in Enum.GetValues<NoteKeyKind>())
                    {
                        if (written > 91 && algorithm.IsKey(typed[(written - 91)..written])
                            && new NoteKey(parts[0], kind, algorithm, typed[(written - 91)..written].ToArray()) is var key && key.ToString() == text)
                        {
                            return key;
                        }
                    }
                }
            }
        }

        throw LedgerRefusals.MalformedNoteKey.Refuse(("key", text));
    }

    /// <summary>Whether a signature line claims to be this key's.</summary>
    /// <param name="signature">The line.</param>
    public bool IsOf(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.Name == Name && signature.KeyId == Id;
    }

    /// <summary>Whether a signature is this key's over a text; a witness's also says since when.</summary>
    /// <param name="text">The note's text.</param>
    /// <param name="signature">The line.</param>
    public bool Verify(string text, NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signature);
        ReadOnlySpan<byte> bytes = signature.Bytes.AsSpan();
        if (!IsOf(signature))
        {
            return false;
        }

        if (Kind == NoteKeyKind.Witness)
        {
            return bytes.Length == 8 + 64 && SecondsOf(signature) is { } seconds && _algorithm.Verify(_spki, Cosigned(text, seconds), bytes[8..]);
        }

        byte[]? rs = IsEcdsa ? DerSignature.Read(bytes) : bytes.ToArray();
        return rs is not null && _algorithm.Verify(_spki, Encoding.UTF8.GetBytes(text), rs);
    }

    /// <summary>When a witness says it signed; <see langword="null"/> if that is no moment.</summary>
    /// <param name="signature">A line of this key.</param>
    public Instant? MomentOf(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return Kind == NoteKeyKind.Witness && SecondsOf(signature) is { } seconds ? Instant.FromUnixTimeSeconds(seconds) : null;
    }

    /// <summary>The key in one line: name, id in eight hex characters, and base64 of type and key, separated by plus signs.</summary>
    public override string ToString() => $"{Name}+{Id.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String(Typed)}";

    /// <summary>Signs a text with the private key that belongs to this one.</summary>
    /// <param name="text">The note's text.</param>
    /// <param name="signer">The signer.</param>
    /// <param name="at">When, for a witness; whole seconds of it count.</param>
    /// <param name="cancellation">Cancels before anything is signed.</param>
    /// <exception cref="InputRefusedException">What the signer gave does not verify (RI1343).</exception>
    internal async ValueTask<NoteSignature> SignAsync(string text, ISigner signer, Instant at, CancellationToken cancellation)
    {
        long seconds = at.ToUnixTimeSeconds();
        byte[] rs = await signer.SignAsync(Kind == NoteKeyKind.Witness ? Cosigned(text, seconds) : Encoding.UTF8.GetBytes(text), cancellation);
        byte[] time = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, seconds);
        NoteSignature signature = new(Name, Id, [.. Kind == NoteKeyKind.Witness ? [.. time, .. rs] : IsEcdsa && rs.Length == 64 ? DerSignature.Write(rs) : rs]);
        return Verify(text, signature) ? signature : throw SignatureRefusals.SignerFails.Refuse(("algorithm", signer.Algorithm), ("key", signer.Key));
    }

    /// <summary>Whether a text can stand in a signature line as a name.</summary>
    internal static bool IsName(string name) =>
        name.Length is >= 1 and <= NameLength && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));

    internal static string CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsName(name) ? name : throw LedgerRefusals.MalformedName.Refuse(("name", name));
    }

    private static long? SecondsOf(NoteSignature signature) =>
        signature.Bytes.Length >= 8 && BinaryPrimitives.ReadInt64BigEndian(signature.Bytes.AsSpan()) is >= 0 and <= 253402300799 and var seconds ? seconds : null;

    private static byte[] Cosigned(string text, long seconds) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));

    private static string TypeName(NoteKeyKind kind, ISignatureAlgorithm algorithm) =>
        kind == NoteKeyKind.Witness ? $"random-inspection/cosignature/v1/{algorithm.Name}" : $"random-inspection/{algorithm.Name}";
}
