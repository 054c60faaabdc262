using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Hosting;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>What else can happen in a ceremony, on the sample plan's other tasks.</summary>
public sealed class CeremonyTests(Stage stage)
{
    [Fact]
    public void Void_ByTwoPersons_NextAttemptIsChainedToIt()
    {
        const string Reason = "见证人临时离场，依规重来";
        Browser desk = stage.Office.SignIn("qiu");
        string task = Plans.SampleTask(desk, "产品质量监督抽查");
        string draw = Ceremony.Freeze(desk, task);
        Ceremony.Join(desk, draw);
        Ceremony.Join(stage.Witness.SignIn("hang"), draw);
        Ceremony.Publish(desk);
        desk.Unfold("作废这次抽取（须两人办理）");
        desk.Press("提出作废");
        Assert.Equal("RI1333", desk.RefusalCode);
        desk.Unfold("作废这次抽取（须两人办理）");
        desk.Fill("理由", Reason);
        desk.Press("提出作废");
        desk.UntilSays("裘公衡 提出作废");
        Assert.False(desk.Offers("作废"));
        Forms.Send(desk, "confirm-void");
        Assert.Equal("RI2013", desk.RefusalCode);

        desk.SignIn("shou").Open($"/draws/{draw}");
        desk.Press("作废");
        Ceremony.UntilState(desk, "已作废");
        Ceremony.UntilState(stage.Witness, "已作废");
        Browser anybody = stage.Public.SignOut();
        anybody.Open($"/draws/{draw}");
        anybody.UntilSays(Reason);
        anybody.UntilSays("裘公衡、寿正衡");
        Assert.Equal("ok", Verifying.Verdict(anybody));
        Assert.Contains("void", Verifying.Steps(anybody, "ok"));

        string second = Ceremony.Freeze(desk.SignIn("qiu"), task);
        Assert.NotEqual(draw, second);
        Assert.EndsWith("第 2 次", desk.One(".kicker").Text, StringComparison.Ordinal);
        desk.Follow(draw);
        Ceremony.UntilState(desk, "已作废");
        Assert.Empty(stage.Complaints());
    }

    [Fact]
    public async Task Commit_MadeByRi_RevealsWhatRiMade()
    {
        Browser desk = stage.Office.SignIn("qiu");
        Browser witness = stage.Witness.SignIn("jian");
        string task = Plans.SampleTask(desk, "药品经营使用监督检查");
        desk.Open($"/tasks/{task}");
        desk.Press("保存方案");
        string draw = Ceremony.Freeze(desk, task);
        Assert.Equal("RI1321", LateInAnotherTab(desk, draw, "参加", () => Ceremony.Join(desk, draw)));
        Ceremony.Join(witness, draw);
        Ceremony.Publish(desk);
        Assert.Equal("RI1324", LateInAnotherTab(desk, draw, "生成随机值并提交承诺", () => Ceremony.Commit(desk)));
        Assert.All(stage.Complaints(), complaint => Assert.Contains("net::ERR_BLOCKED_BY_CLIENT", complaint, StringComparison.Ordinal));

        string opening = Path.Combine(witness.Downloads, "opening.json");
        using (HttpClient client = new() { BaseAddress = stage.Host.Address })
        {
            await File.WriteAllBytesAsync(opening, await client.GetByteArrayAsync($"/draws/{draw}/opening.json", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }

        string[] made = (await BuiltPrograms.RunAsync(BuiltPrograms.DotNet, BuiltPrograms.Ri, "commit", "--opening", opening, "--party", "jian")).Split('\n');
        (string value, string commitment) = (Said("value"), Said("commitment"));
        PasteCommitment(witness, draw, "zz");
        witness.One(".ceremony-forms form .button").Click();
        witness.UntilSays("承诺须为 64 位小写十六进制字符");

        // Two tabs, both filled in before either is sent: only the first counts, and the other is told so.
        PasteCommitment(witness, draw, commitment);
        string first = witness.NewTab();
        PasteCommitment(witness, draw, new string('0', 64));
        string second = witness.Driver.CurrentWindowHandle;
        witness.Driver.SwitchTo().Window(first);
        Ceremony.Commit(witness);
        witness.Driver.SwitchTo().Window(second);
        witness.Press("生成随机值并提交承诺");
        Assert.Equal("RI1324", witness.RefusalCode);
        witness.CloseTab(first);

        Ceremony.UntilState(desk, "等待揭示");
        Ceremony.Reveal(desk);
        Ceremony.UntilState(witness, "等待揭示");
        witness.Until("the operator has revealed", () => witness.All(".step-done").Any(step => step.Text.StartsWith("裘公衡 揭示", StringComparison.Ordinal)));
        witness.UntilSays("此浏览器中没有您的随机值");
        witness.Fill("随机值", commitment);
        witness.Press("揭示");
        Assert.Equal("RI1323", witness.RefusalCode);
        witness.Fill("随机值", value);
        witness.Press("揭示");
        Ceremony.UntilState(desk, "可以抽取");
        Ceremony.Draw(desk);
        Assert.Equal("ok", Verifying.Verdict(desk));
        Assert.Empty(stage.Complaints());

        string Said(string what) => made.Single(line => line.StartsWith($"{what} ", StringComparison.Ordinal))[(what.Length + 1)..];
    }

    /// <summary>A tab that hears no news, as behind a proxy that holds them back, sends its form when the same was done in the tab before.</summary>
    /// <returns>The code of the refusal.</returns>
    private static string? LateInAnotherTab(Browser party, string draw, string button, Action done)
    {
        party.Open($"/draws/{draw}");
        string first = party.NewTab();
        party.Driver.ExecuteCdpCommand("Network.enable", []);
        party.Driver.ExecuteCdpCommand("Network.setBlockedURLs", new() { ["urls"] = new[] { "*/events" } });
        party.Open($"/draws/{draw}");
        string second = party.Driver.CurrentWindowHandle;
        party.Driver.SwitchTo().Window(first);
        done();
        party.Driver.SwitchTo().Window(second);
        party.Press(button);
        string? code = party.RefusalCode;
        party.CloseTab(first);
        party.Open($"/draws/{draw}");
        return code;
    }

    private static void PasteCommitment(Browser party, string draw, string commitment)
    {
        party.Open($"/draws/{draw}");
        party.Unfold("使用 ri commit 在别处生成");
        party.Fill("承诺（", commitment);
    }
}
