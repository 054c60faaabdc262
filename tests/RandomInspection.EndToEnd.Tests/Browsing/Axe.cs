using System.Text.Json;
using Deque.AxeCore.Commons;

namespace RandomInspection.Tests.Browsing;

/// <summary>axe-core over the page that is open.</summary>
internal static class Axe
{
    private static readonly string Source = new BundledAxeScriptProvider().GetScript();

    private const string Run =
        """
        const [source, json, done] = arguments;
        if (!window.axe) (0, eval)(source);
        axe.run(document, { ...JSON.parse(json), preload: false, resultTypes: ['violations'] }).then(
          (found) => done(found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replaceAll('\n', ' ')}`)).join('\n')),
          (failure) => done(`axe failed: ${failure}`));
        """;

    /// <summary>What is against WCAG 2.0 to 2.2, levels A and AA, one line each.</summary>
    public static string[] Violations(Browser browser) => With(browser, new { runOnly = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });

    /// <summary>Text with less contrast than 7:1 (4.5:1 where it is large), one line each.</summary>
    public static string[] Contrast(Browser browser) => With(browser, new { runOnly = new { type = "rule", values = (string[])["color-contrast-enhanced"] } });

    private static string[] With(Browser browser, object options)
    {
        browser.Driver.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(60);
        return ((string)browser.Driver.ExecuteAsyncScript(Run, Source, JsonSerializer.Serialize(options))!)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
