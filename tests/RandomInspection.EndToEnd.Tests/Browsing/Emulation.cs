namespace RandomInspection.Tests.Browsing;

/// <summary>A browser that pretends to be another device or to have another reader, until this is disposed.</summary>
internal sealed class Emulation : IDisposable
{
    // The style rules of the new width hold from the next frame on: until then a page has the new width and the old rules.
    private const string Settled =
        """
        const [width, done] = arguments;
        let frames = 0;
        const look = () => window.innerWidth === width && ++frames > 2 ? done() : requestAnimationFrame(look);
        requestAnimationFrame(look);
        """;

    private readonly Action _end;

    private Emulation(Action end) => _end = end;

    /// <summary>A window of so many pixels across.</summary>
    public static Emulation Width(Browser browser, int width)
    {
        browser.Driver.ExecuteCdpCommand(
            "Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 800, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        browser.Driver.ExecuteAsyncScript(Settled, width);
        return new Emulation(() => browser.Driver.ExecuteCdpCommand("Emulation.clearDeviceMetricsOverride", []));
    }

    /// <summary>A reader who asked for more contrast, in a light or a dark scheme.</summary>
    public static Emulation HighContrast(Browser browser, string scheme)
    {
        Set([new() { ["name"] = "prefers-contrast", ["value"] = "more" }, new() { ["name"] = "prefers-color-scheme", ["value"] = scheme }]);
        return new Emulation(() => Set([]));

        void Set(Dictionary<string, object>[] features) =>
            browser.Driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new() { ["features"] = features });
    }

    public void Dispose() => _end();
}
