using System.Text.RegularExpressions;
using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;
using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>The verifier as one file: taken from the site, then opened from disk, with the network gone.</summary>
public sealed partial class OfflineVerifierTests(Stage stage)
{
    [Fact]
    public void OfflineFile_FromDiskWithoutNetwork_VerifiesAndFindsTampering()
    {
        (string record, string frame, string key) = Documents(stage.Office.SignIn("shen"));
        Browser reader = stage.Public.SignOut();
        reader.Open("/draws/D2026-0001");
        reader.One("a[href='/verify/offline.html']").Click();
        string file = reader.Downloaded("verify-offline.html");
        string text = File.ReadAllText(record);
        string changed = Path.Combine(Path.GetDirectoryName(file)!, "changed.json");
        string open = Path.Combine(Path.GetDirectoryName(file)!, "record.json");
        File.WriteAllText(changed, Ticket().Replace(text, found => found.Value[..^1] + (found.Value[^1] == '0' ? '1' : '0'), 1));
        File.WriteAllText(open, Fetch(reader, "/draws/D2026-0001/record.json"));
        Network(reader, offline: true);
        try
        {
            Open(reader, file, "中文");
            Assert.Equal("ok", Verdict(reader, record, frame, key));
            Assert.Superset(new HashSet<string> { "frame", "selection", "reserves", "cutoffs", "signatures" }, Verifying.Steps(reader, "ok").ToHashSet());
            Assert.Equal("answers", reader.One("body").GetDomAttribute("data-worker"));
            Assert.DoesNotContain("is-failed", reader.One(".verify-chain").GetDomProperty("innerHTML")!, StringComparison.Ordinal);

            // In the other language the same files are verified again.
            reader.One(".offline-languages [lang=en]").Click();
            Assert.Equal("ok", Verifying.Verdict(reader));
            Assert.Equal("Verify a draw offline", reader.Heading);
            Assert.StartsWith("Verified.", reader.One(".verify-verdict").Text, StringComparison.Ordinal);

            Open(reader, file, "中文");
            string verdict = Verdict(reader, changed, frame, key);
            Assert.StartsWith("failed", verdict, StringComparison.Ordinal);
            // Where the changed unit was the last of its cell, the cell's cutoff is nobody's ticket any more either.
            Assert.Equal(["tickets", "selection"], Verifying.Steps(reader, "failed").Where(step => step != "cutoffs"));
            Assert.Equal("true", reader.One(".verify-all").GetDomProperty("open")?.ToLowerInvariant());

            Open(reader, file, "中文");
            Assert.Equal("ok", Verdict(reader, open, null, null));
        }
        finally
        {
            Network(reader, offline: false);
            reader.Open("/");
        }

        Assert.Empty(stage.Complaints());
    }

    [Fact]
    public void OfflineFile_KeyboardAlone_ReachesEveryFieldInOrder()
    {
        Browser reader = stage.Public.SignOut();
        reader.Open("/draws");
        reader.One("a[href='/verify/offline.html']").Click();
        Open(reader, reader.Downloaded("verify-offline.html"), "中文");
        List<string> stops = [];
        while (stops.LastOrDefault() != "button submit" && stops.Count < 15)
        {
            new Actions(reader.Driver).SendKeys(Keys.Tab).Perform();
            IWebElement here = reader.Driver.SwitchTo().ActiveElement();
            stops.Add($"{here.TagName} {here.GetDomAttribute("type")}");
            Assert.NotEqual("none", here.GetCssValue("outline-style")); // one sees where one is
        }

        Assert.Equal(["input file", "input file", "input text", "input file", "input file", "input file", "input text", "button submit"], stops.TakeLast(8));
        Assert.Empty(stage.Complaints());
    }

    private static (string Record, string Frame, string Key) Documents(Browser supervisor)
    {
        supervisor.Open("/draws/D2026-0001");
        string task = supervisor.One("a[href$='/frame.tsv']").GetDomAttribute("href")!.Split('/')[^2];
        foreach (string link in (string[])["审计记录", "名单", "名单密钥"])
        {
            supervisor.One("main").FindElement(By.LinkText(link)).Click();
        }

        return (
            supervisor.Downloaded("D2026-0001-auditor.json"),
            supervisor.Downloaded($"{task}-frame.tsv"),
            File.ReadAllText(supervisor.Downloaded($"{task}-key.txt")).Trim());
    }

    private static string Fetch(Browser reader, string path) =>
        (string)reader.Driver.ExecuteAsyncScript("fetch(arguments[0]).then((answer) => answer.text()).then(arguments[1])", path)!;

    private static void Open(Browser reader, string file, string language)
    {
        reader.Driver.Navigate().GoToUrl(new Uri(file));
        reader.Until("the file has set itself up", () => reader.Offers(language));
        reader.Driver.FindElement(By.XPath($"//button[normalize-space()='{language}']")).Click();
        reader.Driver.ExecuteScript(
            """
            const Real = Worker;
            window.Worker = class extends Real {
              constructor(...given) {
                super(...given);
                this.addEventListener('message', () => { document.body.dataset.worker = 'answers'; });
              }
            };
            """);
    }

    private static string Verdict(Browser reader, string record, string? frame, string? key)
    {
        reader.Field("记录（").SendKeys(record);
        if (frame is not null)
        {
            reader.Field("名单（").SendKeys(frame);
            reader.Fill("名单密钥", key ?? "");
        }

        reader.One(".verify-files button").Click();
        return Verifying.Verdict(reader);
    }

    private static void Network(Browser reader, bool offline)
    {
        reader.Driver.ExecuteCdpCommand("Network.enable", []);
        reader.Driver.ExecuteCdpCommand("Network.emulateNetworkConditions", new() { ["offline"] = offline, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 });
    }

    [GeneratedRegex("(?<=\"selected\":\\[\\{\"ticket\":\")[0-9a-f]{64}")]
    private static partial Regex Ticket();
}
