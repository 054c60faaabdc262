using System.Collections.Immutable;

namespace RandomInspection.Drawing.Scale;

/// <summary>A draw over some partitions of a frame: counts and smallest tickets per cell. Partials merge in any order and any grouping.</summary>
/// <remarks>
/// What a machine of a cluster sends; the whole draw needs nothing else of its partitions. Merging is associative and commutative and
/// refuses a partition that is there already. Source: random-inspection-draw/1 §1 and §6.
/// </remarks>
public sealed class DrawPartial
{
    internal DrawPartial(Digest plan, ImmutableArray<FramePartition> partitions, ImmutableArray<PartialCell> cells)
    {
        Plan = plan;
        Partitions = partitions;
        Cells = cells;
    }

    /// <summary>The <see cref="DrawPlan.Digest"/> of its draw.</summary>
    public Digest Plan { get; }

    /// <summary>The partitions it covers, in the order of their names' bytes.</summary>
    public ImmutableArray<FramePartition> Partitions { get; }

    /// <summary>What was found of each cell, in the plan's order.</summary>
    public ImmutableArray<PartialCell> Cells { get; }

    /// <summary>The draw over the partitions of both.</summary>
    /// <param name="plan">The draw's plan.</param>
    /// <param name="other">Another partial draw.</param>
    /// <exception cref="RefusalException">They are of different draws (RI1373), or a partition is in both (RI1370).</exception>
    public DrawPartial Merge(DrawPlan plan, DrawPartial other)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(other);
        RequireOf(plan);
        other.RequireOf(plan);
        HashSet<string> own = [.. Partitions.Select(partition => partition.Name)];
        if (other.Partitions.FirstOrDefault(partition => own.Contains(partition.Name)) is { } twice)
        {
            throw ScaleRefusals.PartitionTwice.Refuse(("name", twice.Name));
        }

        UnitLog log = new();
        return new DrawPartial(
            Plan,
            [.. Partitions.Concat(other.Partitions).OrderBy(partition => partition.Name, FrameTree.Utf8Order)],
            [.. Cells.Select((cell, place) => cell.Merge(other.Cells[place], plan.Wanted(place), log))]);
    }

    /// <summary>What of it may be among the smallest of the whole frame, all but certainly.</summary>
    /// <param name="plan">The draw's plan, whose counts say below which ticket the wanted ones of each cell lie.</param>
    /// <remarks>
    /// Of a cell that many partitions share, each need not send as many as are wanted of all together. Whoever merges what is left asks
    /// <see cref="IsWhole"/>, and where something is missing for the whole partial draws: never merge the one with the other.
    /// </remarks>
    /// <exception cref="RefusalException">It is another draw's (RI1373).</exception>
    public DrawPartial Below(DrawPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RequireOf(plan);
        return new DrawPartial(Plan, Partitions, [.. Cells.Select((cell, place) => cell.Below(plan.Threshold(place)))]);
    }

    /// <summary>Whether of every cell as many tickets are there as are wanted, or as its units have.</summary>
    /// <param name="plan">The draw's plan.</param>
    /// <exception cref="RefusalException">It is another draw's (RI1373).</exception>
    public bool IsWhole(DrawPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RequireOf(plan);
        return !Cells.Where((cell, place) => cell.Smallest.Count < Math.Min(cell.Drawable, plan.Wanted(place))).Any();
    }

    /// <summary>The result, once every partition is in.</summary>
    /// <param name="plan">The draw's plan.</param>
    /// <param name="committed">The partitions that the opening committed to.</param>
    /// <exception cref="RefusalException">
    /// It is another draw's (RI1373), a partition is missing (RI1371), has another root or size than committed or was not committed to
    /// (RI1372), its units are not those that were counted (RI1110), a unit that was selected stands in two of them
    /// (RI1376), or a cell has fewer or more tickets than the plan asks for (RI1374).
    /// </exception>
    public DrawResult Complete(DrawPlan plan, IEnumerable<FramePartition> committed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(committed);
        RequireOf(plan);
        Dictionary<string, FramePartition> due = committed.ToDictionary(partition => partition.Name);
        foreach (FramePartition partition in Partitions)
        {
            if (!due.Remove(partition.Name, out FramePartition? promised) || promised != partition)
            {
                throw ScaleRefusals.OtherPartition.Refuse(("name", partition.Name), ("found", partition.Root), ("expected", promised?.Root.ToString() ?? "—"));
            }
        }

        if (due.Keys.Order(FrameTree.Utf8Order).FirstOrDefault() is { } missing)
        {
            throw ScaleRefusals.PartitionMissing.Refuse(("name", missing), ("count", due.Count));
        }

        for (int place = 0; place < Cells.Length; place++)
        {
            (CellCount expected, PartialCell found) = (plan.Cells[place].Count, Cells[place]);
            if (found.Population != expected.Population || found.Drawable != expected.Drawable)
            {
                throw StreamedDraw.Changed(expected.Cell.ToString(), (expected.Population, expected.Drawable), (found.Population, found.Drawable));
            }

            if (found.Smallest.Count != plan.Wanted(place))
            {
                throw ScaleRefusals.MalformedPartial.Refuse(("detail", $"{expected.Cell}: {found.Smallest.Count}/{plan.Wanted(place)}"));
            }
        }

        UnitList[] units = UnitList.InOneLog(Cells.Select(cell => UnitList.Of(cell.Smallest)));
        return units.Length == 0 ? new DrawResult([], [], []) : TicketRanking.Of(units[0].Log, units).Result(plan);
    }

    private void RequireOf(DrawPlan plan)
    {
        if (Plan != plan.Digest || Cells.Length != plan.Cells.Length)
        {
            throw ScaleRefusals.OtherDraw.Refuse(("expected", plan.Digest), ("found", Plan));
        }
    }

    /// <summary>Its bytes: compact and versioned, the same for the same content.</summary>
    public byte[] ToBytes() => DrawPartialDocument.Write(this);

    /// <summary>The partial draw of one partition that a database wrote as lines (<c>docs/sql/partition.sql</c>).</summary>
    /// <param name="text">The lines, in any order.</param>
    /// <param name="plan">The draw's plan.</param>
    /// <exception cref="InputRefusedException">They are none (RI1374), or have a cell that the plan has not (RI1110).</exception>
    public static DrawPartial FromText(string text, DrawPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return DrawPartialText.Read(text, plan);
    }

    /// <summary>The partial draw that bytes of <see cref="ToBytes"/> keep.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="InputRefusedException">They are none, or of another version (RI1374).</exception>
    public static DrawPartial FromBytes(ReadOnlySpan<byte> bytes) => DrawPartialDocument.Read(bytes);
}

/// <summary>What was found of a cell.</summary>
/// <param name="Population">Its units.</param>
/// <param name="Drawable">Those that can be drawn.</param>
/// <param name="Smallest">Those with the smallest tickets, in their order, as many as are selected or stand ready at most; they do not change.</param>
/// <remarks>Two compare equal if their lists are the same object.</remarks>
public sealed record PartialCell(long Population, long Drawable, IReadOnlyList<SelectedUnit> Smallest)
{
    internal PartialCell Below(ulong threshold)
    {
        UnitList units = UnitList.Of(Smallest);
        int kept = units.Count;
        while (kept > 0 && units.Log.Leading(units.Numbers[kept - 1]) > threshold)
        {
            kept--;
        }

        return kept == units.Count ? this : this with { Smallest = units.First(kept) };
    }

    internal PartialCell Merge(PartialCell other, int wanted, UnitLog log) => new(
        Population + other.Population, Drawable + other.Drawable, UnitList.Merge(UnitList.Of(Smallest), UnitList.Of(other.Smallest), wanted, log));
}
