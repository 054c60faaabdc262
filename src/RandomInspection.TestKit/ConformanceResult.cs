namespace RandomInspection.TestKit;

/// <summary>How one case ended.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Chinese">What was found, or why the case could not be asked, in Chinese where there is a text; empty if it passed.</param>
/// <param name="English">The same in English; empty if it passed.</param>
public sealed record ConformanceResult(ConformanceCase Case, ConformanceOutcome Outcome, string Chinese, string English)
{
    /// <summary>What was found, or why the case could not be asked, in one language.</summary>
    /// <param name="language">The language.</param>
    public string Found(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>Throws what was found, if the case failed.</summary>
    /// <exception cref="ConformanceException">The case failed.</exception>
    public void ThrowIfFailed()
    {
        if (Outcome == ConformanceOutcome.Failed)
        {
            throw new ConformanceException($"{Case.Id} {Case.ChineseTitle} · {Case.EnglishTitle} ({Case.Clause}): {English}");
        }
    }
}
