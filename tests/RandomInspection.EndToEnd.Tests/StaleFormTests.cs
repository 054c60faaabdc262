using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>Two tabs with the same form: the second is told why it comes too late, on the page, not by an error.</summary>
public sealed class StaleFormTests(Stage stage)
{
    [Fact]
    public void Plan_SubmittedInAnotherTab_SaysWhatStateItIsIn()
    {
        Browser drafter = stage.Office.SignIn("ni");
        string plan = Plans.Begin(drafter, "两个标签页");
        Plans.AddTask(drafter, "食品抽查", "食品生产经营监督检查");
        string first = drafter.Driver.CurrentWindowHandle;
        (string Button, string Tab)[] late = [.. ((string[])["提交", "添加"]).Select(button => (button, OpenInTab()))];
        drafter.Press("提交");
        drafter.UntilSays("待政府批准");
        foreach ((string button, string tab) in late)
        {
            drafter.Driver.SwitchTo().Window(tab);
            drafter.Press(button);
            Assert.Equal("RI2001", drafter.RefusalCode);
            Assert.Equal("两个标签页", drafter.Heading);
            drafter.CloseTab(first);
        }

        Assert.Empty(stage.Complaints());

        string OpenInTab()
        {
            drafter.NewTab();
            drafter.Open($"/plans/{plan}");
            string tab = drafter.Driver.CurrentWindowHandle;
            drafter.Driver.SwitchTo().Window(first);
            return tab;
        }
    }

    [Fact]
    public void Form_OfSomebodySignedOutMeanwhile_AsksThemToSignIn()
    {
        Browser drafter = stage.Office.SignIn("ni");
        drafter.Open("/plans/new");
        string first = drafter.NewTab();
        drafter.SignOut();
        drafter.CloseTab(first);
        drafter.Press("开始编制");
        Assert.Equal("登录", drafter.Heading);
        Assert.EndsWith("return=%2Fplans%2Fnew", drafter.Address, StringComparison.Ordinal);
        Assert.Empty(stage.Complaints());
    }

    [Fact]
    public void Form_OfSomebodyElseMeanwhile_IsNotSentInTheirName()
    {
        Browser desk = stage.Office.SignIn("ni");
        string plan = Plans.Begin(desk, "换人之后");
        string first = desk.NewTab();
        desk.SignIn("qiu");
        desk.CloseTab(first);
        desk.Fill("任务名称", "不应留下");
        desk.Press("添加");
        Assert.Equal("提交未被接受", desk.Heading);
        desk.SignIn("ni").Open($"/plans/{plan}");
        Assert.DoesNotContain("不应留下", desk.Body(), StringComparison.Ordinal);
        Assert.Contains("status of 400", Assert.Single(stage.Complaints()), StringComparison.Ordinal);
    }
}
