using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>Every feature has a guide, every page is found from the first one, and every guide says what not to do.</summary>
public sealed partial class GuideTests
{
    private static readonly string[] Features =
    [
        "Frames and draws", "The ceremony", "Matching", "Calendars and deadlines", "Catalogue, plans, tasks", "Directories", "Visits and results", "Disclosure", "Credit", "Supervision",
        "Ledger", "Stores", "Exchange", "Clusters", "The web host", "Embedding",
    ];

    [Fact]
    public void Index_Features_EachWithGuidesThatSayWhatNotToDo()
    {
        string[][] rows = [.. DocumentFiles.Lines("docs/README.md").Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        Assert.Equal(Features, rows.Select(row => row[1]));
        List<string> silent = [];
        foreach (string[] row in rows)
        {
            string[] guides = [.. Page().Matches(row[2]).Select(link => link.Groups[1].Value)];
            Assert.NotEmpty(guides);
            silent.AddRange(guides.Where(guide => !DocumentFiles.Text($"docs/{guide}").Contains("## What not to do")));
        }

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    [Fact]
    public void Index_Pages_EveryOneLinked()
    {
        HashSet<string> linked = [.. Page().Matches(string.Concat(DocumentFiles.Lines("docs/README.md"))).Select(link => link.Groups[1].Value)];
        string[] pages = [.. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "docs"), "*.md").Select(file => Path.GetFileName(file)).Where(name => name != "README.md")];
        Assert.Empty(pages.Except(linked));
    }

    [GeneratedRegex(@"\(([\w.-]+\.md)\)")]
    private static partial Regex Page();
}
