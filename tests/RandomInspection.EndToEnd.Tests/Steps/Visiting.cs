using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests.Steps;

/// <summary>What an inspector does on site.</summary>
internal static class Visiting
{
    /// <summary>The window becomes a phone's: 390 pixels wide.</summary>
    public static void HoldPhone(Browser officer) => officer.Driver.ExecuteCdpCommand(
        "Emulation.setDeviceMetricsOverride", new() { ["width"] = 390, ["height"] = 844, ["deviceScaleFactor"] = 2, ["mobile"] = true });

    /// <summary>The window is a desk's again.</summary>
    public static void PutPhoneAway(Browser officer) => officer.Driver.ExecuteCdpCommand("Emulation.clearDeviceMetricsOverride", []);

    /// <summary>Opens the first visit to make.</summary>
    /// <returns>Its id.</returns>
    public static string OpenFirst(Browser officer)
    {
        officer.Open("/visits");
        Assert.Equal("我的检查", officer.Heading);
        string path = officer.Until("a visit is to be made", () => officer.All(".visit-card")
            .FirstOrDefault(card => card.Text.Contains("待检查", StringComparison.Ordinal)))
            .FindElement(OpenQA.Selenium.By.TagName("a")).GetDomAttribute("href")!;
        officer.Open(path);
        return path.Split('/')[^1];
    }

    /// <summary>Chooses an item's result.</summary>
    /// <param name="officer">Who.</param>
    /// <param name="item">The item's place, from 1.</param>
    /// <param name="result">The result by its value.</param>
    public static void Choose(Browser officer, int item, string result) => officer.One($".item-entry:nth-of-type({item}) input[value={result}]").Click();
}
