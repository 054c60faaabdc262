using System.Collections.Immutable;
using System.Text;

namespace RandomInspection;

/// <summary>A refusal that a person may see: a stable code, the values that caused it, a text and a remedy in both languages.</summary>
/// <remarks>Two refusals are equal if their codes and their values are.</remarks>
public sealed class Refusal : IEquatable<Refusal>
{
    internal Refusal(RefusalDefinition definition, ImmutableArray<KeyValuePair<string, string>> values)
    {
        Definition = definition;
        Values = values;
    }

    /// <summary>What the code means.</summary>
    public RefusalDefinition Definition { get; }

    /// <summary>The stable code, for example <c>RI1206</c>.</summary>
    public string Code => Definition.Code;

    /// <summary>The values by name, in the order in which they were given.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Values { get; }

    /// <summary>The value of one name, or <see langword="null"/> if the refusal has none of that name.</summary>
    /// <param name="name">A name as in the texts' braces.</param>
    public string? this[string name]
    {
        get
        {
            foreach ((string key, string value) in Values)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Why, in one language, with the values filled in.</summary>
    /// <param name="language">The language of the text.</param>
    public string Reason(Language language) => Fill(language == Language.Chinese ? Definition.Chinese : Definition.English);

    /// <summary>What to do, in one language, with the values filled in.</summary>
    /// <param name="language">The language of the text.</param>
    public string Remedy(Language language) => Fill(language == Language.Chinese ? Definition.ChineseRemedy : Definition.EnglishRemedy);

    /// <inheritdoc />
    public bool Equals(Refusal? other) => other is not null && Code == other.Code && Values.SequenceEqual(other.Values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Refusal);

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Code, StringComparison.Ordinal);

    /// <summary>Code, reason and remedy in English.</summary>
    public override string ToString() => $"{Code}: {Reason(Language.English)} {Remedy(Language.English)}";

    /// <summary>One pass: what a value says in braces is not filled in again.</summary>
    private string Fill(string template)
    {
        StringBuilder text = new();
        ReadOnlySpan<char> rest = template;
        while (rest.IndexOf('{') is >= 0 and int open)
        {
            text.Append(rest[..open]);
            int length = rest[open..].IndexOf('}') + 1;
            string name = length > 0 ? rest.Slice(open + 1, length - 2).ToString() : "";
            length = Math.Max(length, 1);
            text.Append(this[name] ?? rest.Slice(open, length).ToString());
            rest = rest[(open + length)..];
        }

        return text.Append(rest).ToString();
    }
}
