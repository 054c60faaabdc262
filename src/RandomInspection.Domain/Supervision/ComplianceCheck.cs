using System.Collections.Immutable;

namespace RandomInspection.Supervision;

/// <summary>One thing that a clause asks for, counted over the whole log.</summary>
/// <param name="Name">A stable name, for example <c>A6.approvedFirst</c>; it begins with the clause.</param>
/// <param name="Chinese">What is asked, in Chinese.</param>
/// <param name="English">What is asked, in English.</param>
/// <param name="Held">How many keep it, of all to which it applies.</param>
/// <param name="Failing">Some that do not, <see cref="MostFailing"/> at most: ids, in the order of bytes.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record ComplianceCheck(string Name, string Chinese, string English, Ratio Held, ImmutableArray<string> Failing)
{
    /// <summary>Most ids that a check names.</summary>
    public const int MostFailing = 10;

    /// <summary>What it says.</summary>
    public ComplianceStatus Status =>
        Held.Denominator == 0 ? ComplianceStatus.NothingYet : Held.Numerator == Held.Denominator ? ComplianceStatus.Held : ComplianceStatus.NotHeld;

    /// <summary>What is asked, in one language.</summary>
    /// <param name="language">The language.</param>
    public string Title(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>A check of things by their ids.</summary>
    /// <typeparam name="T">What is checked.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="chinese">What is asked, in Chinese.</param>
    /// <param name="english">What is asked, in English.</param>
    /// <param name="all">All to which it applies.</param>
    /// <param name="id">The id of one.</param>
    /// <param name="keeps">Whether one keeps it.</param>
    internal static ComplianceCheck Of<T>(string name, string chinese, string english, IReadOnlyCollection<T> all, Func<T, string> id, Func<T, bool> keeps)
    {
        string[] failing = [.. all.Where(one => !keeps(one)).Select(id)];
        return new ComplianceCheck(
            name, chinese, english, new Ratio(all.Count - failing.Length, all.Count), [.. failing.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostFailing)]);
    }
}
