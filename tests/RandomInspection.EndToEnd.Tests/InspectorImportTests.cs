using System.Text;
using RandomInspection.Directories;
using RandomInspection.SampleData;
using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests;

/// <summary>The inspector directory in the browser: looked at, checked dry, merged, exported; and closed to everybody else.</summary>
public sealed class InspectorImportTests(Stage stage)
{
    private const string Headers = "工号,姓名,部门,级别,类别,区域,资格,证件号,有效期起,有效期止,休假,上限,状态,备注\r\n";
    private const string Good = "new-01,安一鸣,市场监管局,市级,公务员执法人员,全市,SCJG-01,新001,2024-01-01,2098-12-31,2099-02-01/2099-02-05,8,在岗,甲\r\n";

    [Fact]
    public void Keeper_FileWithFaults_ChecksLeavesOutAndMerges()
    {
        Browser keeper = stage.Office.SignIn("ku");
        stage.Complaints();
        keeper.Open("/directories");
        keeper.Follow("执法检查人员");
        Assert.Equal("执法检查人员名录", keeper.Heading);
        int version = Version(keeper);
        Assert.Equal(25, keeper.All("tbody tr").Count);
        Pictures.Take(keeper, "inspectors");

        DryRun(keeper, "人员-有误.csv", Good
            + "new-02,,税务局,市级,公务员执法人员,全市,,,,,,,,\r\n"
            + "new-03,安三,scjg,市级,公务员执法人员,全市,XX-1,,,,,,,\r\n"
            + "new-01,安四,scjg,市级,专家,全市,,,,,,,,\r\n");
        keeper.UntilSays("有 1 列未识别，不会导入。");
        string[] findings = Steps.Importing.Findings(keeper);
        Assert.Equal(["3 | 姓名 | （空）", "3 | 部门 | 税务局", "4 | 资格 | XX-1", "4 | 证件号 | （空）", "5 | 工号 | new-01"], findings);
        Assert.Equal(
            ["RI5203", "RI5204", "RI5205", "RI5252", "RI5253"],
            keeper.All("section[aria-labelledby=findings-title] tbody th").Select(cell => cell.Text));
        keeper.Press("导入");
        Assert.Equal("RI7006", keeper.RefusalCode);
        keeper.Choose("不导入被拒绝的 2 行，只导入其余 2 行");
        keeper.Press("导入");
        keeper.UntilSays($"导入完成，名录现为第 {version + 1} 版");
        keeper.Follow("查看名录");
        Assert.Equal(version + 1, Version(keeper));

        keeper.Fill("姓名或工号", "安一鸣");
        keeper.Press("查找");
        keeper.Follow("安一鸣");
        Assert.Equal("安一鸣", keeper.Heading);
        Assert.Contains("执法证有效", keeper.Body(), StringComparison.Ordinal);
        Assert.Contains("2099年2月1日至2099年2月5日", keeper.Body(), StringComparison.Ordinal);
        Assert.Contains($"自第 {version + 1} 版起如此", keeper.Body(), StringComparison.Ordinal);
        Pictures.Take(keeper, "inspector");
        keeper.Follow($"第 {version + 1} 版");
        Assert.Equal($"名录第 {version + 1} 版", keeper.Heading);

        // The same file again changes nobody.
        DryRun(keeper, "人员.csv", Good);
        keeper.UntilSays("与名录完全一致");
        Assert.Empty(Steps.Importing.Findings(keeper));
        Assert.Empty(stage.Complaints());
    }

    [Fact]
    public void Keeper_ListOfADepartment_ExportsWhatItShows()
    {
        Browser keeper = stage.Office.SignIn("ku");
        stage.Complaints();
        keeper.Open($"/directories/inspectors?department={SampleDepartments.Ecology}");
        keeper.UntilSays("共 20 条");
        Assert.Equal(1, keeper.All(".badge").Count(badge => badge.Text == "无证"));
        keeper.All("a[download]").Single(link => link.Text == "导出 CSV").Click();
        string[] lines = File.ReadAllLines(keeper.Downloaded("执法检查人员名录.csv"));
        Assert.Equal(21, lines.Length);
        Assert.StartsWith("工号,姓名,部门,级别,类别,区域,资格,证件号,有效期起,有效期止,休假,上限,状态", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            SampleInspectors.All.Where(i => i.DepartmentId == SampleDepartments.Ecology).Select(i => i.Id).Order(StringComparer.Ordinal),
            lines.Skip(1).Select(line => line.Split(',')[0]));

        keeper.Open("/directories/inspectors/import");
        keeper.Unfold("文件应有哪些列");
        keeper.All("a[download]").Single(link => link.Text == "下载模板").Click();
        Assert.Equal(lines[0], File.ReadAllText(keeper.Downloaded("执法检查人员名录模板.csv")).TrimEnd());
        Assert.Empty(stage.Complaints());
    }

    [Fact]
    public void Keeper_ColumnsMissing_RefusedWithWhatIsMissing()
    {
        Browser keeper = stage.Office.SignIn("ku");
        File.WriteAllText(Path.Combine(keeper.Downloads, "名单.csv"), "编号,姓名\r\n1,甲\r\n");
        Send(keeper, "名单.csv");
        keeper.UntilSays("部门 (department)、级别 (level)、类别 (kind)、区域 (regions)");
        Assert.Equal("RI5017", keeper.RefusalCode);
    }

    [Fact]
    public void Inspectors_PublicAndOtherRoles_SeeNobody()
    {
        string[] paths = ["/directories/inspectors", "/directories/inspector/scjg-02", "/directories/inspectors/inspectors.csv", "/directories/inspectors/merges", "/directories/inspectors/import"];
        Inspector somebody = SampleInspectors.All.Single(i => i.Id == "scjg-02");
        Browser anybody = stage.Public.SignOut();
        Assert.All(paths, path => Assert.DoesNotContain(somebody.Name, Opened(anybody, path), StringComparison.Ordinal));
        Assert.All(paths, path => Assert.StartsWith("/account/signin", Address(anybody, path), StringComparison.Ordinal));
        anybody.SignIn("chai");
        Assert.All(paths, path => Assert.DoesNotContain(somebody.Name, Opened(anybody, path), StringComparison.Ordinal));
        anybody.SignOut();
        stage.Complaints();

        static string Opened(Browser browser, string path)
        {
            browser.Open(path);
            return browser.Body();
        }

        static string Address(Browser browser, string path)
        {
            browser.Open(path);
            return browser.Address;
        }
    }

    [Fact]
    public void SignIn_FoldedPeople_EverybodyWithACertificateCanSignIn()
    {
        Browser somebody = stage.Public.SignOut();
        somebody.Open("/account/signin");
        Assert.Equal(DemoPeople.All.Length, somebody.All(".role-grid button").Count);
        Assert.False(somebody.One("button[value=sthj-03]").Displayed);
        somebody.Unfold($"更多演示人员（{SampleClerks.All.Length + SampleInspectors.People.Length + SampleSubordinates.People.Length} 人，按部门）");
        somebody.Driver.ExecuteScript("document.documentElement.dataset.left = ''");
        somebody.One("button[value=sthj-03]").Click();
        somebody.UntilArrived();
        somebody.UntilSays(SampleInspectors.All.Single(i => i.Id == "sthj-03").Name);
        somebody.SignOut();
    }

    private static int Version(Browser keeper)
    {
        string said = keeper.One("a[href^='/directories/inspectors/merges/']").Text;
        return int.Parse(said.Trim('第', '版', ' '), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void DryRun(Browser keeper, string name, string rows)
    {
        File.WriteAllText(Path.Combine(keeper.Downloads, name), Headers + rows, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Send(keeper, name);
        keeper.Until("the dry run is done", () => keeper.Offers("导入"));
    }

    private static void Send(Browser keeper, string name)
    {
        keeper.Open("/directories/inspectors/import");
        keeper.Field("名录文件").SendKeys(Path.Combine(keeper.Downloads, name));
        keeper.Press("上传并核对");
    }
}
