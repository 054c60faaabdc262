namespace RandomInspection.Drawing.Scale;

/// <summary>Partial draws that a database writes: lines in any order, of one partition.</summary>
/// <remarks><c>plan digest</c>, <c>partition name root size</c>, <c>cell stratum class population drawable</c>, <c>unit stratum class ticket id</c>; tabs between.</remarks>
internal static class DrawPartialText
{
    public const string Head = "random-inspection-partial/1";

    public static DrawPartial Read(string text, DrawPlan plan)
    {
        PartitionLines lines = PartitionLines.Of(text, Head, ScaleRefusals.MalformedPartial);
        Digest digest = lines.One("plan", 1, static p => Digest.Parse(p[0]));
        FramePartition partition = lines.One("partition", 3, static p => new FramePartition(p[0], Digest.Parse(p[1]), PartitionLines.Count(p[2])));
        List<CellCount> cells = lines.Many("cell", 4, PartitionLines.Cell);
        ILookup<Cell, SelectedUnit> units = lines
            .Many("unit", 4, static p => (Cell: PartitionLines.CellOf(p), Unit: new SelectedUnit(new Ticket(Convert.FromHexString(p[2])), FrameUnit.IsId(p[3]) ? p[3] : throw new FormatException(p[3]))))
            .ToLookup(unit => unit.Cell, unit => unit.Unit);
        lines.Require(lines.IsDone && cells.DistinctBy(cell => cell.Cell).Count() == cells.Count && cells.Sum(cell => cell.Population) == partition.Size, "counts");
        lines.Require(units.All(cell => plan.PlaceOf(cell.Key) >= 0), "a cell that the plan does not have");
        CellCount[] counts = StreamedDraw.CountsOf(new FrameCensus(partition.Root, partition.Size, [.. cells]), plan);
        DrawPartial partial = new(digest, [partition], [.. counts.Select(count => new PartialCell(count.Population, count.Drawable, [.. units[count.Cell].Order(TicketOrder.Instance)]))]);
        return DrawPartial.FromBytes(partial.ToBytes()); // held to what every partial draw is held to
    }
}
