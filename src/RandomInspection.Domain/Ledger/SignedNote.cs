using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace RandomInspection.Ledger;

/// <summary>签名文书：a text with the signatures under it (c2sp.org/signed-note@v1).</summary>
/// <remarks>The text of a note proves nothing before a signature by a key that one trusts has been verified.</remarks>
public sealed class SignedNote
{
    private const int MostBytes = 64 * 1024;

    private SignedNote(string text, ImmutableArray<NoteSignature> signatures) => (Text, Signatures) = (text, signatures);

    /// <summary>The signed text, which ends with a line feed.</summary>
    public string Text { get; }

    /// <summary>The signatures in order, one or more; who made them is not known before they are verified.</summary>
    public ImmutableArray<NoteSignature> Signatures { get; }

    /// <summary>A note of a text with a signature.</summary>
    internal static SignedNote Of(string text, NoteSignature signature) => new(text, [signature]);

    /// <summary>The note that bytes are.</summary>
    /// <param name="bytes">UTF-8, at most 64 KiB.</param>
    /// <exception cref="InputRefusedException">They are none (RI6010).</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw Malformed(1, $"超过 {MostBytes} 字节", $"more than {MostBytes} bytes");
        }

        if (!Utf8.IsValid(bytes))
        {
            throw Malformed(1, "不是 UTF-8", "not UTF-8");
        }

        string note = Encoding.UTF8.GetString(bytes);
        string[] lines = note.Split('\n');
        int control = Array.FindIndex(lines, line => line.Any(c => c < ' '));
        if (control >= 0)
        {
            throw Malformed(control + 1, "含有控制字符", "a control character");
        }

        if (lines.Length < 2 || lines[^1].Length > 0)
        {
            throw Malformed(lines.Length, "末行没有换行", "the last line has no end");
        }

        int blank = Array.LastIndexOf(lines, "", lines.Length - 2);
        if (blank < 1 || blank == lines.Length - 2)
        {
            throw Malformed(lines.Length - 1, "正文与签名之间没有空行，或没有签名", "no empty line between text and signatures, or no signature");
        }

        ImmutableArray<NoteSignature>.Builder signatures = ImmutableArray.CreateBuilder<NoteSignature>();
        for (int line = blank + 1; line < lines.Length - 1; line++)
        {
            signatures.Add(NoteSignature.Read(lines[line]) ?? throw Malformed(line + 1, "不是签名行", "no signature line"));
        }

        return new SignedNote(string.Join('\n', lines[..blank]) + "\n", signatures.ToImmutable());
    }

    /// <summary>The note with a further signature; one of the same key is replaced.</summary>
    /// <param name="signature">The signature.</param>
    public SignedNote With(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return new SignedNote(Text, [.. Signatures.Where(s => s.Name != signature.Name || s.KeyId != signature.KeyId), signature]);
    }

    /// <summary>Refuses a note that a key has not signed.</summary>
    /// <param name="key">The key that one trusts.</param>
    /// <returns>Its signature.</returns>
    /// <exception cref="InputRefusedException">There is no line of that key (RI6014), or one that does not verify (RI6015).</exception>
    public NoteSignature Require(NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        NoteSignature[] own = [.. Signatures.Where(key.IsOf)];
        (string, object?)[] values = [("name", key.Name), ("id", $"{key.Id:x8}")];
        if (own.Any(signature => !key.Verify(Text, signature)))
        {
            throw LedgerRefusals.SignatureFails.Refuse(values);
        }

        return own.FirstOrDefault() ?? throw LedgerRefusals.NotSigned.Refuse(values);
    }

    /// <summary>The note's bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <summary>The note as it is published.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => s + "\n"))}";

    private static InputRefusedException Malformed(int line, string chinese, string english) =>
        LedgerRefusals.MalformedNote.Refuse(("line", line), ("detailZh", chinese), ("detailEn", english));
}
