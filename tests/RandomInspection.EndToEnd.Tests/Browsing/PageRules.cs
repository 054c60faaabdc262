namespace RandomInspection.Tests.Browsing;

/// <summary>What holds for every page, as the browser sees it: one heading, labels, names, no inline style or script, nothing wider than the window.</summary>
internal static class PageRules
{
    // Answers what is wrong with the page, one sentence each.
    private const string Rules =
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

    /// <summary>What is wrong with the page that is open, a line each.</summary>
    /// <param name="reader">Whose browser.</param>
    /// <param name="language">The language that it must be in, as a tag.</param>
    public static string[] Broken(Browser reader, string language) =>
        ((string)reader.Driver.ExecuteScript(Rules, language)!).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
