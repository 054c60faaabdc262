using System.Collections.Frozen;
using RandomInspection.Inspections;

namespace RandomInspection.Exchange;

/// <summary>结果代码表：the results by meaning, with the codes and words by which they come in; they go out in the national standard's words.</summary>
/// <remarks>A partner's own codes stand in its mapping file. A word that is not known is refused, never guessed. Source: requirements B, “Results by meaning”.</remarks>
public static class ResultWords
{
    private static readonly FrozenDictionary<string, ItemResult> Known = Enum.GetValues<ItemResult>()
        .SelectMany(result => new[] { (Word: StateWords.Of(result).Chinese, result), (Word: result.ToString(), result), (Word: Code(result), result) })
        .ToFrozenDictionary(pair => pair.Word, pair => pair.result, StringComparer.Ordinal);

    /// <summary>The code in this list: two digits, 01 for 未发现问题.</summary>
    /// <param name="result">The result.</param>
    public static string Code(ItemResult result) => ((int)result + 1).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The result of a word or code of this list; <see langword="null"/> if there is none.</summary>
    /// <param name="text">A word of the national standard, a code, or the result's name in the code.</param>
    public static ItemResult? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Known.TryGetValue(text, out ItemResult result) ? result : null;
    }
}
