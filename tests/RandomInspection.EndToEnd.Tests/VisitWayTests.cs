using OpenQA.Selenium;
using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>From a firm's door to a result that anybody finds: on a phone on site, at desks in the office.</summary>
public sealed class VisitWayTests(Stage stage)
{
    [Fact]
    public void FromArrivalToPublishedResult()
    {
        Browser officer = stage.Office.SignIn("chai");
        stage.Complaints();
        Visiting.HoldPhone(officer);
        string visit;
        string code;
        try
        {
            visit = Visiting.OpenFirst(officer);
            code = officer.One("dl .code").Text;
            officer.Press("已到场，开始检查");
            officer.UntilSays("检查中");
            officer.Choose("发现问题已责令改正"); // of the first item
            Visiting.Choose(officer, item: 2, "NoProblemFound");
            officer.Press("保存结果");
            Assert.Equal("RI2305", officer.RefusalCode); // a problem needs words, and what was chosen is still there
            Assert.NotEmpty(officer.All("input[value=OrderedToCorrect]:checked"));
            Assert.False((bool)officer.Driver.ExecuteScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth")!);
            officer.Fill("情况说明", "标签缺少生产日期。");
            officer.Press("保存结果");
            Assert.Contains("发现问题", officer.One(".confirm-text strong").Text, StringComparison.Ordinal);
            Pictures.Take(officer, "visit");
            officer.Press("作出结论");
            officer.UntilSays("待审核");
            officer.Press("登记送达");
            officer.UntilSays("直接送达");
        }
        finally
        {
            Visiting.PutPhoneAway(officer);
        }

        AnybodyFindsNothing(visit, code);
        AuditorApproves(visit);
        AnybodyFindsNothing(visit, code);
        PublisherPublishes(visit);
        AnybodyFindsIt(visit, code);
        Assert.Empty(stage.Complaints());
    }

    [Fact]
    public void Auditor_SendsAResultBack_TeamSeesWhy()
    {
        Browser auditor = stage.Office.SignIn("fu");
        auditor.Open("/visits");
        Assert.Equal("待审核的检查结果", auditor.Heading);
        auditor.One("tbody a").Click();
        string page = auditor.Until("a visit is open", () => auditor.Address.StartsWith("/visits/", StringComparison.Ordinal) ? auditor.Address : null);
        auditor.Fill("退回理由", "请补充现场照片。");
        auditor.Press("退回");
        auditor.UntilSays("结果被退回");
        auditor.Open(page);
        auditor.UntilSays("请补充现场照片。");
        Assert.False(auditor.Offers("审核通过"));
        Forms.Send(auditor, "audit");
        Assert.Equal("RI2301", auditor.RefusalCode);
        Assert.Empty(stage.Complaints());
    }

    [Fact]
    public void Publisher_ChoosesOneThatIsNotAudited_NoneIsPublished()
    {
        Browser publisher = stage.Office.SignIn("gong");
        publisher.Open("/disclosure?occasion=ResultFormed");
        IWebElement box = publisher.One("td input[name='Input.Chosen']");
        string ready = box.GetDomAttribute("value")!;
        string waiting = publisher.One("tr:not(:has(input)) a[href^='/disclosure/result-']").GetDomAttribute("href")!.Split('/')[^1];
        publisher.Driver.ExecuteScript("arguments[0].value += ' ' + arguments[1]", box, waiting);
        box.Click();
        publisher.Press("公示所选");
        Assert.Equal("RI2204", publisher.RefusalCode);
        Assert.Contains(waiting, publisher.One(".notice-refusal").Text, StringComparison.Ordinal);
        publisher.Open($"/disclosure/{ready}");
        Assert.True(publisher.Offers("公示"));
        Assert.Empty(stage.Complaints());
    }

    private static string Fetched(Browser anybody, string path) =>
        (string)anybody.Driver.ExecuteAsyncScript("fetch(arguments[0]).then((answer) => answer.text()).then(arguments[1])", path)!;

    private void AnybodyFindsNothing(string visit, string code)
    {
        Browser anybody = stage.Public.SignOut();
        foreach (string page in (string[])[$"/results/{visit}", $"/visits/{visit}/notice"])
        {
            anybody.Open(page);
            Assert.Equal("没有找到这个页面", anybody.Heading);
        }

        Assert.Equal(2, stage.Complaints().Length);
        foreach (string page in (string[])[$"/visits/{visit}", $"/visits/{visit}/trail"])
        {
            anybody.Open(page);
            Assert.Equal("登录", anybody.Heading);
        }

        anybody.Open($"/results?q={code}");
        anybody.UntilSays("没有与");
        Assert.Contains("\"total\": 0", Fetched(anybody, $"/results.json?q={code}"), StringComparison.Ordinal);
        anybody.Open($"/firms/{code}");
        anybody.UntilSays("还没有公示的结果");
        Assert.DoesNotContain("标签缺少", anybody.Body(), StringComparison.Ordinal);
        Assert.Empty(stage.Complaints());
    }

    private void AuditorApproves(string visit)
    {
        Browser auditor = stage.Office.SignIn("fu");
        auditor.Open($"/visits/{visit}");
        auditor.Press("审核通过");
        auditor.UntilSays("已审核");
        Assert.False(auditor.Offers("审核通过"));
    }

    private void PublisherPublishes(string visit)
    {
        Browser publisher = stage.Office.SignIn("gong");
        publisher.UntilSays("公示检查结果");
        publisher.Open("/disclosure?occasion=ResultFormed");
        publisher.One($"td input[value='result-{visit}']").Click();
        Pictures.Take(publisher, "board");
        publisher.Open("/disclosure?occasion=ResultFormed");
        publisher.One($"td input[value='result-{visit}']").Click();
        publisher.Press("公示所选");
        Assert.Null(publisher.RefusalCode);
        Assert.Empty(publisher.All($"input[value='result-{visit}']"));
    }

    private void AnybodyFindsIt(string visit, string code)
    {
        Browser anybody = stage.Public.SignOut();
        anybody.Fill("企业名称或统一社会信用代码", code);
        anybody.Press("查询");
        anybody.One($"a[href='/results/{visit}']").Click();
        anybody.UntilSays("标签缺少生产日期。");
        anybody.UntilSays("柴一丝");
        anybody.One("a[href='/draws/D2026-0001']");
        Pictures.Take(anybody, "result");
        Assert.Contains("发现问题已责令改正", Fetched(anybody, $"/results.json?q={code}"), StringComparison.Ordinal);
        anybody.Open($"/firms/{code}");
        anybody.One($"a[href='/results/{visit}']");
    }
}
