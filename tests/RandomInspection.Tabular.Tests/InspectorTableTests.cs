using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.SampleData;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed class InspectorTableTests
{
    private const string Headers = "工号,姓名,部门,级别,类别,区域,资格,证件号,有效期起,有效期止,休假,上限,状态\n";
    private const string Good = "scjg-07,姜景昕,市场监管局,区县级,公务员执法人员,沈河区、大东区,SCJG-01、SCJG-03,辽A7；辽A8,2020-01-01；2025-01-01,2024-12-31；2029-12-31,2026-03-01/2026-03-05；2026-04-01,8,在岗\n";
    private const string Other = "sthj-01,孔志洋,sthj,市级,专家,全市,,,,,,,\n";

    private static readonly InspectorRules Rules = new()
    {
        Today = new LocalDate(2026, 11, 23),
        Departments = [.. SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName))],
        KnownRegions = ShenyangRegions.Labels,
        KnownItems = [.. SampleItems.All.Select(item => item.Code)],
    };

    [Fact]
    public void Read_GoodRows_AreInspectors()
    {
        InspectorImport import = Read(Good + Other);
        Assert.Empty(import.Findings);
        Assert.Equal(
            [
                new Inspector
                {
                    Id = "scjg-07",
                    Name = "姜景昕",
                    DepartmentId = "scjg",
                    Kind = InspectorKind.Officer,
                    Level = InspectorLevel.District,
                    Regions = ["大东区", "沈河区"],
                    Qualifications = ["SCJG-01", "SCJG-03"],
                    Certificates = [new("辽A7", new(2020, 1, 1), new(2024, 12, 31)), new("辽A8", new(2025, 1, 1), new(2029, 12, 31))],
                    Leave = [new(new(2026, 3, 1), new(2026, 3, 5)), new(new(2026, 4, 1), new(2026, 4, 1))],
                    Capacity = 8,
                },
                new Inspector { Id = "sthj-01", Name = "孔志洋", DepartmentId = "sthj", Kind = InspectorKind.Expert },
            ],
            import.Inspectors);
    }

    [Theory]
    [InlineData("scjg-07", "", "RI5201", "工号", "")]
    [InlineData("scjg-07", "scjg 07", "RI5202", "工号", "value=scjg 07")]
    [InlineData("scjg-07", "scjg:07", "RI5202", "工号", "value=scjg:07")]
    [InlineData("scjg-07", "sthj-01", "RI5203", "工号", "value=sthj-01;firstLine=2;line=3")]
    [InlineData("姜景昕", " ", "RI5204", "姓名", "")]
    [InlineData("姜景昕", "姜\t昕", "RI5110", "姓名", "value=姜\\u{0009}昕")]
    [InlineData("市场监管局", "市场局", "RI5205", "部门", "value=市场局")]
    [InlineData("市场监管局", "", "RI5205", "部门", "value=")]
    [InlineData("区县级", "省级", "RI5206", "级别", "value=省级")]
    [InlineData("公务员执法人员", "", "RI5207", "类别", "value=")]
    [InlineData("2020-01-01；2025-01-01", "2020-01-01", "RI5208", "证件号", "numbers=2;from=1;to=2")]
    [InlineData("辽A7；辽A8", "", "RI5208", "证件号", "numbers=0;from=2;to=2")]
    [InlineData("辽A7；辽A8", "辽A7；", "RI5209", "证件号", "value=;most=64")]
    [InlineData("2029-12-31", "2024-12-31", "RI5210", "有效期止", "number=辽A8;from=2025-01-01;to=2024-12-31")]
    [InlineData("辽A7；辽A8", "辽A7；辽A7", "RI5211", "证件号", "number=辽A7;firstLine=3;line=3")]
    [InlineData("公务员执法人员", "日常监管人员", "RI5212", "证件号", "number=辽A7")]
    [InlineData("2025-01-01", "2025-13-01", "RI5213", "有效期起", "value=2025-13-01")]
    [InlineData("2026-04-01", "下周", "RI5214", "休假", "value=下周")]
    [InlineData("2026-03-01/2026-03-05", "2026-03-05/2026-03-01", "RI5214", "休假", "value=2026-03-05/2026-03-01")]
    [InlineData(",8,", ",0,", "RI5215", "上限", "value=0;most=1000000")]
    [InlineData(",8,", ",-8,", "RI5215", "上限", "value=-8;most=1000000")]
    [InlineData(",8,", ",很多,", "RI5215", "上限", "value=很多;most=1000000")]
    [InlineData("在岗", "休眠", "RI5216", "状态", "value=休眠")]
    [InlineData("沈河区、大东区", "", "RI5217", "区域", "")]
    [InlineData("沈河区", "浦东新区", "RI5116", "区域", "value=浦东新区")]
    [InlineData("大东区", "全市", "RI5116", "区域", "value=全市")]
    [InlineData("大东区", "", "RI5111", "区域", "")]
    [InlineData("SCJG-03", "a/b", "RI5112", "资格", "value=a/b")]
    public void Read_BadCell_IsRefusedWithCodeColumnLineAndValuesAndTheNextIsRead(string good, string bad, string code, string column, string values)
    {
        InspectorImport import = Read(Other + Good.Replace(good, bad, StringComparison.Ordinal) + "x-1,甲,scjg,市级,日常监管人员,全部,,,,,,,离岗\n");
        RowFinding finding = Assert.Single(import.Findings);
        (string, string)[] expected = [.. values.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))];
        RefusalAssert.Is(finding.Refusal, code, expected);
        Assert.Equal((3, column, FindingSeverity.Error), (finding.Line, finding.Column, finding.Severity));
        Assert.Equal(["sthj-01", "x-1"], import.Inspectors.Select(inspector => inspector.Id));
        Assert.Equal((3, 1, 0, 1, 0), (import.Rows, import.Errors, import.Warnings, import.RowsRefused, import.FindingsNotListed));
    }

    [Theory]
    [InlineData("2029-12-31", "2026-11-22", "RI5251", "有效期止", "number=辽A8;to=2026-11-22;today=2026-11-23")]
    [InlineData("辽A7；辽A8,2020-01-01；2025-01-01,2024-12-31；2029-12-31", ",,", "RI5252", "证件号", "")]
    [InlineData("SCJG-03", "SCJG-99", "RI5253", "资格", "value=SCJG-99")]
    public void Read_Doubtful_IsAcceptedWithAWarning(string good, string doubtful, string code, string column, string values)
    {
        InspectorImport import = Read(Good.Replace(good, doubtful, StringComparison.Ordinal));
        RowFinding finding = Assert.Single(import.Findings);
        (string, string)[] expected = [.. values.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))];
        RefusalAssert.Is(finding.Refusal, code, expected);
        Assert.Equal((2, column, FindingSeverity.Warning), (finding.Line, finding.Column, finding.Severity));
        Assert.Single(import.Inspectors);
    }

    [Theory]
    [InlineData("2029-12-31", "2026-11-23")] // valid on its last day
    [InlineData("在岗", "离岗")]
    public void Read_CertificateThatDoesNotMatter_NoWarning(string good, string other) =>
        Assert.Empty(Read(Good.Replace("2029-12-31", "2026-11-23", StringComparison.Ordinal).Replace(good, other, StringComparison.Ordinal)).Findings);

    [Fact]
    public void Read_CertificateOfSomebodyElse_RefusesTheLaterAndNamesBothLines()
    {
        InspectorImport import = Read(Good + Good.Replace("scjg-07", "scjg-08", StringComparison.Ordinal).Replace("辽A7", "辽A9", StringComparison.Ordinal));
        RefusalAssert.Is(Assert.Single(import.Findings).Refusal, "RI5211", ("number", "辽A8"), ("firstLine", "2"), ("line", "3"));
    }

    [Fact]
    public void Read_FaultyRow_IsAFindingOfTheWholeRow()
    {
        RowFinding finding = Assert.Single(Read("a,b\n" + Good).Findings);
        RefusalAssert.Is(finding.Refusal, "RI5012", ("line", "2"), ("expected", "13"), ("actual", "2"));
        Assert.Equal(("", ""), (finding.Column, finding.Value));
    }

    [Theory]
    [InlineData("2026-03-01", 1)]
    [InlineData("2026/3/1", 1)]
    [InlineData("2026年3月1日", 1)]
    [InlineData("2026-03-01/2026-03-05", 5)]
    [InlineData("2026/3/1/2026/3/5", 5)]
    [InlineData("2026年3月1日至2026年3月5日", 5)]
    [InlineData("2026-03-01 ~ 2026-03-05", 5)]
    public void Read_WaysToWriteLeave_AreTheSameDays(string leave, int days)
    {
        Inspector inspector = Assert.Single(Read(Good.Replace("2026-03-01/2026-03-05；2026-04-01", leave, StringComparison.Ordinal)).Inspectors);
        DateInterval interval = Assert.Single(inspector.Leave);
        Assert.Equal((new LocalDate(2026, 3, 1), days), (interval.Start, interval.Length));
    }

    [Theory]
    [InlineData("沈河区|大东区")]
    [InlineData("沈河区; 大东区")]
    [InlineData("大东区；沈河区；大东区")]
    public void Read_WaysToSeparateRegions_AreTheSame(string regions) =>
        Assert.Equal(["大东区", "沈河区"], Assert.Single(Read(Good.Replace("沈河区、大东区", regions, StringComparison.Ordinal)).Inspectors).Regions);

    [Fact]
    public void Read_EnglishHeadersAndWords_AreRecognised()
    {
        InspectorImport import = ReadBytes(
            "ID,Name,Department,Level,Kind,Regions,Certificate,valid_from,Valid To,Remark\nx-1,甲,scjg,DISTRICT,certifiedstaff,ALL,A1,2025-01-01,2029-01-01,?\n"u8.ToArray(), Rules);
        Assert.Empty(import.Findings);
        Assert.Equal(["Remark"], import.Ignored);
        Inspector inspector = Assert.Single(import.Inspectors);
        Assert.Equal((InspectorLevel.District, InspectorKind.CertifiedStaff, 0, 1), (inspector.Level, inspector.Kind, inspector.Regions.Length, inspector.Certificates.Length));
    }

    [Fact]
    public void Read_ColumnsMissing_Refused()
    {
        using TableReader table = TableReader.Open("编号,姓名,辖区\n"u8.ToArray());
        RefusalAssert.Refused(
            "RI5017",
            () => InspectorTable.Read(table, InspectorColumns.Guess(table.Headers), Rules),
            ("missing", "部门 (department)、级别 (level)、类别 (kind)"),
            ("known", "编号、姓名、辖区"));
    }

    [Fact]
    public void Read_NoRules_AnyDepartmentRegionAndQualification()
    {
        InspectorImport import = ReadBytes(
            Encoding.UTF8.GetBytes(Headers + Good.Replace("市场监管局", "wx", StringComparison.Ordinal).Replace("沈河区", "梁溪区", StringComparison.Ordinal).Replace("SCJG-01", "Q", StringComparison.Ordinal)),
            new InspectorRules { Today = Rules.Today });
        Assert.Empty(import.Findings);
        Assert.Equal("wx", Assert.Single(import.Inspectors).DepartmentId);
    }

    [Fact]
    public void Read_Gb18030_IsTheSame() =>
        Assert.Equal(Read(Good).Inspectors, ReadBytes(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Headers + Good), Rules).Inspectors);

    [Property]
    public Property Cells_AnyInspector_ReadsBackAsItIs() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Inspector inspector = AnyInspector.Of(seed);
            string row = string.Join(',', InspectorTable.Cells(inspector, inspector.DepartmentId).Select(CsvText.Escape));
            InspectorImport import = ReadBytes(Encoding.UTF8.GetBytes(string.Join(',', InspectorTable.Headers) + "\r\n" + row), Rules);
            return import.Errors == 0 && import.Inspectors.SequenceEqual([inspector]);
        });

    [Fact]
    public void SampleInspectorFile_ReadBack_OnlyTheExpiredCertificatesAreWarnedOf()
    {
        StringWriter text = new();
        SampleInspectorFile.Write(text, SampleInspectors.All);
        InspectorImport import = ReadBytes(Encoding.UTF8.GetBytes(text.ToString()), Rules);
        Assert.Equal(SampleInspectors.All, import.Inspectors);
        Assert.Equal((0, 6), (import.Errors, import.Warnings));
        Assert.All(import.Findings, finding => Assert.Equal("RI5251", finding.Refusal.Code));
        Assert.Empty(import.Ignored);
    }

    private static InspectorImport Read(string rows) => ReadBytes(Encoding.UTF8.GetBytes(Headers + rows), Rules);

    private static InspectorImport ReadBytes(byte[] file, InspectorRules rules)
    {
        using TableReader table = TableReader.Open(file);
        return InspectorTable.Read(table, InspectorColumns.Guess(table.Headers), rules);
    }
}
