using System.Globalization;

namespace RandomInspection.Durability;

/// <summary>What came of some rounds of crashes.</summary>
/// <param name="What">What was done to the host.</param>
/// <param name="Rounds">How often.</param>
/// <param name="Acknowledged">Commits that were acknowledged.</param>
/// <param name="Commits">Commits that were found.</param>
/// <param name="Refused">How many were refused, by code.</param>
/// <param name="Problems">What was wrong with what was found.</param>
internal sealed record CrashReport(string What, int Rounds, int Acknowledged, int Commits, IReadOnlyDictionary<string, int> Refused, IReadOnlyList<string> Problems)
{
    /// <summary>A row of a table in Markdown.</summary>
    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {What} | {Rounds} | {Acknowledged:N0} | {Commits:N0} | {(Refused.Count == 0 ? "—" : string.Join(", ", Refused.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}×")))} | {Problems.Count} |");
}
