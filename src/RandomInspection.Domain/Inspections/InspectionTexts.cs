namespace RandomInspection.Inspections;

/// <summary>Texts that people must give.</summary>
internal static class InspectionTexts
{
    /// <summary>Most characters of a note, a reason or a measure.</summary>
    public const int MaxLength = 500;

    /// <summary>The text without blanks around it.</summary>
    /// <exception cref="InputRefusedException">It is missing or too long (RI2305).</exception>
    public static string Required(string text, string chinese, string english) =>
        !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= MaxLength
            ? text.Trim()
            : throw InspectionRefusals.TextMissing.Refuse(("fieldZh", chinese), ("fieldEn", english), ("most", MaxLength));
}
