using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Orleans.Messages;

/// <summary>What the first reading of a partition gave.</summary>
[GenerateSerializer, Immutable, Alias("ri.census")]
internal sealed record CensusMessage([property: Id(0)] string Root, [property: Id(1)] long Size, [property: Id(2)] CellMessage[] Cells)
{
    public FrameCensus Census => new(Digest.Parse(Root), Size, [.. Cells.Select(cell => cell.Count)]);

    public static CensusMessage Of(FrameCensus census) => new(census.Root.Hex, census.Size, [.. census.Cells.Select(CellMessage.Of)]);
}

/// <summary>A cell's counts.</summary>
[GenerateSerializer, Immutable, Alias("ri.cell")]
internal sealed record CellMessage([property: Id(0)] string Stratum, [property: Id(1)] string Class, [property: Id(2)] long Population, [property: Id(3)] long Drawable)
{
    public CellCount Count => new(new Cell(Drawing.Stratum.Parse(Stratum), Class), Population, Drawable);

    public static CellMessage Of(CellCount count) => new(count.Cell.Stratum.Text, count.Cell.Class, count.Population, count.Drawable);
}
