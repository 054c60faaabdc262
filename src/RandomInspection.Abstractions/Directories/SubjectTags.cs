using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace RandomInspection.Directories;

/// <summary>标签：what a subject is marked with besides region, trade and class, for example <c>食品经营</c>, <c>特种设备</c>: a set of labels.</summary>
/// <remarks>Special directories (专用名录) are made by them. Sets are equal if they have the same labels. Source: 三(三).</remarks>
public sealed record SubjectTags
{
    /// <summary>How many labels a subject has at most: 32.</summary>
    public const int MostTags = 32;

    /// <summary>What stands between two labels in <see cref="Text"/>; no label has it.</summary>
    public const char Separator = '|';

    private static readonly char[] Separators = [Separator, '、', '，', ',', '；', ';'];

    private SubjectTags(ImmutableArray<string> names)
    {
        Names = names;
        Text = string.Join(Separator, names);
    }

    /// <summary>No label.</summary>
    public static SubjectTags None { get; } = new([]);

    /// <summary>The labels in the order of their UTF-16 code units, none twice.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The labels in one text, <see cref="Separator"/> between them; empty for none.</summary>
    public string Text { get; }

    /// <summary>Reads labels out of a text: between <c>|</c>, <c>、</c>, <c>，</c>, <c>,</c>, <c>；</c> or <c>;</c>, with spaces around them.</summary>
    /// <param name="text">Any text; blank for none.</param>
    /// <param name="tags">The labels; the same label twice counts once.</param>
    /// <param name="refusal">Why the text has none (RI5111 to RI5115, RI5122).</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SubjectTags? tags, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<string> names =
            [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        refusal = names.Select(DirectoryLabel.Check).FirstOrDefault(fault => fault is not null)
            ?? (names.Length > MostTags ? SubjectRefusals.TooManyTags.With(("tags", names.Length), ("most", MostTags)) : null);
        tags = refusal is not null ? null : names.IsEmpty ? None : new SubjectTags(names);
        return tags is not null;
    }

    /// <summary>The labels of a text.</summary>
    /// <param name="text">Any text; blank for none.</param>
    /// <exception cref="InputRefusedException">It has none (RI5111 to RI5115, RI5122).</exception>
    public static SubjectTags Parse(string text) => TryParse(text, out SubjectTags? tags, out Refusal? refusal) ? tags : throw new InputRefusedException(refusal);

    /// <summary>Whether one of these labels is among them.</summary>
    /// <param name="names">Labels.</param>
    public bool HasAny(ImmutableArray<string> names) => names.Any(name => Names.BinarySearch(name, StringComparer.Ordinal) >= 0);

    /// <summary>Whether another set has the same labels.</summary>
    /// <param name="other">Another set.</param>
    public bool Equals(SubjectTags? other) => other is not null && other.Text == Text;

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;
}
