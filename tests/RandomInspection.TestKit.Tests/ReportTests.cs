using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.TestKit;
using RandomInspection.Tests.Broken;

namespace RandomInspection.Tests;

/// <summary>The report says in both languages what held, what did not, and what could not be asked.</summary>
public sealed partial class ReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ToJson_Run_EveryCaseWithItsOutcome()
    {
        using JsonDocument json = JsonDocument.Parse((await ReportAsync()).ToJson());
        JsonElement root = json.RootElement;
        Assert.Equal(("random-inspection-conformance/1", false), (root.GetProperty("specification").GetString(), root.GetProperty("conforms").GetBoolean()));
        JsonElement[] runs = [.. root.GetProperty("runs").EnumerateArray()];
        Assert.Equal(["EVIDENCE", "HASH", "DRAW"], runs.Select(r => r.GetProperty("contract").GetString()));
        Assert.Equal(Contracts.Evidence.Cases.Length, runs[0].GetProperty("cases").GetArrayLength());
        Assert.Equal((8, 1, 0), (runs[0].GetProperty("passed").GetInt32(), runs[0].GetProperty("failed").GetInt32(), runs[0].GetProperty("notApplicable").GetInt32()));
        JsonElement failed = runs[0].GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("outcome").GetString() == "failed");
        Assert.Equal("EVIDENCE-05", failed.GetProperty("id").GetString());
        Assert.Contains("How many were removed", failed.GetProperty("foundEn").GetString(), StringComparison.Ordinal);
        JsonElement notAsked = Assert.Single(runs[2].GetProperty("cases").EnumerateArray(), c => c.GetProperty("outcome").GetString() == "notApplicable");
        Assert.Equal(("DRAW-03", "此引擎未配 SM3。"), (notAsked.GetProperty("id").GetString(), notAsked.GetProperty("foundZh").GetString()));
    }

    [Fact]
    public async Task ToHtml_Run_BothLanguagesTablesWithHeadersNoScript()
    {
        string html = (await ReportAsync()).ToHtml();
        XDocument page = Read(html);
        Assert.Equal("zh-CN", page.Root!.Attribute("lang")!.Value);
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name == "style");
        Assert.All(page.Descendants("th"), th => Assert.Contains(th.Attribute("scope")!.Value, (string[])["col", "row"]));
        string[] ids = [.. page.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], ids));
        Assert.All(page.Descendants("section"), s => Assert.Contains(s.Attribute("aria-labelledby")!.Value, ids));
        Assert.Single(page.Descendants("h1"));
        foreach (string text in (string[])["不符合", "It does not conform.", "未通过", "不适用：此引擎未配 SM3。", "Not applicable: This engine was not given SM3.", "EVIDENCE-05", "<b>甲&乙</b> store"])
        {
            Assert.Contains(text, page.Root.Value, StringComparison.Ordinal);
        }

        Assert.Equal(Contracts.Evidence.Cases.Length + 3 + Contracts.DrawEngine.Cases.Length + 3, page.Descendants("tbody").Elements("tr").Count());
    }

    [Fact]
    public async Task ToHtml_StyleSheet_IsTheOneThatThePolicyNames()
    {
        string html = (await ReportAsync()).ToHtml();
        string style = StyleSheet().Match(html).Groups[1].Value;
        Assert.True(style.Length > 100);
        Assert.Contains($"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Conforms_NoRunAtAll_False()
    {
        ConformanceReport report = new("nothing");
        Assert.False(report.Conforms);
        Assert.Contains("It does not conform.", report.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conforms_NotApplicableOnly_TrueAndCounted()
    {
        ContractRun run = await Contracts.Hash.RunAsync("own", _ => ValueTask.FromResult<IDrawHash>(new Own()), ConformanceSettings.Default, Cancellation);
        ConformanceReport report = new("own", run);
        Assert.True(report.Conforms);
        Assert.Equal((2, 0, 1), (report.Count(ConformanceOutcome.Passed), report.Count(ConformanceOutcome.Failed), report.Count(ConformanceOutcome.NotApplicable)));
    }

    private static async Task<ConformanceReport> ReportAsync() => new(
        "<b>甲&乙</b> store",
        await Contracts.Evidence.RunAsync("<甲>", async cancellation => Spoiled(await InMemory.OpenAsync(cancellation)), ConformanceSettings.Default, Cancellation),
        await Contracts.Hash.RunAsync("SHA-256", _ => ValueTask.FromResult<IDrawHash>(Sha256.Instance), ConformanceSettings.Default, Cancellation),
        await Contracts.DrawEngine.RunAsync("\"乙\"", _ => ValueTask.FromResult<IDrawEngine>(new DrawEngine(new DrawHashes())), ConformanceSettings.Default, Cancellation));

    private static StoreUnderTest Spoiled(StoreUnderTest store) =>
        new(store.Ledger, store.Views, store.Subjects, store.Inspectors, store.PersonalTexts, new RemovesTooMuch(store.Evidence));

    /// <summary>The page is well-formed XML too, so that it can be searched here.</summary>
    private static XDocument Read(string html)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    [GeneratedRegex("<style>(.*)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleSheet();

    /// <summary>A hash of which nobody knows an answer.</summary>
    private sealed class Own : IDrawHash
    {
        public string Name => "own-256";

        public void Hash(ReadOnlySpan<byte> message, Span<byte> digest) => SHA256.HashData(message, digest);
    }
}
