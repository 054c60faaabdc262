using System.Text.RegularExpressions;
using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests;

/// <summary>What holds for every page that somebody can reach by links.</summary>
public sealed partial class PageRuleTests(Stage stage)
{
    // Answers what is wrong with the page, one sentence each.
    internal const string Rules =
        """
        const wrong = [];
        const all = (css) => [...document.querySelectorAll(css)];
        const name = (e) => e.outerHTML.slice(0, 120);
        if (all('h1').length !== 1) wrong.push(`${all('h1').length} h1`);
        if (document.documentElement.lang !== arguments[0]) wrong.push(`lang ${document.documentElement.lang}`);
        if (document.title.trim() === '') wrong.push('no title');
        if (all('main').length !== 1) wrong.push('not one main');
        for (const e of all('input:not([type=hidden]), select, textarea')) {
          if (e.labels.length === 0 && !e.ariaLabel && !e.getAttribute('aria-labelledby')) wrong.push(`no label: ${name(e)}`);
        }
        for (const e of all('button, a[href]')) {
          if (e.textContent.trim() === '' && !e.ariaLabel) wrong.push(`no name: ${name(e)}`);
        }
        for (const e of all('img:not([alt]), svg:not([aria-hidden]):not([aria-label]):not([aria-labelledby]):not([role])')) wrong.push(`no text: ${name(e)}`);
        for (const e of all('table')) if (!e.caption) wrong.push(`no caption: ${name(e)}`);
        for (const e of all('[style], style, script:not([src])')) wrong.push(`against the policy: ${name(e)}`);
        for (const e of all('[aria-labelledby], [aria-describedby], label[for]')) {
          for (const id of `${e.getAttribute('aria-labelledby') ?? ''} ${e.getAttribute('aria-describedby') ?? ''} ${e.htmlFor ?? ''}`.split(' ').filter(Boolean)) {
            if (!document.getElementById(id)) wrong.push(`leads to no #${id}: ${name(e)}`);
          }
        }
        const ids = all('[id]').map((e) => e.id);
        for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push(`#${id} stands twice`);
        let level = 0;
        for (const e of all('h1, h2, h3, h4')) {
          if (Number(e.localName[1]) > level + 1) wrong.push(`heading skips a level: ${name(e)}`);
          level = Number(e.localName[1]);
        }
        if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push('wider than the window');
        return wrong.join('\n');
        """;

    /// <summary>Everybody who has work to do, and the public.</summary>
    public static TheoryData<string?, string> Readers =>
        new() { { null, "zh" }, { null, "en" }, { "ku", "zh" }, { "ni", "zh" }, { "zheng", "zh" }, { "qiu", "zh" }, { "qiu", "en" }, { "jian", "zh" }, { "shou", "zh" }, { "shen", "zh" }, { "chai", "zh" }, { "fu", "en" }, { "gong", "zh" }, { "fa", "zh" }, { "xie", "en" } };

    [Theory]
    [MemberData(nameof(Readers))]
    public void Pages_OfAReader_AreWellFormed(string? person, string language)
    {
        Browser reader = person is null ? stage.Public.SignOut() : stage.Office.SignIn(person);
        stage.Complaints();
        Queue<string> waiting = new(["/?lang=" + language]);
        HashSet<string> kinds = ["/"];
        List<string> wrong = [];
        while (waiting.TryDequeue(out string? path))
        {
            reader.Open(path);
            string found = (string)reader.Driver.ExecuteScript(Rules, language == "zh" ? "zh-CN" : "en")!;
            wrong.AddRange([.. found.Split('\n', StringSplitOptions.RemoveEmptyEntries).Concat(stage.Complaints()).Select(fault => $"{path}: {fault}")]);
            foreach (string link in Links(reader))
            {
                if (kinds.Add(Kind(link)))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> Links(Browser reader) => ((string)reader.Driver.ExecuteScript(
            "return [...document.querySelectorAll('a[href]:not([download]):not([rel=nofollow])')].filter((a) => a.origin === location.origin).map((a) => a.pathname + a.search).join('\\n')")!)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(path => !path.Contains('.', StringComparison.Ordinal) && !path.StartsWith("/account/signin?", StringComparison.Ordinal));

    // One page of a kind is enough: numbers, codes and digests are all alike.
    private static string Kind(string path) => Ids().Replace(path.Split('?')[0], "*");

    [GeneratedRegex("(?<=/)[A-Za-z0-9-]*[0-9][A-Za-z0-9-]*")]
    private static partial Regex Ids();
}
