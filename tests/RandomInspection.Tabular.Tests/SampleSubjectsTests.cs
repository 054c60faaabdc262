using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.SampleData;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

public sealed class SampleSubjectsTests
{
    private static readonly Subject[] Default = [.. SampleSubjects.Generate()];

    [Fact]
    public void Generate_Default_HasFiveThousandWithValidCodesOfTheirRegion()
    {
        Assert.Equal(5000, Default.Length);
        Assert.All(Default, subject =>
        {
            UnifiedSocialCreditCode code = UnifiedSocialCreditCode.Parse(subject.Code);
            Assert.True(code.CheckCharacterIsValid);
            Assert.StartsWith("X", code.OrganisationCode, StringComparison.Ordinal);
            Assert.True(OrganisationCodeIsValid(code.OrganisationCode), code.OrganisationCode);
            Assert.Equal(ShenyangRegions.OfLabel(subject.Region)!.Code, code.RegionCode);
            Assert.NotNull(TradeSection.Of(subject.Trade));
            Assert.InRange(subject.EstablishedOn!.Value, new LocalDate(1984, 1, 1), new LocalDate(2026, 6, 30));
        });
    }

    [Fact]
    public void Generate_Default_MeetsEveryRegionTradeClassAndStatusInAboutItsShare()
    {
        Assert.Equal(14, Default.Select(subject => subject.Region).Distinct().Count());
        Assert.True(Default.Select(subject => subject.Trade).Distinct().Count() >= 19);
        Assert.Equal(5, Default.Select(subject => subject.Status).Distinct().Count());
        Assert.InRange(Default.Count(subject => subject.CreditClass == "A"), 3150, 3390);
        Assert.InRange(Default.Count(subject => subject.CreditClass == "B"), 1160, 1370);
        Assert.InRange(Default.Count(subject => subject.CreditClass == "C"), 320, 460);
        Assert.InRange(Default.Count(subject => subject.CreditClass == "D"), 45, 110);
        Assert.InRange(Default.Count(subject => subject.Status == SubjectStatus.Active), 4700, 4900);
    }

    [Fact]
    public void Generate_SameSeed_IsTheSameForEver()
    {
        // Written down once: whatever changes it changes every screenshot and benchmark made with it.
        Assert.Equal(
            new Subject
            {
                Code = "91210111XUYR1T1238",
                Name = "沈阳隆信生物技术有限公司",
                Kind = "有限责任公司",
                Region = "苏家屯区",
                Trade = "M",
                CreditClass = "B",
                EstablishedOn = new LocalDate(2004, 12, 28),
                Scope = "技术开发、技术咨询、技术转让。",
            },
            Default[4999]);
        Assert.Equal(Default.Take(100), SampleSubjects.Generate(100));
        Assert.NotEqual(Default.Take(100), SampleSubjects.Generate(100, 1));
    }

    [Property]
    public Property Generate_AnyCount_IsThePrefixOfMoreAndAgreesWithAt() =>
        Prop.ForAll(Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), (count, seed) =>
        {
            Subject[] some = [.. SampleSubjects.Generate(count, seed)];
            return some.SequenceEqual(SampleSubjects.Generate(count + 50, seed).Take(count))
                && some.SequenceEqual(Enumerable.Range(0, count).Select(serial => SampleSubjects.At(serial, seed)));
        });

    [Fact]
    public void Generate_ManySubjects_HasNoCodeTwice()
    {
        HashSet<string> organisations = new(StringComparer.Ordinal);
        Assert.All(SampleSubjects.Generate(100_000, 7), subject => Assert.True(organisations.Add(subject.Code.Substring(8, 9))));
    }

    [Property]
    public Property At_DifferentSerials_HaveDifferentOrganisationCodes() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (a, b) =>
            a == b || SampleSubjects.At(a).Code.Substring(8, 8) != SampleSubjects.At(b).Code.Substring(8, 8));

    [Fact]
    public void Generate_NegativeCount_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => SampleSubjects.Generate(-1));
        Assert.Throws<ArgumentOutOfRangeException>("serial", () => SampleSubjects.At(-1));
        Assert.Empty(SampleSubjects.Generate(0));
    }

    [Theory]
    [InlineData(SampleSubjectColumns.ShenyangExport)]
    [InlineData(SampleSubjectColumns.WithStatus)]
    public void Write_ThenRead_GivesTheSameSubjects(SampleSubjectColumns columns)
    {
        StringWriter text = new();
        SampleSubjectFile.Write(text, Default, columns);
        using TableReader table = TableReader.Open(Encoding.UTF8.GetBytes(text.ToString()));
        SubjectImport import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers), SubjectRules.Shenyang);
        Assert.Empty(import.Findings);
        IEnumerable<Subject> expected = columns == SampleSubjectColumns.WithStatus ? Default : Default.Select(subject => subject with { Status = SubjectStatus.Active });
        Assert.Equal(expected, import.Subjects);
    }

    [Fact]
    public void Write_Headers_AreThoseOfTheRealExportAndTags()
    {
        StringWriter text = new();
        SampleSubjectFile.Write(text, []);
        Assert.Equal("统一社会信用代码,名称,主体类型,成立日期,登记区域,行业门类,信用类别,经营范围,标签\r\n", text.ToString());
        Assert.Equal(RealSubjects.Lines().First() + ",标签", text.ToString().TrimEnd());
    }

    /// <summary>GB 11714-1997, written as a congruence: the weighted sum and the check value together are a multiple of 11.</summary>
    private static bool OrganisationCodeIsValid(string code)
    {
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        int sum = code.Take(8).Select((c, i) => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".IndexOf(c, StringComparison.Ordinal) * weights[i]).Sum();
        int check = code[8] == 'X' ? 10 : code[8] - '0';
        return (sum + check) % 11 == 0;
    }
}
