namespace RandomInspection.Planning;

/// <summary>Texts that plans and tasks keep.</summary>
internal static class PlanningTexts
{
    /// <summary>A text, trimmed.</summary>
    /// <param name="text">1 to <see cref="AnnualPlan.MaxTitleLength"/> characters.</param>
    /// <param name="chinese">What it is.</param>
    /// <param name="english">The same in English.</param>
    /// <exception cref="InputRefusedException">It is missing or too long (RI2007).</exception>
    public static string Required(string? text, string chinese, string english) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= AnnualPlan.MaxTitleLength
            ? text.Trim()
            : throw PlanningRefusals.TextMissing.Refuse(("fieldZh", chinese), ("fieldEn", english), ("most", AnnualPlan.MaxTitleLength));
}
