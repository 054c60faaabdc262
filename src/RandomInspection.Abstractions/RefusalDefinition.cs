using System.Collections.Immutable;
using System.Globalization;

namespace RandomInspection;

/// <summary>What a refusal with one stable code says, in both languages: the reason, the remedy and the legal source.</summary>
/// <remarks>
/// Texts name their values in braces, for example <c>{size}</c>. Values are rendered with the invariant culture, so that a
/// refusal reads the same on every machine.
/// </remarks>
public sealed class RefusalDefinition
{
    /// <summary>Defines a refusal.</summary>
    /// <param name="code">The stable code: <c>RI</c> and four digits.</param>
    /// <param name="chinese">Why, in Chinese, values in braces.</param>
    /// <param name="english">Why, in English, with the same values.</param>
    /// <param name="chineseRemedy">What to do, in Chinese.</param>
    /// <param name="englishRemedy">What to do, in English.</param>
    /// <param name="source">The clause, article or specification that decides; <see langword="null"/> where none does.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not <c>RI</c> and four digits.</exception>
    public RefusalDefinition(string code, string chinese, string english, string chineseRemedy, string englishRemedy, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 6 || !code.StartsWith("RI", StringComparison.Ordinal) || !code.AsSpan(2).ContainsOnlyAsciiDigits())
        {
            throw new ArgumentException($"A refusal code is RI and four digits, not \"{code}\".", nameof(code));
        }

        Code = code;
        Chinese = chinese;
        English = english;
        ChineseRemedy = chineseRemedy;
        EnglishRemedy = englishRemedy;
        Source = source;
    }

    /// <summary>The stable code, for example <c>RI1206</c>.</summary>
    public string Code { get; }

    /// <summary>Why, in Chinese, values in braces.</summary>
    public string Chinese { get; }

    /// <summary>Why, in English, values in braces.</summary>
    public string English { get; }

    /// <summary>What to do, in Chinese.</summary>
    public string ChineseRemedy { get; }

    /// <summary>What to do, in English.</summary>
    public string EnglishRemedy { get; }

    /// <summary>The clause, article or specification that decides, or <see langword="null"/>.</summary>
    public string? Source { get; }

    /// <summary>This refusal with its values.</summary>
    /// <param name="values">Names as in the texts' braces, each with its value.</param>
    public Refusal With(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        ImmutableArray<KeyValuePair<string, string>>.Builder rendered = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(values.Length);
        foreach ((string name, object? value) in values)
        {
            rendered.Add(new(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        }

        return new Refusal(this, rendered.MoveToImmutable());
    }

    /// <summary>The exception that refuses bad input with these values.</summary>
    /// <param name="values">Names as in the texts' braces, each with its value.</param>
    public InputRefusedException Refuse(params ReadOnlySpan<(string Name, object? Value)> values) => new(With(values));
}
