using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>From counted subjects to cells: strata, criteria and the cap.</summary>
public sealed class StratificationTests
{
    private static readonly SubjectCount[] Counts =
    [
        new("沈河区", "H", "A", SubjectStatus.Active, 5),
        new("沈河区", "F", "A", SubjectStatus.Active, 3),
        new("和平区", "H", "B", SubjectStatus.Active, 2),
        new("和平区", "H", "A", SubjectStatus.Active, 4),
        new("和平区", "H", "A", SubjectStatus.Revoked, 7),
        new("和平区", "H", "A", SubjectStatus.Suspended, 9),
    ];

    [Theory]
    [InlineData(Stratification.None, "全部")]
    [InlineData(Stratification.Region, "沈河区")]
    [InlineData(Stratification.Trade, "H")]
    [InlineData(Stratification.RegionAndTrade, "沈河区/H")]
    public void StratumOf_EachKind_ItsLabels(Stratification stratification, string stratum) => Assert.Equal(stratum, stratification.StratumOf("沈河区", "H").Text);

    [Fact]
    public void StratumOf_UnknownKind_Refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ((Stratification)4).StratumOf("沈河区", "H"));

    [Theory]
    [InlineData(Stratification.None, "全部 A 12, 全部 B 2")]
    [InlineData(Stratification.Region, "和平区 A 4, 和平区 B 2, 沈河区 A 8")]
    [InlineData(Stratification.Trade, "F A 3, H A 9, H B 2")]
    [InlineData(Stratification.RegionAndTrade, "和平区/H A 4, 和平区/H B 2, 沈河区/F A 3, 沈河区/H A 5")]
    public void Cells_EachKind_ActiveSubjectsInTheOrderOfCells(Stratification stratification, string due)
    {
        CellCount[] cells = [.. stratification.Cells(Counts)];
        Assert.Equal(due, string.Join(", ", cells.Select(c => $"{c.Cell} {c.Population}")));
        Assert.All(cells, c => Assert.Equal(c.Population, c.Drawable));
    }

    [Fact]
    public void ExpectedNano_SeveralCells_TheirSum()
    {
        CellExpectation cell = new(new CellCount(new Cell(Stratum.Parse("s"), "A"), 10, 10), 2_000_000_001);
        Assert.Equal((Int128)4_000_000_002, new TaskPreview([cell, cell], 20, 20, ImmutableSortedDictionary<string, long>.Empty, 1).ExpectedNano);
    }

    [Theory]
    [InlineData(3, 3_000_000_000, "Certain")]
    [InlineData(3, 2_999_999_999, "")]
    [InlineData(3, 0, "Never")]
    [InlineData(2, 1, "Small")]
    [InlineData(2, 2_000_000_000, "Certain Small")]
    [InlineData(0, 0, "Never Small")]
    public void Remarks_Chances_Flagged(long drawable, long expected, string remarks) =>
        Assert.Equal(remarks, string.Join(' ', new CellExpectation(new CellCount(new Cell(Stratum.Parse("s"), "A"), 5, drawable), expected).Remarks));
}
