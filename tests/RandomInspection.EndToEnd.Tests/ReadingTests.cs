using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;
using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests;

/// <summary>Reading without scripts, and without a mouse.</summary>
public sealed class ReadingTests(Stage stage)
{
    [Fact]
    public void PublicPages_WithoutScripts_SayEverything()
    {
        Browser anybody = stage.Public.SignOut();
        Scripts(disabled: true);
        try
        {
            anybody.Open("/");
            Assert.Equal("谁被检查，不由人定。", anybody.Heading);
            anybody.One("a[href='/draws']").Click();
            anybody.UntilSays("见证抽取");
            anybody.One("a[href='/draws/D2026-0001']").Click();
            anybody.UntilSays("未启用脚本：可下载记录");
            Assert.NotEmpty(anybody.All("section[aria-labelledby=drawn] tbody tr"));
            anybody.One("a[hreflang=en]").Click();
            anybody.UntilSays("Scripts are off");
            anybody.One("a[hreflang=zh-CN]").Click();
            anybody.Open("/plans");
            anybody.One("a[href='/plans/P2026-001']").Click();
            anybody.UntilSays("食品生产经营监督检查");
            anybody.One("a[href^='/account/signin']").Click();
            anybody.One("button[name=Person][value=shen]").Click();
            anybody.UntilSays("申督正");
        }
        finally
        {
            Scripts(disabled: false);
            anybody.SignOut();
        }

        Assert.Empty(stage.Complaints());

        void Scripts(bool disabled) => anybody.Driver.ExecuteCdpCommand("Emulation.setScriptExecutionDisabled", new() { ["value"] = disabled });
    }

    [Fact]
    public void Keyboard_TabAndEnter_SignsInAndOpensAPage()
    {
        Browser hands = stage.Public.SignOut();
        hands.Open("/");
        Press(Keys.Tab);
        Assert.Equal("跳到正文", Focused().GetDomProperty("textContent")); // the first stop leads past the header
        TabTo(() => Focused().Text == "登录");
        Enter();
        Assert.Equal("登录", hands.Heading);
        TabTo(() => Focused().GetDomAttribute("value") == "qiu");
        Enter();
        hands.UntilSays("裘公衡");
        TabTo(() => Focused().Text == "年度计划");
        Enter();
        Assert.Equal("年度抽查计划", hands.Heading);
        Press(Keys.Tab);
        Press(Keys.Enter); // the skip link
        Assert.Equal("main", Focused().GetDomAttribute("id"));
        hands.SignOut();

        IWebElement Focused() => hands.Driver.SwitchTo().ActiveElement();

        void Press(string key) => new Actions(hands.Driver).SendKeys(key).Perform();

        void TabTo(Func<bool> there)
        {
            for (int stops = 0; !there(); stops++)
            {
                Assert.True(stops < 60, "The keyboard does not reach it.");
                Press(Keys.Tab);
                Assert.NotEqual("none", Focused().GetCssValue("outline-style")); // one sees where one is
            }
        }

        void Enter()
        {
            hands.Driver.ExecuteScript("document.documentElement.dataset.left = ''");
            Press(Keys.Enter);
            hands.UntilArrived();
        }
    }
}
