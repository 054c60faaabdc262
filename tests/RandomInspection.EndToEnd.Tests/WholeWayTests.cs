using System.Globalization;
using RandomInspection.Directories;
using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Hosting;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>From a CSV to a draw that anybody can verify, as people go it, in Chinese.</summary>
public sealed class WholeWayTests(Stage stage)
{
    private const int Imported = 240;
    private const string Task = "流通领域药品与广告联合抽查";

    [Fact]
    public async Task FromCsvToVerifiedDraw()
    {
        KeeperImports();
        string task = PlanIsApproved();
        OperatorSetsDesign(task);
        string draw = Ceremony.Freeze(stage.Office, task);
        await CeremonyAsync(draw);
        await AnybodyVerifiesAsync(draw);
        AuditorsAndSubjectsViewsVerify(draw, task);
        TrailListsEveryStep(task);
        Assert.Empty(stage.Complaints());
    }

    private void KeeperImports()
    {
        Browser keeper = stage.Office.SignIn("ku");
        keeper.Open("/directories");
        int version = int.Parse(keeper.One("main").Text.Split("现为第 ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        Subject[] subjects = Importing.NewSubjects(Imported);
        string bad = Importing.Write(Path.Combine(keeper.Downloads, "名录-有误.csv"), subjects, new Dictionary<int, Func<string, string>>
        {
            [3] = line => line.Replace(subjects[1].Code, "9121010", StringComparison.Ordinal),
            [5] = line => line.Replace($",{subjects[3].Region},", ",火星区,", StringComparison.Ordinal),
            [7] = line => line.Replace(subjects[5].Name, "", StringComparison.Ordinal),
            [9] = line => line.Replace(subjects[7].Code, subjects[0].Code, StringComparison.Ordinal),
        });
        Importing.DryRun(keeper, bad);
        Pictures.Take(keeper, "import");
        string[] findings = Importing.Findings(keeper);
        Assert.Contains("3 | 统一社会信用代码 | 9121010", findings);
        Assert.Contains("5 | 登记区域 | 火星区", findings);
        Assert.Contains("7 | 名称 | （空）", findings);
        Assert.Contains(findings, finding => finding.StartsWith("9 | 统一社会信用代码", StringComparison.Ordinal));

        keeper.Press("导入");
        Assert.Equal("RI7006", keeper.RefusalCode);
        keeper.Open("/directories");
        keeper.UntilSays($"现为第 {version} 版");

        Importing.DryRun(keeper, Importing.Write(Path.Combine(keeper.Downloads, "名录.csv"), subjects));
        Assert.Empty(Importing.Findings(keeper));
        keeper.Press("导入");
        keeper.UntilSays($"导入完成，名录现为第 {version + 1} 版");
        keeper.Open("/directories");
        keeper.UntilSays($"{5_000 + Imported:#,0}");
    }

    private string PlanIsApproved()
    {
        Browser desk = stage.Office.SignIn("ni");
        string plan = Plans.Begin(desk, "沈阳市市场监管局药品与广告抽查计划");
        Plans.AddTask(desk, Task, "药品经营使用监督检查", "广告发布监督检查");
        string task = Assert.Single(desk.All("tbody td.code a")).Text;
        Assert.False(desk.Offers("批准"));
        desk.Press("提交");
        desk.UntilSays("待政府批准");
        Assert.False(desk.Offers("批准"));
        Forms.Send(desk, "approve-plan");
        Assert.Equal("RI2013", desk.RefusalCode);

        desk.SignIn("zheng").Open($"/plans/{plan}");
        Pictures.Take(desk, "plan");
        desk.Press("批准");
        desk.UntilSays("郑思远 于");
        return task;
    }

    private void OperatorSetsDesign(string task)
    {
        Browser desk = stage.Office.SignIn("qiu");
        desk.Open($"/tasks/{task}");
        Assert.False(desk.Offers("冻结名单"));
        desk.Choose("沈河区");
        desk.Choose("和平区");
        desk.Choose("市直");
        desk.Choose("固定总数");
        desk.Fill("抽取数", "60");
        desk.Press("预览");
        desk.UntilSays("预览（尚未保存）");
        Assert.Equal(4, desk.All(".chance-legend li[class^=tone]").Count);
        Assert.True(desk.One("svg.skyline-tall").Size.Height > 0);

        foreach (string button in (string[])["预览", "保存方案"])
        {
            desk.Fill("抽取数", "100000");
            desk.Press(button);
            Assert.Equal("RI1211", desk.RefusalCode);
            Assert.Equal("100000", desk.Field("抽取数").GetDomProperty("value"));
        }

        desk.Open($"/tasks/{task}");
        Assert.False(desk.Offers("冻结名单"));

        desk.Choose("沈河区");
        desk.Choose("和平区");
        desk.Choose("市直");
        desk.Choose("固定总数");
        desk.Fill("抽取数", "60");
        desk.Press("保存方案");
        desk.Until("the design is saved", () => desk.Offers("冻结名单"));
        Pictures.Take(desk, "design");
    }

    private async Task CeremonyAsync(string draw)
    {
        Browser @operator = stage.Office;
        Browser witness = stage.Witness.SignIn("jian");
        Browser anybody = stage.Public.SignOut();
        anybody.Open($"/draws/{draw}");
        Assert.Equal("没有找到这个页面", anybody.Heading); // nothing is public before the opening
        Assert.Single(stage.Complaints());

        Ceremony.Join(@operator, draw);
        Ceremony.Join(witness, draw);
        Ceremony.LayDownPublicValue(@operator);
        Ceremony.Publish(@operator);
        anybody.Open($"/draws/{draw}");
        Ceremony.UntilState(anybody, "等待承诺");

        Ceremony.Commit(@operator);
        Ceremony.UntilState(witness, "等待承诺");
        Pictures.Take(witness, "ceremony");
        Ceremony.Commit(witness);
        foreach (Browser browser in (Browser[])[@operator, witness, anybody])
        {
            Ceremony.UntilState(browser, "等待揭示"); // the news arrives by itself
            browser.UntilArrived();
        }

        await RestartAsync();

        witness.UntilSays("等待抽取部门先揭示");
        Assert.False(witness.Offers("揭示"));
        Pictures.Take(@operator, "reveal");
        Ceremony.Reveal(@operator);
        witness.Until("the news of the operator's reveal arrives", () => witness.Offers("揭示"));
        Ceremony.UntilState(witness, "等待揭示"); // the page came anew; it did not reveal by itself
        Ceremony.Reveal(witness);
        Ceremony.UntilState(@operator, "等待公共值");
        Ceremony.EnterPublicValue(@operator);
        Ceremony.Draw(@operator);
        Ceremony.UntilState(anybody, "已抽取"); // this page was never asked for again, not even after the restart
        Ceremony.UntilState(witness, "已抽取");
    }

    /// <summary>In the middle of the ceremony: nobody signs in again, nobody's secret is lost.</summary>
    private async Task RestartAsync()
    {
        Assert.Empty(stage.Complaints());
        await stage.Host.StopAsync();
        await stage.Host.StartAsync();
        foreach (Browser browser in (Browser[])[stage.Office, stage.Witness])
        {
            browser.Open(browser.Address.Split('#')[0]);
            Ceremony.UntilState(browser, "等待揭示");
            Assert.True(browser.Offers("退出"));
            Assert.Equal(2, browser.All(".step-done").Count(step => step.Text.Contains("提交承诺", StringComparison.Ordinal)));
        }

        Assert.All(stage.Complaints(), complaint => Assert.Contains("net::ERR_", complaint, StringComparison.Ordinal)); // the host was away
    }

    private async Task AnybodyVerifiesAsync(string draw)
    {
        Browser anybody = stage.Public;
        anybody.Open($"/draws/{draw}");
        Assert.Equal("ok", Verifying.Verdict(anybody));
        Assert.Superset(
            new HashSet<string> { "self-test", "digest", "commitments", "signatures", "contributions", "seed", "assurance", "design", "expected", "rounding", "tickets", "selection" },
            Verifying.Steps(anybody, "ok").ToHashSet());
        Assert.Contains("见证抽取", anybody.One(".verify-verdict").Text, StringComparison.Ordinal);
        Pictures.Take(anybody, "verify", from: "#verify");
        Pictures.Take(anybody, "selection", from: "#list");
        Verifying.Verdict(anybody);

        string command = anybody.One(".verify-command pre code").Text;
        string ticket = anybody.One(".verify-command p code").Text;
        Assert.Matches("^[0-9a-f]{64}$", ticket);
        Assert.Equal($"{ticket}  -\n", await BuiltPrograms.RunAsync("sh", "-c", command));

        anybody.Follow("English");
        Assert.Equal("en", anybody.One("html").GetDomAttribute("lang"));
        Assert.Equal("Verify this draw", anybody.One("#verify-title").Text);
        Assert.Equal("ok", Verifying.Verdict(anybody));
        Assert.StartsWith("Verified.", anybody.One(".verify-verdict").Text, StringComparison.Ordinal);
        anybody.Follow("中文");
        Assert.Equal("ok", Verifying.Verdict(anybody));
        anybody.Open("/");
        Pictures.Take(anybody, "home");
    }

    private void AuditorsAndSubjectsViewsVerify(string draw, string task)
    {
        Browser supervisor = stage.Office.SignIn("shen");
        supervisor.Open($"/draws/{draw}");
        string[] selected = [.. supervisor.All("[aria-labelledby=drawn] td.code:not(.ticket)").Select(cell => cell.Text)];
        foreach (string link in (string[])["审计记录", "名单", "名单密钥"])
        {
            supervisor.One("main").FindElement(OpenQA.Selenium.By.LinkText(link)).Click();
        }

        string record = supervisor.Downloaded($"{draw}-auditor.json");
        string frame = supervisor.Downloaded($"{task}-frame.tsv");
        string key = File.ReadAllText(supervisor.Downloaded($"{task}-key.txt")).Trim();
        supervisor.Fill("某一户的记录", selected[0]);
        supervisor.One("form[action$='subject.json'] button").Click();
        string subject = supervisor.Downloaded($"{draw}-{selected[0]}.json");

        Browser anybody = stage.Public;
        anybody.Open($"/draws/{draw}");
        Assert.Equal("ok", Verifying.VerdictOnFiles(anybody, record, frame, key));
        Assert.Superset(new HashSet<string> { "digest", "frame", "reserves", "cutoffs" }, Verifying.Steps(anybody, "ok").ToHashSet());

        anybody.Open($"/draws/{draw}");
        Assert.Equal("ok", Verifying.VerdictOnFiles(anybody, subject));
        Assert.Superset(new HashSet<string> { "subject-line", "subject-drawn" }, Verifying.Steps(anybody, "ok").ToHashSet());

        string text = File.ReadAllText(subject);
        int at = text.IndexOf(selected[0], StringComparison.Ordinal);
        File.WriteAllText(subject, text[..at] + SomebodyElse(selected[0]) + text[(at + selected[0].Length)..]);
        anybody.Open($"/draws/{draw}");
        string verdict = Verifying.VerdictOnFiles(anybody, subject);
        Assert.StartsWith("failed", verdict, StringComparison.Ordinal);
        Assert.Contains("票号不符", verdict, StringComparison.Ordinal);
        Assert.Equal(["subject-line", "subject-drawn"], Verifying.Steps(anybody, "failed"));
    }

    private void TrailListsEveryStep(string task)
    {
        Browser supervisor = stage.Office;
        supervisor.Open($"/tasks/{task}/trail");
        string[] expected =
        [
            "计划起草", "添加任务", "计划提交", "计划批准", "设定方案", "抽取立项", "名单冻结",
            "参与方登记", "参与方登记", "参与方登记", "开启文件公布", "提交承诺", "提交承诺", "揭示", "揭示", "揭示", "抽取完成",
        ];
        string[] steps = [.. supervisor.All("tbody td[data-label=何事]").Select(cell => cell.Text.Split('\n')[0].Trim()).Reverse()];
        Assert.Contains("名录合并", steps.TakeWhile(step => step != expected[0]));
        Assert.Equal(expected, steps.Where(expected.Contains)); // other parts of the house may add steps of theirs
        string[] people = [.. supervisor.All("tbody td[data-label=何人]").Select(cell => cell.Text.Split('\n')[0].Trim()).Distinct()];
        Assert.Superset(new HashSet<string> { "库守册", "倪拟文", "郑思远", "裘公衡", "简见真" }, people.ToHashSet());
        Pictures.Take(supervisor, "trail");
    }

    private static string SomebodyElse(string code) => code[..^2] + (code[^2] == '0' ? '1' : '0') + code[^1];
}
