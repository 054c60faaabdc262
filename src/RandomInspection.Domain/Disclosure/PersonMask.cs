using System.Globalization;
using System.Text;

namespace RandomInspection.Disclosure;

/// <summary>Masks what points to a natural person: names, identity numbers, telephone numbers.</summary>
/// <remarks>Source: 个人信息保护法 27; 市场监督管理行政处罚信息公示规定（总局令第45号）.</remarks>
public static class PersonMask
{
    private const int LongestName = 4;

    private static readonly string[] DoubleSurnames =
    [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "端木", "南宫", "轩辕", "独孤", "长孙", "宇文",
    ];

    /// <summary>What ends the name of a firm, a shop or an authority: such a name is nobody's.</summary>
    private static readonly char[] EndsOfFirms = [.. "司店厂行部社铺馆院所局场会站校园吧庄坊楼城中心处家屋室网轩阁堂居"];

    /// <summary>A natural person's name with stars for all but the surname; anything else as it is.</summary>
    /// <param name="name">A name; two to four Han characters that do not end like a firm's are taken for a person's, and names with a middle dot.</param>
    public static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] characters = [.. Characters(name)];
        if (name.Contains('·', StringComparison.Ordinal))
        {
            int dot = Array.IndexOf(characters, "·");
            return string.Concat(characters[..dot]) + "·" + new string('*', characters.Length - dot - 1);
        }

        if (characters.Length is < 2 or > LongestName || !characters.All(IsHan) || EndsOfFirms.Contains(characters[^1][0]))
        {
            return name;
        }

        int surname = characters.Length > 2 && DoubleSurnames.Contains(characters[0] + characters[1]) ? 2 : 1;
        return string.Concat(characters[..surname]) + new string('*', characters.Length - surname);
    }

    /// <summary>A text in which identity numbers of 15 or 18 and telephone numbers of 7 to 12 digits keep their first and last characters only.</summary>
    /// <param name="text">A text.</param>
    /// <remarks>O(length). A run of other lengths, such as an amount, a date or a document's number, stays; so does a credit code, which has letters.</remarks>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder masked = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            bool withX = end - i == 17 && end < text.Length && text[end] is 'x' or 'X';
            end += withX ? 1 : 0;
            bool isWord = i > 0 && char.IsAsciiLetter(text[i - 1]) || end < text.Length && char.IsAsciiLetter(text[end]);
            int length = end - i;
            if (length == 0)
            {
                masked.Append(text[i++]);
                continue;
            }

            bool points = !isWord && (length is 15 or 18 || length is >= 7 and <= 12 && !IsDate(text.AsSpan(i, length)));
            masked.Append(points ? $"{text[i]}{new string('*', length - 2)}{text[end - 1]}" : text[i..end]);
            i = end;
        }

        return masked.ToString();
    }

    private static bool IsDate(ReadOnlySpan<char> digits) =>
        digits.Length == 8 && digits[..2] is "19" or "20" && int.Parse(digits[4..6], CultureInfo.InvariantCulture) is >= 1 and <= 12
        && int.Parse(digits[6..], CultureInfo.InvariantCulture) is >= 1 and <= 31;

    private static IEnumerable<string> Characters(string text)
    {
        for (TextElementEnumerator all = StringInfo.GetTextElementEnumerator(text); all.MoveNext();)
        {
            yield return all.GetTextElement();
        }
    }

    private static bool IsHan(string character) =>
        Rune.GetRuneAt(character, 0).Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x323AF);
}
