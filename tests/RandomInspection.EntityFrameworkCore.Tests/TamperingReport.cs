using System.Globalization;

namespace RandomInspection.Tests;

/// <summary>What was tried, for the test's output, and for <c>eng/tampering.sh</c> in the file that <c>RI_TAMPERING_REPORT</c> names.</summary>
internal static class TamperingReport
{
    private static readonly Lock One = new();

    /// <summary>A line for each table and kind: database, table, kind and how many changes were made and found, with tabs between.</summary>
    public static void Write(string database, IReadOnlyDictionary<(string Table, TamperingKind Kind), int> tried)
    {
        string lines = string.Concat(tried.OrderBy(t => t.Key.Table, StringComparer.Ordinal).ThenBy(t => t.Key.Kind)
            .Select(t => string.Create(CultureInfo.InvariantCulture, $"{database}\t{t.Key.Table}\t{t.Key.Kind}\t{t.Value}\n")));
        TestContext.Current.TestOutputHelper?.Write(lines);
        if (Environment.GetEnvironmentVariable("RI_TAMPERING_REPORT") is { Length: > 0 } file)
        {
            lock (One)
            {
                File.AppendAllText(file, lines);
            }
        }
    }
}
