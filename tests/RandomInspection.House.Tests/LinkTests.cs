using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>Links within the documents lead somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_OfEveryDocument_LeadToAFileAndItsHeading()
    {
        List<string> broken = [];
        int links = 0;
        foreach (string document in DocumentFiles.All)
        {
            foreach (string target in DocumentFiles.Text(document).SelectMany(line => Links().Matches(Code().Replace(line, ""))).Select(match => match.Groups[1].Value))
            {
                if (target.Contains("://", StringComparison.Ordinal))
                {
                    continue;
                }

                links++;
                string[] parts = target.Split('#');
                string folder = Path.GetDirectoryName(document)!, path = parts[0] == "" ? document : Path.Combine(folder, Uri.UnescapeDataString(parts[0]));
                string file = Path.Combine(RepositoryFiles.Root, path);
                if (!File.Exists(file) && !Directory.Exists(file))
                {
                    broken.Add($"{document}: {target}: there is no such file");
                }
                else if (parts.Length == 2 && !DocumentFiles.Text(path).Where(line => line.StartsWith('#')).Select(Anchor).Contains(parts[1]))
                {
                    broken.Add($"{document}: {target}: there is no such heading");
                }
            }
        }

        Assert.True(links > 100, "Links are not found any more.");
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    /// <summary>A heading's anchor, as renderers make it: lower case, without marks, blanks as hyphens.</summary>
    private static string Anchor(string heading) =>
        Marks().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Marks();
}
