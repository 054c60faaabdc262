using System.Globalization;

namespace RandomInspection.Tests.Browsing;

/// <summary>Pictures of pages, taken on the way if the environment variable <c>RI_SCREENSHOTS</c> names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("RI_SCREENSHOTS");

    /// <summary>Whether anybody asked for pictures.</summary>
    public static bool AreWanted => !string.IsNullOrEmpty(Folder);

    /// <summary>Takes the page that somebody looks at: at a desk and on a phone, in Chinese and in English.</summary>
    /// <param name="browser">Whose.</param>
    /// <param name="name">The pictures are <c>NAME.zh.png</c>, <c>NAME.zh.phone.png</c> and the same in English.</param>
    /// <param name="from">The picture begins at this element; at the top if there is none.</param>
    /// <param name="languages">The languages, Chinese last; both if none is named.</param>
    public static void Take(Browser browser, string name, string from = "html", params string[] languages)
    {
        if (string.IsNullOrEmpty(Folder))
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        string page = browser.Address.Split('#')[0];
        foreach (string language in languages is [] ? ["en", "zh"] : languages)
        {
            browser.Open(page + (page.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "lang=" + language);
            if (browser.All("#verify").Count > 0)
            {
                browser.One("#verify[data-verified]");
            }

            Take(browser, Path.Combine(Folder, $"{name}.{language}.png"), from, new Window(1280, 1600, 1, false));
            Take(browser, Path.Combine(Folder, $"{name}.{language}.phone.png"), from, new Window(390, 1100, 2, true));
        }

        browser.Open(page);
    }

    /// <summary>Takes the page as it stands: the answer to a form, which cannot be opened anew.</summary>
    /// <param name="browser">Whose.</param>
    /// <param name="name">The pictures are <c>NAME.zh.png</c> and <c>NAME.zh.phone.png</c>.</param>
    /// <param name="from">The picture begins at this element.</param>
    public static void TakeAnswer(Browser browser, string name, string from = "html")
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            Directory.CreateDirectory(Folder);
            Take(browser, Path.Combine(Folder, $"{name}.zh.png"), from, new Window(1280, 2400, 1, false));
            Take(browser, Path.Combine(Folder, $"{name}.zh.phone.png"), from, new Window(390, 2000, 2, true));
        }
    }

    private static void Take(Browser browser, string path, string from, Window window)
    {
        Command("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = window.Width,
            ["height"] = 844,
            ["deviceScaleFactor"] = window.Scale,
            ["mobile"] = window.Phone,
        });
        long height = Number("return document.documentElement.scrollHeight");
        long top = Number("return Math.max(0, Math.floor(document.querySelector(arguments[0]).getBoundingClientRect().top + scrollY) - 24)");
        Dictionary<string, object?> clip = new()
        {
            ["x"] = 0,
            ["y"] = top,
            ["width"] = window.Width,
            ["height"] = Math.Min(height - top, window.Height),
            ["scale"] = 1,
        };
        Dictionary<string, object?> picture = (Dictionary<string, object?>)Command(
            "Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = true, ["clip"] = clip })!;
        File.WriteAllBytes(path, Convert.FromBase64String((string)picture["data"]!));
        Command("Emulation.clearDeviceMetricsOverride", []);

        object? Command(string name, Dictionary<string, object?> parameters) => browser.Driver.ExecuteCdpCommand(name, parameters);

        long Number(string script) => Convert.ToInt64(browser.Driver.ExecuteScript(script, from), CultureInfo.InvariantCulture);
    }

    private sealed record Window(int Width, int Height, int Scale, bool Phone);
}
