using RandomInspection.Directories;

namespace RandomInspection.Exchange;

/// <summary>代码表：the national lists by which regions and trades come in, with the versions that they follow.</summary>
/// <remarks>
/// Of GB/T 2260 there is Shenyang's part, of GB/T 4754 the sections; what is finer is checked by its form and taken by its section.
/// </remarks>
public static class CodeLists
{
    /// <summary>What the regions follow.</summary>
    public const string Regions = "GB/T 2260 (2101 沈阳市, as amended to 2016)";

    /// <summary>What the trades follow.</summary>
    public const string Trades = "GB/T 4754-2017 (门类 A–T)";

    private const int RegionDigits = 6;

    /// <summary>The label of a region: of six digits that of the list, anything else as it stands.</summary>
    /// <param name="text">A code by GB/T 2260, or a label.</param>
    /// <exception cref="InputRefusedException">It is a code that the list does not have (RI9167).</exception>
    public static string RegionOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !text.All(char.IsAsciiDigit) ? text
            : text.Length == RegionDigits && ShenyangRegions.OfCode(text) is { } region ? region.Label
            : throw ExchangeRefusals.UnknownCode.Refuse(("value", ShownText.Of(text)), ("list", Regions));
    }

    /// <summary>The section of a trade: a letter, which two to four digits may follow.</summary>
    /// <param name="text">A code by GB/T 4754, its section in front, for example <c>H</c> or <c>H6210</c>.</param>
    /// <exception cref="InputRefusedException">It is none (RI9167): digits alone do not say their section here.</exception>
    public static string TradeOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is 1 or >= 3 and <= 5 && TradeSection.Of(text[..1]) is { } section && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            ? section.Letter
            : throw ExchangeRefusals.UnknownCode.Refuse(("value", ShownText.Of(text)), ("list", Trades));
    }
}
