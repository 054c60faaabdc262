using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace RandomInspection.Ledger;

/// <summary>Proofs as texts: lines of a head, one line of base64 a hash, an empty line, and the checkpoint as it was published.</summary>
internal static class ProofText
{
    /// <summary>RFC 9162: no proof of a log of 2^63 entries is longer.</summary>
    private const int MostHashes = 64;

    public static string Write(string head, ImmutableArray<byte[]> path, SignedNote note) =>
        $"{head}{string.Concat(path.Select(hash => Convert.ToBase64String(hash) + "\n"))}\n{note}";

    /// <summary>Reads a proof whose last line of the head is a word and a number.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="first">What stands before that line, with its line feed; empty if nothing does.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="InputRefusedException">It is none (RI6017), or its checkpoint is no signed note (RI6010).</exception>
    public static (long Number, ImmutableArray<byte[]> Path, SignedNote Note) Read(ReadOnlySpan<byte> bytes, string first, string word)
    {
        if (!Utf8.IsValid(bytes))
        {
            throw Malformed(1, "不是 UTF-8", "not UTF-8");
        }

        string text = Encoding.UTF8.GetString(bytes);
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (!text.StartsWith(first, StringComparison.Ordinal) || end < first.Length)
        {
            throw Malformed(1, first.Length > 0 ? $"不以“{first.TrimEnd()}”开头，或没有空行" : "没有空行", first.Length > 0 ? $"it does not begin with \"{first.TrimEnd()}\", or has no empty line" : "no empty line");
        }

        int line = first.Count(c => c == '\n') + 1;
        string[] lines = text[first.Length..end].Split('\n');
        string digits = lines[0].StartsWith(word + " ", StringComparison.Ordinal) ? lines[0][(word.Length + 1)..] : "";
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || (digits.Length > 1 && digits[0] == '0'))
        {
            throw Malformed(line, $"应为“{word} 数字”", $"it should be \"{word} NUMBER\"");
        }

        if (lines.Length - 1 > MostHashes)
        {
            throw Malformed(line + MostHashes + 1, $"多于 {MostHashes} 个散列值", $"more than {MostHashes} hashes");
        }

        ImmutableArray<byte[]>.Builder path = ImmutableArray.CreateBuilder<byte[]>();
        foreach (string hash in lines[1..])
        {
            line++;
            path.Add(CanonicalBase64.Read(hash, 32) ?? throw Malformed(line, "不是 32 字节的 base64", "no base64 of 32 bytes"));
        }

        return (number, path.ToImmutable(), SignedNote.Parse(Encoding.UTF8.GetBytes(text[(end + 2)..])));
    }

    private static InputRefusedException Malformed(int line, string chinese, string english) =>
        LedgerRefusals.MalformedProof.Refuse(("line", line), ("detailZh", chinese), ("detailEn", english));
}
