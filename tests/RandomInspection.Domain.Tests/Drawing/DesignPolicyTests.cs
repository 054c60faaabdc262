using System.Collections.Immutable;
using FsCheck.Xunit;
using RandomInspection.Calendars;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>Designs made from policy, and the documents they become.</summary>
public sealed class DesignPolicyTests
{
    private static readonly ImmutableArray<CellCount> Cells =
    [
        new(new Cell(Stratum.Parse("和平区"), "A"), 600, 590), new(new Cell(Stratum.Parse("和平区"), "D"), 20, 20),
        new(new Cell(Stratum.Parse("沈河区"), "A"), 300, 300), new(new Cell(Stratum.Parse("铁西区"), "A"), 5, 0),
    ];

    [Fact]
    public void Rates_DefaultTable_DocumentSaysRuleAndSource() => Assert.Equal(
        """{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0.1","D":"0.3"},"minimumPerStratum":1,"reservesPerCell":2,"basis":"按类别比例 rates by class：A 1 %、B 2 %、C 10 %、D 30 %（河南 2021 按信用类别的抽查比例）。"}""",
        DesignDocument.Of(DesignPolicy.Rates(RateTable.Henan2021, 1, 2)).Text);

    [Fact]
    public void Allocate_Neyman_DocumentNamesRuleSourceAndEveryCount()
    {
        DrawDesign.StratumSizes design = DesignPolicy.Allocate(AllocationRule.Neyman, Cells, ViolationTable.Parse("和平区\t3\t120\n沈河区\t40\t90\n铁西区\t0\t0"), 100, 2, 1);
        Assert.Equal(100, design.Sizes.Values.Sum());
        Assert.Equal(0, design.Sizes[Stratum.Parse("铁西区")]);
        string text = DesignDocument.Of(design).Text;
        Assert.Contains("内曼分配 Neyman：100，整数最优 exact optimum（Wright 2017, doi:10.1016/j.spl.2017.04.026），每层至少 at least 2", text, StringComparison.Ordinal);
        Assert.Contains("和平区 3/120、沈河区 40/90、铁西区 0/0", text, StringComparison.Ordinal);
        Assert.Contains("\"weights\":{\"A\":1,\"D\":1},\"reservesPerCell\":1", text, StringComparison.Ordinal);
        Assert.Equal(100, new DrawEngine().Expect(Cells, DesignDocument.Parse(text).Design).Sum(cell => cell.ExpectedNano) / CellExpectation.NanosPerUnit);
        Assert.Contains("幂分配 power 0.5（Bankier 1988", DesignPolicy.Allocate(AllocationRule.Power(5), Cells, ViolationTable.Parse("和平区\t3\t120\n沈河区\t40\t90\n铁西区\t0\t0"), 100, 1, 0).Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocate_StrataThatDoNotFit_Refused()
    {
        RefusalAssert.Input("RI1217", () => Neyman("和平区\t3\t120\n沈河区\t4\t90"), ("stratum", "铁西区"));
        RefusalAssert.Input("RI1218", () => Neyman("和平区\t3\t120\n沈河区\t4\t90\n铁西区\t0\t0\n皇姑区\t0\t0"), ("stratum", "皇姑区"));
        RefusalAssert.Input("RI1217", () => Neyman(""), ("stratum", Cells.Min(cell => cell.Cell.Stratum)!.ToString()));
        RefusalAssert.Input("RI1218", () => Neyman("和平区\t3\t120\n沈河区\t4\t90\n铁西区\t0\t0\n皇姑区\t0\t0\n于洪区\t0\t0"), ("stratum", "于洪区"));
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignPolicy.Allocate(AllocationRule.Neyman, Cells, [], 50, 0, 0));
        RefusalAssert.Contains("RI1220", () => Neyman("和平区\t3\t120\n和平区\t4\t90"), ("stratum", "和平区"));
        RefusalAssert.Contains("RI1216", () => Neyman("和平区\t3\t120\n沈河区\t4\t90\n铁西区\t0\t0", 1), ("minimums", "2"));
        RefusalAssert.Contains("RI1211", () => Neyman("和平区\t3\t120\n沈河区\t4\t90\n铁西区\t0\t0", 911), ("drawable", "910"));

        static void Neyman(string found, int size = 50) => DesignPolicy.Allocate(AllocationRule.Neyman, Cells, ViolationTable.Parse(found), size, 1, 0);
    }

    [Property(Arbitrary = [typeof(DrawCase)], MaxTest = 300)]
    public void Of_AnyDesign_ReadsBackAsTheSame(DrawCase draw)
    {
        DesignDocument document = DesignDocument.Of(draw.Parsed);
        Assert.Equal(document.Text, DesignDocument.Of(document.Design).Text);
        Assert.Equal(Read(draw.Parsed), Read(document.Design));

        string Read(DrawDesign design)
        {
            try
            {
                return string.Join('\n', [$"{design.Basis}|{design.MinimumPerStratum}|{design.ReservesPerCell}", .. new DrawEngine().Expect(draw.Frame.Cells, design)]);
            }
            catch (InputRefusedException refused)
            {
                return refused.Message;
            }
        }
    }

    [Fact]
    public void Of_BasisWithAnyCharacter_ReadsBack()
    {
        DrawDesign design = DesignPolicy.Rates(RateTable.Henan2021, null, 0) with { Basis = "“引号” \" \\ \n 𠮷 ½ <&>" };
        Assert.Equal(design.Basis, DesignDocument.Parse(DesignDocument.Of(design).Text).Design.Basis);
    }

    [Fact]
    public void Of_ValueOutOfRange_Refused() =>
        RefusalAssert.Contains("RI1204", () => DesignDocument.Of(new DrawDesign.Fixed(-1, ImmutableSortedDictionary<string, int>.Empty)), ("member", "size"), ("value", "-1"));

    [Fact]
    public void RateTable_Malformed_Refused()
    {
        LegalBasis source = new("x");
        Assert.Throws<ArgumentException>(() => new RateTable([], source));
        Assert.Throws<ArgumentException>(() => new RateTable([new("A", -1)], source));
        Assert.Throws<ArgumentException>(() => new RateTable([new("A", 1_000_000_001)], source));
        Assert.Throws<ArgumentException>(() => new RateTable([new("A B", 1)], source));
    }

    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("0.2", 200_000_000, "0.2")]
    [InlineData("0.000000001", 1, "0.000000001")]
    [InlineData("1.000", 1_000_000_000, "1")]
    public void RateText_Text_ReadAndWrittenShortest(string text, int nano, string shortest)
    {
        Assert.Equal(nano, RateText.Parse(text));
        Assert.Equal(shortest, RateText.Of(nano));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20%")]
    [InlineData("1.1")]
    [InlineData(".2")]
    [InlineData("0.1234567890")]
    public void RateText_Malformed_RI1224(string text) => RefusalAssert.Input("RI1224", () => RateText.Parse(text), ("rate", text));
}
