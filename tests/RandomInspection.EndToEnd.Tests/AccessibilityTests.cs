using System.Collections.Concurrent;
using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests;

/// <summary>WCAG 2.2 AA by axe-core on every page, reflow at 200 % and 400 %, large type (适老化) and high contrast.</summary>
public sealed class AccessibilityTests(Stage stage)
{
    // A browser of 1280 pixels at 200 % and at 400 % has so many left (WCAG 1.4.10).
    private static readonly int[] Widths = [640, 360, 320];

    // What somebody has looked at already needs no second look: a kind of page in a language, or in large type.
    private static readonly ConcurrentDictionary<string, bool> Seen = new();

    // Answers what is too small in large type: text under 18 px, and what is pressed under 60 px (44 px in normal type, where it does not stand in a line of text).
    private const string Sizes =
        """
        const wrong = [];
        const [text, target] = arguments;
        const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length > 0;
        const name = (e) => `${e.localName}.${e.className} “${e.textContent.trim().slice(0, 30)}”`;
        if (text > 0) {
          for (const e of document.querySelectorAll('main p, main li, main td, main th, main dd, main dt, main label, main input, main select, main textarea')) {
            if (shown(e) && e.textContent.trim() !== '' && parseFloat(getComputedStyle(e).fontSize) < text) wrong.push(`${getComputedStyle(e).fontSize}: ${name(e)}`);
          }
        }
        for (const e of document.querySelectorAll('button, a.button, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, textarea, summary, label.choice')) {
          if (shown(e) && !e.closest('p, td, .pager') && e.getBoundingClientRect().height < target - 0.5) wrong.push(`${e.getBoundingClientRect().height} px high: ${name(e)}`);
        }
        return [...new Set(wrong)].join('\n');
        """;

    // Answers what reaches beyond a page that is wider than its window: the innermost elements, or the page where none does.
    private const string Wide =
        """
        const page = document.documentElement;
        if (page.scrollWidth <= page.clientWidth) return '';
        const spills = (e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'visible';
        const beyond = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > page.clientWidth + 0.5 || spills(e));
        const scrolled = (e) => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
        const inner = beyond.filter((e) => !scrolled(e) && ![...e.children].some((child) => beyond.includes(child)));
        return inner.map((e) => `${e.localName}.${e.className.baseVal ?? e.className} “${e.textContent.trim().slice(0, 30)}”`).join('\n') || 'the page';
        """;

    /// <summary>Everybody who has work to do, and the public; in English those who between them see every page.</summary>
    public static TheoryData<string?, string> Readers => new()
    {
        { null, "zh" }, { "ku", "zh" }, { "ni", "zh" }, { "zheng", "zh" }, { "qiu", "zh" }, { "jian", "zh" }, { "shou", "zh" }, { "shen", "zh" },
        { "chai", "zh" }, { "fu", "zh" }, { "gong", "zh" }, { "fa", "zh" }, { "xie", "zh" }, { "guan", "zh" },
        { null, "en" }, { "ku", "en" }, { "qiu", "en" }, { "shen", "en" }, { "guan", "en" },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void Pages_OfAReader_WellFormedWithoutViolationAndNeverScrolledSideways(string? person, string language)
    {
        Browser reader = person is null ? stage.Public.SignOut() : stage.Office.SignIn(person);
        stage.Complaints();
        List<string> wrong = [];
        Pages.Walk(reader, "/?lang=" + language, path =>
        {
            wrong.AddRange(PageRules.Broken(reader, language == "zh" ? "zh-CN" : "en").Concat(stage.Complaints()).Select(fault => $"{path}: {fault}"));
            if (!IsSeen(language, person, path))
            {
                wrong.AddRange(Axe.Violations(reader).Select(fault => $"{path}: {fault}"));
                wrong.AddRange(Widths.SelectMany(width => Overflowing(reader, width)).Select(fault => $"{path}: {fault}"));
                if (language == "zh" || person is null)
                {
                    Pictures.Take(reader, $"{person ?? "public"}{Pages.Kind(path).Replace('/', '_').Replace("*", "ID", StringComparison.Ordinal)}", languages: [language]);
                }
            }
        });
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("qiu")]
    [InlineData("chai")]
    public void Pages_LargeType_TextAndTargetsAreLarge(string? person)
    {
        Browser reader = person is null ? stage.Public.SignOut() : stage.Office.SignIn(person);
        List<string> wrong = [];
        try
        {
            Pages.Walk(reader, "/?lang=zh&type=large", path =>
            {
                if (IsSeen("large", person, path))
                {
                    return;
                }

                wrong.AddRange(Faults(reader, 18, 60).Select(fault => $"{path}: {fault}"));
                reader.Driver.ExecuteScript("document.documentElement.classList.remove('large')");
                wrong.AddRange(Faults(reader, 0, 44).Select(fault => $"{path}: normal type: {fault}"));
                reader.Driver.ExecuteScript("document.documentElement.classList.add('large')");
                wrong.AddRange(Overflowing(reader, 390).Select(fault => $"{path}: {fault}"));
            });
        }
        finally
        {
            reader.Open("/?type=normal");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    [Theory]
    [InlineData(null, "light")]
    [InlineData("qiu", "dark")]
    public void Pages_HighContrast_SevenToOne(string? person, string scheme)
    {
        Browser reader = person is null ? stage.Public.SignOut() : stage.Office.SignIn(person);
        List<string> wrong = [];
        using Emulation contrast = Emulation.HighContrast(reader, scheme);
        Pages.Walk(reader, "/?lang=zh", path => wrong.AddRange(Axe.Contrast(reader).Select(fault => $"{path}: {fault}")));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // The first page of all is another one for each of them; of a partner one reads and another decides.
    private static bool IsSeen(string how, string? person, string path) => !Seen.TryAdd($"{how} {(Pages.Kind(path) is "/" or "/exchange/province" ? person : "")} {Pages.Kind(path)}", true);

    // The window's new width reaches the page with its next frame.
    private static string[] Overflowing(Browser reader, int width)
    {
        using Emulation narrow = Emulation.Width(reader, width);
        return [.. Lines(reader.Driver.ExecuteScript(Wide)).Select(place => $"wider than {width} px: {place}")];
    }

    private static string[] Faults(Browser reader, int text, int target) => Lines(reader.Driver.ExecuteScript(Sizes, text, target));

    private static string[] Lines(object? answer) => ((string)answer!).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
