using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>Two departments' tasks in one draw with a witness, and a draw without one.</summary>
public sealed class SharedDrawTests(Stage stage)
{
    private const string Market = "食品生产共同抽查";
    private const string Ecology = "排污单位共同抽查";

    [Fact]
    public void Draw_OfTwoDepartments_OneSeedTwoListsAndFewerDisturbed()
    {
        Browser desk = stage.Office;
        string market = DesignedTask("ni", "qiu", Market, "食品生产经营监督检查", "150");
        string ecology = DesignedTask("huan", "qi", Ecology, "排污许可执行情况检查", "120");

        desk.Open($"/tasks/{ecology}");
        desk.Unfold("把本任务提供给其他部门共同抽取");
        desk.Press("提供共同抽取");
        Assert.Equal("RI2009", desk.RefusalCode);
        desk.Choose(Market);
        desk.Press("提供共同抽取");
        desk.UntilSays("本任务已提供给");
        Pictures.Take(desk, "offered");
        desk.Press("撤回共同抽取");
        desk.Unfold("把本任务提供给其他部门共同抽取");
        desk.Choose(Market);
        desk.Press("提供共同抽取");
        desk.UntilSays("本任务已提供给");

        desk.SignIn("qiu").Open($"/tasks/{market}");
        desk.UntilSays("已提供给本任务共同抽取");
        desk.Choose(Ecology);
        Pictures.Take(desk, "share");
        desk.Choose(Ecology);
        desk.Press("冻结名单");
        desk.Until("the draw is there", () => desk.Address.StartsWith("/draws/D", StringComparison.Ordinal));
        string draw = desk.Address.Split('/', '?', '#')[2];
        Assert.Equal($"{Market}、{Ecology}", desk.Heading);

        Browser witness = stage.Witness.SignIn("jian");
        Ceremony.Join(desk, draw);
        Ceremony.Join(witness, draw);
        Ceremony.Publish(desk);
        Browser anybody = stage.Public.SignOut();
        anybody.Open($"/draws/{draw}");
        Ceremony.UntilState(anybody, "等待承诺");
        Ceremony.Commit(desk);
        Ceremony.Commit(witness);
        Ceremony.UntilState(desk, "等待揭示");
        Ceremony.Reveal(desk);
        witness.Until("the news of the operator's reveal arrives", () => witness.Offers("揭示"));
        Ceremony.Reveal(witness);
        Ceremony.UntilState(desk, "可以抽取");
        Ceremony.Draw(desk);
        Ceremony.UntilState(anybody, "已抽取"); // the page of several tasks came anew by itself
        Assert.Equal("ok", Verifying.Verdict(anybody));
        anybody.UntilSays("2 项任务共用一个种子，共抽中 270 户次");
        Assert.Equal([$"抽中名单：{Market}", $"抽中名单：{Ecology}"], anybody.All("h2[id^=list]:not([id^=listed])").Select(h => h.Text));
        Assert.Contains("最后揭示的一方可以用沉默使抽取中断", anybody.Body(), StringComparison.Ordinal);
        Pictures.Take(anybody, "coordination");

        // Each department finds its own list, its own duty and its own trail.
        anybody.Open("/draws");
        Assert.Contains(anybody.All("tbody tr"), row => row.Text.Contains(draw, StringComparison.Ordinal) && row.Text.Contains("见证抽取", StringComparison.Ordinal)
            && row.Text.Contains("最后揭示者可以沉默中断", StringComparison.Ordinal) && row.Text.Contains(Ecology, StringComparison.Ordinal));
        desk.SignIn("qi").Open($"/tasks/{ecology}");
        Assert.Contains("见证抽取", desk.One(".page-header").Text, StringComparison.Ordinal);
        desk.UntilSays("名单已经抽出，可以随机选派检查人员");
        desk.Open($"/tasks/{ecology}/trail");
        string[] steps = [.. desk.All("tbody td[data-label=何事]").Select(cell => cell.Text.Split('\n')[0].Trim())];
        Assert.Superset(new HashSet<string> { "提供共同抽取", "撤回共同抽取", "名单冻结", "抽取立项", "抽取完成", "公示义务产生" }, steps.ToHashSet());
        desk.Open("/");
        Assert.Contains($"匹配检查人员：{Ecology}", desk.Body(), StringComparison.Ordinal);
        Assert.Empty(stage.Complaints());
    }

    [Fact]
    public void Draw_AloneWithTheHostsNumber_SaysSoWhereverItIs()
    {
        string task = DesignedTask("ni", "qiu", "无见证人抽查", "食品生产经营监督检查", "40");
        Browser desk = stage.Office;
        string draw = Ceremony.Freeze(desk, task);
        desk.Unfold("不请见证人，由主机单独生成随机数");
        desk.UntilSays("这样抽取永远注明“自行抽取”");
        desk.Press("不请见证人");
        desk.UntilSays("主机生成随机数（无人见证）");
        Assert.False(desk.Offers("参加"));
        Assert.False(desk.Offers("写入"));
        Browser witness = stage.Witness.SignIn("jian");
        witness.Open($"/draws/{draw}");
        Assert.False(witness.Offers("参加"));
        desk.Press("公布");
        Ceremony.UntilState(desk, "可以抽取");
        desk.UntilSays("主机此刻生成随机数并立即抽取");
        Ceremony.Draw(desk);
        Assert.Equal("ok", Verifying.Verdict(desk));
        desk.UntilSays("能动主机的人可以在公布结果之前反复试算");
        desk.Open("/draws");
        Assert.Contains(desk.All("tbody tr"), row => row.Text.Contains(draw, StringComparison.Ordinal) && row.Text.Contains("自行抽取", StringComparison.Ordinal));
        Assert.Empty(stage.Complaints());
    }

    private string DesignedTask(string drafter, string @operator, string title, string item, string size)
    {
        Browser desk = stage.Office.SignIn(drafter);
        string plan = Plans.Begin(desk, $"{title}计划");
        Plans.AddTask(desk, title, item);
        string task = Assert.Single(desk.All("tbody td.code a")).Text;
        desk.Press("提交");
        desk.SignIn("zheng").Open($"/plans/{plan}");
        desk.Press("批准");
        desk.UntilSays("已批准");
        desk.SignIn(@operator).Open($"/tasks/{task}");
        desk.Choose("固定总数");
        desk.Fill("抽取数", size);
        desk.Press("保存方案");
        desk.Until("the design is saved", () => desk.Offers("冻结名单"));
        return task;
    }
}
