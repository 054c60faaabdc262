using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.SampleData;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed class SubjectTableTests
{
    private const string Headers = "统一社会信用代码,名称,主体类型,成立日期,登记区域,行业门类,信用类别,经营范围,登记状态\n";
    private const string Good = "91210102117776048G,沈阳市友谊印刷纸制品厂,股份合作制,1980-01-05,和平区,C,B,印刷，印制商标。,存续\n";

    [Fact]
    public void Read_GoodRow_IsASubject()
    {
        SubjectImport import = Read(Good);
        Assert.Empty(import.Findings);
        Assert.Equal(
            new Subject
            {
                Code = "91210102117776048G",
                Name = "沈阳市友谊印刷纸制品厂",
                Kind = "股份合作制",
                Region = "和平区",
                Trade = "C",
                CreditClass = "B",
                EstablishedOn = new LocalDate(1980, 1, 5),
                Scope = "印刷，印制商标。",
                Status = SubjectStatus.Active,
            },
            Assert.Single(import.Subjects));
    }

    [Theory]
    [InlineData("91210102117776048G", "", "RI5101", "统一社会信用代码")]
    [InlineData("91210102117776048G", "9121010211777604", "RI5102", "统一社会信用代码")]
    [InlineData("91210102117776048G", "91210102117776048g", "RI5103", "统一社会信用代码")]
    [InlineData("91210102117776048G", "9121010211777604OG", "RI5104", "统一社会信用代码")]
    [InlineData("91210102117776048G", "9121010A117776048G", "RI5105", "统一社会信用代码")]
    [InlineData("沈阳市友谊印刷纸制品厂", " ", "RI5109", "名称")]
    [InlineData("沈阳市友谊印刷纸制品厂", "沈阳\t厂", "RI5110", "名称")]
    [InlineData("沈阳市友谊印刷纸制品厂", "沈阳\uFFFD厂", "RI5110", "名称")]
    [InlineData("和平区", "", "RI5111", "登记区域")]
    [InlineData("和平区", "和平区/沈河区", "RI5112", "登记区域")]
    [InlineData("和平区", "和平\u200B区", "RI5113", "登记区域")]
    [InlineData("和平区", "e\u0301", "RI5114", "登记区域")]
    [InlineData("和平区", "浦东新区", "RI5116", "登记区域")]
    [InlineData(",C,", ",,", "RI5111", "行业门类")]
    [InlineData(",C,", ",c,", "RI5117", "行业门类")]
    [InlineData(",C,", ",U,", "RI5117", "行业门类")]
    [InlineData(",C,", ",制造业,", "RI5117", "行业门类")]
    [InlineData(",B,", ",,", "RI5118", "信用类别")]
    [InlineData(",B,", ",Ｂ,", "RI5118", "信用类别")]
    [InlineData("1980-01-05", "1980-02-30", "RI5120", "成立日期")]
    [InlineData("1980-01-05", "05.01.1980", "RI5120", "成立日期")]
    [InlineData("1980-01-05", "29225", "RI5120", "成立日期")]
    [InlineData("1980-01-05", "-0044-03-15", "RI5120", "成立日期")]
    [InlineData("存续", "", "RI5121", "登记状态")]
    [InlineData("存续", "撤销", "RI5121", "登记状态")]
    public void Read_BadCell_IsRefusedWithCodeColumnAndLineAndTheNextIsRead(string good, string bad, string code, string column)
    {
        string other = Good.Replace("91210102117776048G", "912101141181923197", StringComparison.Ordinal);
        SubjectImport import = Read(other + Good.Replace(good, bad, StringComparison.Ordinal) + other.Replace("912101141181923197", "91210181118210601M", StringComparison.Ordinal));
        RowFinding finding = Assert.Single(import.Findings);
        RefusalAssert.Is(finding.Refusal, code);
        Assert.Equal((3, column, FindingSeverity.Error), (finding.Line, finding.Column, finding.Severity));
        Assert.Equal(ShownText.Of(bad.Trim(',')), finding.Value);
        Assert.Equal(["912101141181923197", "91210181118210601M"], import.Subjects.Select(subject => subject.Code));
        Assert.Equal((3, 1, 0, 1, 0), (import.Rows, import.Errors, import.Warnings, import.RowsRefused, import.FindingsNotListed));
    }

    [Fact]
    public void Read_WrongCheckCharacter_IsAcceptedWithWarningRI5106()
    {
        SubjectImport import = Read(Good.Replace("48G", "48H", StringComparison.Ordinal));
        RowFinding finding = Assert.Single(import.Findings);
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        RefusalAssert.Is(finding.Refusal, "RI5106", ("value", "91210102117776048H"), ("actual", "H"), ("expected", "G"));
        Assert.Equal("91210102117776048H", Assert.Single(import.Subjects).Code);
    }

    [Fact]
    public void Read_UnusualClass_IsAcceptedWithWarningRI5119()
    {
        SubjectImport import = Read(Good.Replace(",B,", ",E,", StringComparison.Ordinal));
        RefusalAssert.Is(Assert.Single(import.Findings).Refusal, "RI5119", ("value", "E"), ("known", "A、B、C、D"));
        Assert.Equal("E", Assert.Single(import.Subjects).CreditClass);
        Assert.Empty(Read(Good.Replace(",B,", ",E,", StringComparison.Ordinal), new SubjectRules { KnownClasses = [] }).Findings);
    }

    [Fact]
    public void Read_CodeTwice_RefusesTheLaterAndNamesBothLines()
    {
        SubjectImport import = Read(Good + "\n" + Good);
        RowFinding finding = Assert.Single(import.Findings);
        RefusalAssert.Is(finding.Refusal, "RI5108", ("value", "91210102117776048G"), ("firstLine", "2"), ("line", "4"));
        Assert.Single(import.Subjects);
    }

    [Fact]
    public void Read_ManyFaultsInARow_AreAllReported()
    {
        SubjectImport import = Read("x,,,gestern,a/b,?,,,weg\n");
        Assert.Equal(["RI5102", "RI5109", "RI5112", "RI5117", "RI5118", "RI5120", "RI5121"], import.Findings.Select(finding => finding.Refusal.Code));
        Assert.All(import.Findings, finding => Assert.Equal(2, finding.Line));
        Assert.Equal((7, 1), (import.Errors, import.RowsRefused));
    }

    [Fact]
    public void Read_FaultyRow_IsAFindingOfTheWholeRow()
    {
        SubjectImport import = Read("a,b\n" + Good);
        RowFinding finding = Assert.Single(import.Findings);
        RefusalAssert.Is(finding.Refusal, "RI5012", ("line", "2"), ("expected", "9"), ("actual", "2"));
        Assert.Equal(("", ""), (finding.Column, finding.Value));
        Assert.Single(import.Subjects);
    }

    [Fact]
    public void Read_MoreFindingsThanAreKept_AreCounted()
    {
        SubjectImport import = Read(string.Concat(Enumerable.Repeat("x\n", 10)), SubjectRules.Default with { MaximumFindings = 3 });
        Assert.Equal((3, 10, 7), (import.Findings.Length, import.Errors, import.FindingsNotListed));
    }

    [Theory]
    [InlineData("1980/1/5")]
    [InlineData("1980/01/05")]
    [InlineData("1980年1月5日")]
    [InlineData("1980年01月05日")]
    public void Read_OtherWaysToWriteADate_AreTheSameDay(string date) =>
        Assert.Equal(new LocalDate(1980, 1, 5), Assert.Single(Read(Good.Replace("1980-01-05", date, StringComparison.Ordinal)).Subjects).EstablishedOn);

    [Fact]
    public void Read_TagsAndDays_SetsAndDatedRows()
    {
        const string Rows =
            "统一社会信用代码,名称,登记区域,行业门类,信用类别,标签,生效日期\n"
            + "91210102117776048G,甲,沈河区,H,A,食品、药品,\n"
            + "912101141181923197,乙,沈河区,H,A,,2026-12-01\n"
            + "91210181118210601M,丙,沈河区,H,A,食/品,2026-13-01\n";
        using TableReader table = TableReader.Open(Encoding.UTF8.GetBytes(Rows));
        SubjectImport import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers));
        Assert.Equal("药品|食品", Assert.Single(import.Subjects).Tags.Text);
        DatedSubject dated = Assert.Single(import.Dated);
        Assert.Equal((new LocalDate(2026, 12, 1), "乙", SubjectTags.None), (dated.On, dated.Subject.Name, dated.Subject.Tags));
        Assert.Equal(["RI5120 生效日期", "RI5112 标签"], import.Findings.Select(finding => $"{finding.Refusal.Code} {finding.Column}"));
        Assert.Equal((3, 1), (import.Rows, import.RowsRefused));
    }

    [Fact]
    public void Read_CarriersAndAssessments_OfTheirColumns()
    {
        const string Rows =
            "统一社会信用代码,名称,登记区域,行业门类,信用类别,信用评定日期,信用评定来源,载体类型,所属主体\n"
            + "91210102117776048G,甲,沈河区,H,A,2026-01-05,市信用中心,,\n"
            + "CD-0001,甲的后厨,沈河区,H,A,,,场所,91210102117776048G\n"
            + "CD-0002,缺来源,沈河区,H,A,2026-01-05,,场所,91210102117776048G\n"
            + "CD-0003,缺类型,沈河区,H,A,,,,91210102117776048G\n"
            + "CD-0004,怪类型,沈河区,H,A,,,地方,91210102117776048G\n"
            + "CD-0005,属于自己,沈河区,H,A,,,点位,CD-0005\n"
            + "CD-0006,怪来源,沈河区,H,A,2026-01-05,甲\u200B乙,产品,91210102117776048G\n";
        using TableReader table = TableReader.Open(Encoding.UTF8.GetBytes(Rows));
        SubjectImport import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers));
        Assert.Equal(
            [(new CreditAssessment(new LocalDate(2026, 1, 5), "市信用中心"), null), ((CreditAssessment?)null, new Carrier(CarrierKind.Site, "91210102117776048G"))],
            import.Subjects.Select(subject => (subject.Assessment, subject.Carrier)));
        Assert.Equal(
            ["RI5131 信用评定日期", "RI5133 载体类型", "RI5102 统一社会信用代码", "RI5132 载体类型", "RI5102 统一社会信用代码", "RI5107 所属主体", "RI5102 统一社会信用代码", "RI5130 信用评定来源"],
            import.Findings.Select(finding => $"{finding.Refusal.Code} {finding.Column}"));
    }

    [Fact]
    public void Read_NoDate_IsNull() => Assert.Null(Assert.Single(Read(Good.Replace("1980-01-05", "", StringComparison.Ordinal)).Subjects).EstablishedOn);

    [Theory]
    [InlineData("存续（在营、开业、在册）", SubjectStatus.Active)]
    [InlineData("注销", SubjectStatus.Deregistered)]
    [InlineData("吊销，未注销", SubjectStatus.Revoked)]
    [InlineData("迁出", SubjectStatus.MovedOut)]
    [InlineData("movedout", SubjectStatus.MovedOut)]
    [InlineData("歇业", SubjectStatus.Suspended)]
    public void Read_Status_IsRecognised(string text, SubjectStatus status) =>
        Assert.Equal(status, Assert.Single(Read(Good.Replace("存续", text, StringComparison.Ordinal)).Subjects).Status);

    [Fact]
    public void Read_FormulaLookingCell_IsOnlyData() =>
        Assert.Equal("=HYPERLINK(1)", Assert.Single(Read(Good.Replace("沈阳市友谊印刷纸制品厂", "=HYPERLINK(1)", StringComparison.Ordinal)).Subjects).Name);

    [Fact]
    public void Read_DrawableCodes_AreAcceptedByRule()
    {
        SubjectRules rules = SubjectRules.Shenyang with { CodeForm = SubjectCodeForm.Drawable };
        Assert.Equal("p-1/2", Assert.Single(Read(Good.Replace("91210102117776048G", "p-1/2", StringComparison.Ordinal), rules).Subjects).Code);
        RefusalAssert.Is(Assert.Single(Read(Good.Replace("91210102117776048G", ":x", StringComparison.Ordinal), rules).Findings).Refusal, "RI5107", ("value", ":x"));
    }

    [Fact]
    public void Read_UnmappedOrDoublyMappedColumns_AreRefused()
    {
        using TableReader table = TableReader.Open("id,name,region\n"u8.ToArray());
        RefusalAssert.Refused("RI5017", () => SubjectTable.Read(table, SubjectColumns.Guess(table.Headers)), ("missing", "行业门类 (trade)、信用类别 (credit class)"), ("known", "id、name、region"));
        SubjectColumns columns = new() { Code = "id", Name = "name", Region = "region", Trade = "region", CreditClass = "class" };
        RefusalAssert.Refused("RI5018", () => SubjectTable.Read(table, columns), ("header", "region"), ("first", "登记区域 (region)"), ("second", "行业门类 (trade)"));
        RefusalAssert.Refused("RI5011", () => SubjectTable.Read(table, columns with { Trade = "trade" }), ("header", "trade"));
    }

    [Fact]
    public void Read_RealRegister_IsGoodFromBothEncodings()
    {
        byte[] utf8 = RealSubjects.Bytes();
        byte[] gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Encoding.UTF8.GetString(utf8));
        SubjectImport first = ReadBytes(utf8, SubjectRules.Shenyang);
        Assert.Equal((24_249, 24_249, 0), (first.Rows, first.Subjects.Length, first.Findings.Length));
        Assert.Equal(first.Subjects, ReadBytes(gb18030, SubjectRules.Shenyang).Subjects);
    }

    [Fact]
    public void Guess_ChineseAndEnglishHeaders_AreRecognised()
    {
        SubjectColumns chinese = SubjectColumns.Guess("统一社会信用代码,名称,主体类型,成立日期,登记区域,行业门类,信用类别,经营范围,登记状态".Split(','));
        Assert.Equal(
            new SubjectColumns { Code = "统一社会信用代码", Name = "名称", Kind = "主体类型", EstablishedOn = "成立日期", Region = "登记区域", Trade = "行业门类", CreditClass = "信用类别", Scope = "经营范围", Status = "登记状态" },
            chinese);
        Assert.Empty(chinese.Missing);
        Assert.Equal(
            new SubjectColumns { Code = "Credit Code", Name = " NAME", Kind = "legal-form", EstablishedOn = "established_on", Region = "District", Trade = "industry", CreditClass = "CreditClass", Scope = "Scope of business", Status = "STATUS" },
            SubjectColumns.Guess(["CreditClass", "STATUS", "Credit Code", " NAME", "legal-form", "established_on", "District", "industry", "Scope of business"]));
        Assert.Equal(new SubjectColumns(), SubjectColumns.Guess(["甲", "乙"]));
        Assert.Equal(5, new SubjectColumns().Missing.Length);
    }

    [Fact]
    public void Read_SampleOfAThousandWithEveryTenthCodeRepeated_FindsExactlyThose()
    {
        Subject[] subjects = [.. SampleSubjects.Generate(1000, 3)];
        StringWriter text = new();
        SampleSubjectFile.Write(text, [.. subjects, .. subjects.Where((_, i) => i % 10 == 0)], SampleSubjectColumns.WithStatus);
        SubjectImport import = ReadBytes(Encoding.UTF8.GetBytes(text.ToString()), SubjectRules.Shenyang);
        Assert.Equal(subjects, import.Subjects);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{2 + 10 * i}-{1002 + i}"), import.Findings.Select(finding => $"{finding.Refusal["firstLine"]}-{finding.Refusal["line"]}"));
    }

    private static SubjectImport Read(string rows, SubjectRules? rules = null) => ReadBytes(Encoding.UTF8.GetBytes(Headers + rows), rules ?? SubjectRules.Shenyang);

    private static SubjectImport ReadBytes(byte[] file, SubjectRules rules)
    {
        using TableReader table = TableReader.Open(file);
        return SubjectTable.Read(table, SubjectColumns.Guess(table.Headers), rules);
    }
}
