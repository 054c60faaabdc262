using System.Globalization;

namespace RandomInspection.Ledger;

/// <summary>检查点：how far a log had grown, as a text to be signed (c2sp.org/tlog-checkpoint@v1).</summary>
/// <remarks>Deviation: extension lines, which nobody could check, are neither written nor read.</remarks>
public sealed record Checkpoint
{
    private Checkpoint(string origin, LedgerHead head) => (Origin, Head) = (origin, head);

    /// <summary>The log's name.</summary>
    public string Origin { get; }

    /// <summary>Its size and its root.</summary>
    public LedgerHead Head { get; }

    /// <summary>The text: name, size, root in base64, each with a line feed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Head.Size}\n{Convert.ToBase64String(Convert.FromHexString(Head.Root))}\n");

    /// <summary>A checkpoint of a log.</summary>
    /// <param name="origin">The log's name: 1 to 200 characters without white space, control characters and plus signs.</param>
    /// <param name="head">Its size and its root.</param>
    /// <exception cref="InputRefusedException">The name cannot stand in a signature line (RI6012).</exception>
    public static Checkpoint Of(string origin, LedgerHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new Checkpoint(NoteKey.CheckName(origin), head);
    }

    /// <summary>The checkpoint that a note states; whether its signatures hold is another question.</summary>
    /// <param name="note">The note.</param>
    /// <exception cref="InputRefusedException">It states none (RI6013).</exception>
    public static Checkpoint Of(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (note.Text.Split('\n') is not [var origin, var sizeText, var rootText, ""])
        {
            throw Malformed("不是三行", "not three lines");
        }

        if (!NoteKey.IsName(origin))
        {
            throw Malformed("第一行不是留痕名称", "the first line names no log");
        }

        if (!long.TryParse(sizeText, NumberStyles.None, CultureInfo.InvariantCulture, out long size) || (sizeText.Length > 1 && sizeText[0] == '0'))
        {
            throw Malformed("第二行不是条数", "the second line is no size");
        }

        byte[] root = CanonicalBase64.Read(rootText, 32) ?? throw Malformed("第三行不是根", "the third line is no root");
        return new Checkpoint(origin, new LedgerHead(size, Convert.ToHexStringLower(root)));
    }

    private static InputRefusedException Malformed(string chinese, string english) =>
        LedgerRefusals.MalformedCheckpoint.Refuse(("detailZh", chinese), ("detailEn", english));
}
