using System.Text.RegularExpressions;

namespace RandomInspection.Tests.Browsing;

/// <summary>The pages that somebody can reach by links.</summary>
internal static partial class Pages
{
    /// <summary>Opens one page of every kind that links lead to.</summary>
    /// <param name="reader">Whose browser.</param>
    /// <param name="first">Where it begins.</param>
    /// <param name="look">Looks at the page that is open; is given its path and query.</param>
    public static void Walk(Browser reader, string first, Action<string> look)
    {
        Queue<string> waiting = new([first]);
        HashSet<string> kinds = ["/"];
        while (waiting.TryDequeue(out string? path))
        {
            reader.Open(path);
            look(path);
            foreach (string link in Links(reader))
            {
                if (kinds.Add(Kind(link)))
                {
                    waiting.Enqueue(link);
                }
            }
        }
    }

    // One page of a kind is enough: numbers, codes and digests are all alike.
    public static string Kind(string path) => Ids().Replace(path.Split('?')[0], "*");

    private static IEnumerable<string> Links(Browser reader) => ((string)reader.Driver.ExecuteScript(
            "return [...document.querySelectorAll('a[href]:not([download]):not([rel=nofollow])')].filter((a) => a.origin === location.origin).map((a) => a.pathname + a.search).join('\\n')")!)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(path => !path.Contains('.', StringComparison.Ordinal) && !path.StartsWith("/account/signin?", StringComparison.Ordinal));

    [GeneratedRegex("(?<=/)[A-Za-z0-9-]*[0-9][A-Za-z0-9-]*")]
    private static partial Regex Ids();
}
