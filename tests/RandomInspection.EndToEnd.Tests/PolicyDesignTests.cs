using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Steps;

namespace RandomInspection.Tests;

/// <summary>A design made from policy on a task's page: allocated by violation rates, warned about, scaled.</summary>
public sealed class PolicyDesignTests(Stage stage)
{
    [Fact]
    public void Design_AllocatedByViolationRates_PreviewedScaledAndRefused()
    {
        Browser desk = stage.Office.SignIn("ni");
        string plan = Plans.Begin(desk, "按政策设计");
        Plans.AddTask(desk, "按政策抽查", "产品质量监督抽查"); // a general item: a key one has no ceiling
        desk.Open($"/tasks/{plan}-T01");
        desk.Choose("内曼分配");
        desk.Fill("分配总数", "120");
        string[] lines = desk.Field("以往检查结果").GetDomProperty("value")!.TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.EndsWith("\t0\t0", line, StringComparison.Ordinal));
        string found = string.Join('\n', lines.Select((line, i) => line.Replace("\t0\t0", $"\t{3 * i}\t{60 + i}", StringComparison.Ordinal)));
        Paste(desk, found);
        desk.Press("预览");
        desk.UntilSays("预览（尚未保存）");
        Assert.Equal(found, desk.Field("以往检查结果").GetDomProperty("value")!.TrimEnd('\n'));
        Assert.Contains("内曼分配 Neyman：120", desk.Field("方案 JSON").GetDomProperty("value"), StringComparison.Ordinal);
        Assert.Contains("上下限均已满足", desk.Body(), StringComparison.Ordinal);
        Pictures.TakeAnswer(desk, "policy-neyman");
        Pictures.TakeAnswer(desk, "policy-form", from: "#design");

        desk.Choose("固定总数");
        desk.Fill("抽取数", "1500");
        desk.Press("预览");
        desk.UntilSays("超过抽取上限");
        Assert.Contains("沈阳 2018", desk.Body(), StringComparison.Ordinal);
        Pictures.TakeAnswer(desk, "policy-cap");
        desk.Choose("超出时缩放到上下限");
        desk.Press("预览");
        desk.UntilSays("上下限均已满足");

        desk.Choose("幂分配");
        Paste(desk, "没有的层\t1\t2");
        desk.Press("预览");
        Assert.Equal("RI1217", desk.RefusalCode);
        Assert.Empty(stage.Complaints());
    }

    // A tab that is typed moves on to the next field: lines are pasted.
    private static void Paste(Browser desk, string lines) =>
        desk.Driver.ExecuteScript("arguments[0].value = arguments[1]", desk.Field("以往检查结果"), lines);
}
