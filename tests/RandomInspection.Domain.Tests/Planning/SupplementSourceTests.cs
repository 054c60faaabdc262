using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>What a supplementary draw draws from: the exhausted cells, without anybody whom the list named before.</summary>
public sealed class SupplementSourceTests
{
    private static readonly Stratum Shenhe = Stratum.Parse("沈河区");
    private static readonly Cell Other = new(Shenhe, "D");

    [Fact]
    public void Take_ExhaustedCells_OthersAndWhoWasNamedLeftOutByReason()
    {
        DrawnList list = ListScript.New();
        ListScript.Gone(list, "F1");
        foreach (string unit in (string[])["S1", "R1", "R2", "R3"])
        {
            ListScript.Gone(list, unit);
        }

        ImmutableSortedDictionary<Cell, int> cells = SupplementSource.ShortCells(list);
        Assert.Equal([(ListScript.Many, 1), (ListScript.Few, 1)], cells.Select(cell => (cell.Key, cell.Value)));
        Frame today = Frame.Of(
        [
            .. ((string[])["S2", "R1", "N1", "N2"]).Select(id => Unit(id, ListScript.Many)),
            .. ((string[])["F1", "N3", "N4"]).Select(id => Unit(id, ListScript.Few)),
            .. ((string[])["X1", "X2", "X3"]).Select(id => Unit(id, Other)),
        ]);
        (Frame frame, ImmutableSortedDictionary<string, long> leftOut) = SupplementSource.Take(today, ImmutableSortedDictionary<string, long>.Empty.Add("suspended", 9), list);
        Assert.Equal(["N1", "N2", "N3", "N4"], frame.Units.Select(unit => unit.Id));
        Assert.Equal([("drawnBefore", 3L), ("otherCell", 3L), ("suspended", 9L)], leftOut.Select(reason => (reason.Key, reason.Value)));
        ImmutableSortedDictionary<Stratum, int> sizes = SupplementSource.Sizes(frame, cells);
        Assert.Equal([(Shenhe, 2)], sizes.Select(size => (size.Key, size.Value)));
        Assert.Equal([(Shenhe, 4)], SupplementSource.Sizes(frame, cells.SetItem(ListScript.Many, 7).SetItem(ListScript.Few, 2)).Select(size => (size.Key, size.Value)));

        string text = SupplementSource.Design(frame, sizes, 3, "补充抽取");
        Assert.Equal("""{"kind":"stratumSizes","sizes":{"沈河区":2},"weights":{"A":1,"B":1},"reservesPerCell":3,"basis":"补充抽取"}""", DesignDocument.Parse(text).Text);
    }

    private static FrameUnit Unit(string id, Cell cell) => new(id, cell.Stratum, cell.Class, Standing.Drawable);
}
