using NodaTime;
using NodaTime.Text;
using OpenQA.Selenium;
using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>A firm that nobody reaches: an officer proposes, the head decides, the reserve is visited, anybody can check it.</summary>
public sealed class ReplacementTests(Stage stage)
{
    [Fact]
    public void FromTwoAttemptsToThePublishedReserve()
    {
        Browser officer = stage.Office.SignIn("chai");
        stage.Complaints();
        officer.Open("/visits");
        string task = (string)officer.Driver.ExecuteAsyncScript("fetch('/draws/D2026-0001/record.json').then((answer) => answer.json()).then((record) => arguments[0](record.tasks[0].id))")!;

        // The last one of the sample's draw: other tests go to the first, and draw on their own.
        string path = officer.Until("a visit is to be made", () => officer.All(".visit-card").LastOrDefault(card => card.Text.Contains("待检查", StringComparison.Ordinal)
                && Link(card).StartsWith($"/visits/{task}-V", StringComparison.Ordinal)) is { } found ? Link(found) : null);
        officer.Open(path);
        string code = officer.One("dl .code").Text;
        officer.Follow("两次查找均无法联系：申请递补");
        officer.UntilSays("无法联系首先是检查结果");
        Pictures.Take(officer, "attempts");
        officer.Press("提出申请");
        Assert.Equal("RI2143", officer.RefusalCode);
        LocalDate today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date;
        Attempt(officer, "First", today.PlusDays(-1));
        Attempt(officer, "Second", today.PlusDays(-1));
        officer.Press("提出申请");
        Assert.Equal("RI2142", officer.RefusalCode);
        Attempt(officer, "Second", today);
        officer.Press("提出申请");
        officer.UntilSays("待机关负责人决定");
        string change = officer.Address;
        Assert.False(officer.Offers("批准"));
        Forms.Send(officer, "approve");
        Assert.Equal("RI2013", officer.RefusalCode);

        Browser head = stage.Office.SignIn("shou");
        head.Open("/");
        head.One($"a[href='{change}']").Click();
        head.UntilSays("登记电话停机");
        Pictures.Take(head, "replacement");
        head.Press("批准");
        head.UntilSays("已递补");
        head.Open(path);
        head.UntilSays("对象已更换");
        head.One("a[href*='-V']");
        head.Open($"/tasks/{task}/list");
        head.UntilSays("变动与申请");
        Assert.Contains("已递补", head.Body(), StringComparison.Ordinal);
        Pictures.Take(head, "list");

        Browser anybody = stage.Public.SignOut();
        anybody.Open("/draws/D2026-0001");
        Assert.Contains(code, anybody.One(".list-changes tbody").Text, StringComparison.Ordinal);
        Assert.Equal("ok", Verifying.Verdict(anybody));
        Assert.Contains("replacements", Verifying.Steps(anybody, "ok"));
        Pictures.Take(anybody, "changes", from: ".list-changes");
        string addendum = (string)anybody.Driver.ExecuteAsyncScript("fetch(arguments[0]).then((answer) => answer.text()).then(arguments[1])", $"/draws/D2026-0001/{task}/replacements.json")!;
        Assert.Contains($"\"id\":\"{code}\"", addendum, StringComparison.Ordinal);
        Assert.Contains("\"ground\":\"notReached\"", addendum, StringComparison.Ordinal);
        Assert.DoesNotContain("chai", addendum, StringComparison.Ordinal);
        anybody.Follow("English");
        anybody.UntilSays("Changes of the list");
        anybody.Follow("中文");
        anybody.Open(change);
        Assert.Equal("登录", anybody.Heading);
        Assert.Empty(stage.Complaints());
    }

    private static string Link(IWebElement card) => card.FindElement(By.TagName("a")).GetDomAttribute("href")!;

    private static void Attempt(Browser officer, string name, LocalDate on)
    {
        officer.Driver.ExecuteScript("arguments[0].value = arguments[1]", officer.One($"input[name='{name}.On']"), LocalDatePattern.Iso.Format(on));
        foreach ((string field, string text) in (ReadOnlySpan<(string, string)>)[($"input[name='{name}.How']", "上门"), ($"textarea[name='{name}.Evidence']", "门牌号不存在，登记电话停机")])
        {
            IWebElement element = officer.One(field);
            element.Clear();
            element.SendKeys(text);
        }

        IWebElement box = officer.One($"input[name='{name}.By'][value=chai]");
        if (!box.Selected)
        {
            box.Click();
        }
    }
}
