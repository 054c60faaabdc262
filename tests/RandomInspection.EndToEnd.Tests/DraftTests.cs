using OpenQA.Selenium;
using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>离线草稿: on a phone without network nothing that was filled in is lost, nothing is sent behind somebody's back, and nothing stays for the next person.</summary>
public sealed class DraftTests(Stage stage)
{
    private const string Drafts = "return Object.keys(localStorage).filter((name) => name.startsWith('ri/draft/')).length";

    // What the other officer of the team would send meanwhile from another phone.
    private const string SentFromElsewhere =
        """
        const done = arguments[arguments.length - 1];
        const form = new FormData(document.querySelector('form:has([name="Input.Seen"])'));
        for (const name of [...form.keys()]) if (name.startsWith('Input.Notes')) form.set(name, '另一名检查人员登记');
        for (const name of [...form.keys()]) if (name.startsWith('Input.Results')) form.delete(name);
        for (const box of document.querySelectorAll('input[value=NoProblemFound]')) form.set(box.name, box.value);
        fetch(location.href, { method: 'POST', body: form }).then((answer) => done(answer.redirected));
        """;

    [Fact]
    public void Results_WithoutNetwork_KeptOfferedAgainAndSentByHand()
    {
        Browser officer = stage.Office.SignIn("chai");
        stage.Complaints();
        Visiting.HoldPhone(officer);
        try
        {
            string visit = Visiting.OpenFirst(officer);
            officer.Press("已到场，开始检查");
            officer.UntilSays("检查中");
            Assert.False(officer.One("[data-draft]").Displayed);

            Network(officer, isThere: false);
            Visiting.Choose(officer, item: 1, "OrderedToCorrect");
            officer.Fill("情况说明", "离线填写：标签缺少生产日期。");
            officer.UntilSays("没有网络。离线草稿已于");
            Click(officer, "保存结果");
            officer.Until("the button is free again", () => officer.Driver.FindElement(By.XPath("//button[normalize-space()='保存结果']")).Enabled);
            Assert.Equal(1L, officer.Driver.ExecuteScript(Drafts));
            Network(officer, isThere: true);
            Assert.True((bool)officer.Driver.ExecuteAsyncScript(SentFromElsewhere)!);
            stage.Complaints(); // the browser's own, of a host that it did not reach

            // Opened anew: nothing was sent, the draft is offered, and that somebody else was faster is said.
            officer.Open($"/visits/{visit}");
            officer.UntilSays("其后结果又登记过");
            Pictures.TakeAnswer(officer, "draft", ".visit-entry");
            Visiting.HoldPhone(officer);
            Assert.Equal("另一名检查人员登记", officer.Field("情况说明").GetDomProperty("value"));
            Click(officer, "恢复草稿");
            officer.UntilSays("已填入");
            Assert.Equal("离线填写：标签缺少生产日期。", officer.Field("情况说明").GetDomProperty("value"));
            officer.Press("保存结果");
            Assert.Null(officer.RefusalCode);
            Assert.Contains("离线填写：标签缺少生产日期。", officer.One("table").Text, StringComparison.Ordinal);
            Assert.False(officer.One("[data-draft]").Displayed);
            Assert.Equal(0L, officer.Driver.ExecuteScript(Drafts));
            Assert.False((bool)officer.Driver.ExecuteScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth")!);

            // A draft is its person's: whoever signs in on the same phone is shown none, and it goes with its own sign-out.
            officer.Fill("情况说明", "没有送达的话");
            officer.UntilSays("草稿已于");
            officer.SignIn("fu").Open($"/visits/{visit}");
            Assert.DoesNotContain("草稿", officer.Body(), StringComparison.Ordinal);
            Assert.Equal(1L, officer.Driver.ExecuteScript(Drafts));
            officer.SignIn("chai").Open($"/visits/{visit}");
            officer.UntilSays("本机有");
            officer.Driver.ExecuteScript("globalThis.confirm = () => true; document.querySelector('form[action=\"/account/signout\"]').requestSubmit()");
            officer.Until("nobody is signed in", () => officer.All("form[action='/account/signout']").Count == 0);
            Assert.Equal(0L, officer.Driver.ExecuteScript(Drafts));
            Assert.Empty(stage.Complaints());
        }
        finally
        {
            Network(officer, isThere: true);
            Visiting.PutPhoneAway(officer);
        }
    }

    private static void Network(Browser browser, bool isThere)
    {
        browser.Driver.ExecuteCdpCommand("Network.enable", []);
        browser.Driver.ExecuteCdpCommand(
            "Network.emulateNetworkConditions", new() { ["offline"] = !isThere, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 });
    }

    private static void Click(Browser browser, string button) => browser.Driver.FindElement(By.XPath($"//button[normalize-space()='{button}']")).Click();
}
