using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Scales a design until it keeps its cap and its floor.</summary>
/// <remarks>
/// <c>fixed</c>: the size becomes the limit. <c>rates</c>: every rate is multiplied by one factor t / 10⁹: the largest t at which
/// the expected total is not above the cap, rates rounded down, or the smallest at which it is not below the floor, rates rounded
/// up and 1 at most. So no rate moves the other way, a rate of 0 stays 0, and the total is within one nano per unit of the limit.
/// </remarks>
public static class LimitScaling
{
    private const long Nano = CellExpectation.NanosPerUnit;

    /// <summary>The design itself if it keeps the limits, else the scaled one; its basis says the limits.</summary>
    /// <param name="bounds">The limits.</param>
    /// <param name="cells">The cells, distinct, in any order.</param>
    /// <param name="design">The design.</param>
    /// <exception cref="InputRefusedException">
    /// The design does not fit the cells (RI1210 to RI1215); its minimums are above the cap (RI1225); the floor is above what can be
    /// drawn (RI1226); or the limits need a design of another kind (RI1227).
    /// </exception>
    public static DrawDesign Apply(LimitBounds bounds, ImmutableArray<CellCount> cells, DrawDesign design)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        ArgumentNullException.ThrowIfNull(design);
        DrawDesign scaled = design;
        foreach (LimitFinding finding in bounds.Check(Expectation.Of(cells, design)))
        {
            scaled = (scaled, finding) switch
            {
                (DrawDesign.Fixed @fixed, LimitFinding.CapExceeded over) => @fixed with { Size = (int)over.Cap.Units },
                (DrawDesign.Fixed @fixed, LimitFinding.FloorMissed under) => Grown(cells, @fixed, under),
                (DrawDesign.Rates rates, LimitFinding.CapExceeded over) => Lowered(cells, rates, over),
                (DrawDesign.Rates rates, LimitFinding.FloorMissed under) => Raised(cells, rates, under),
                _ => throw NotScalable(bounds, scaled),
            };
        }

        // Where cap and floor leave no room for a nano per unit, rates cannot keep both.
        return bounds.Check(Expectation.Of(cells, scaled)).IsEmpty
            ? scaled with { Basis = Joined(design.Basis, bounds.Words) }
            : throw NotScalable(bounds, scaled);
    }

    /// <summary>The design of the total asked for if that keeps the limits, else of the nearest total that does; its basis says the limits.</summary>
    /// <param name="bounds">The limits.</param>
    /// <param name="cells">The cells, distinct, in any order.</param>
    /// <param name="size">The total asked for.</param>
    /// <param name="allocate">The design of a total, for example by <see cref="DesignPolicy.Allocate"/>.</param>
    /// <exception cref="InputRefusedException">No such design fits the cells: whatever <paramref name="allocate"/> refuses.</exception>
    public static DrawDesign Apply(LimitBounds bounds, ImmutableArray<CellCount> cells, int size, Func<int, DrawDesign> allocate)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        ArgumentNullException.ThrowIfNull(allocate);
        return Apply(bounds, cells, allocate(bounds.Within(size)));
    }

    private static DrawDesign.Fixed Grown(ImmutableArray<CellCount> cells, DrawDesign.Fixed design, LimitFinding.FloorMissed under)
    {
        long drawable = cells.Where(cell => design.Weights.GetValueOrDefault(cell.Cell.Class) > 0).Sum(cell => cell.Drawable);
        return under.Floor.Units <= long.Min(drawable, DrawDesign.MaxCount)
            ? design with { Size = (int)under.Floor.Units }
            : throw PolicyRefusals.FloorAboveDrawable.Refuse(("most", drawable), ("floor", under.Floor.Units), ("source", under.Floor.Rule.Source));
    }

    private static DrawDesign.Rates Lowered(ImmutableArray<CellCount> cells, DrawDesign.Rates design, LimitFinding.CapExceeded over)
    {
        Int128 cap = (Int128)over.Cap.Units * Nano;
        if (Total(cells, Least(design)) is var minimums && minimums > cap)
        {
            throw PolicyRefusals.CapBelowMinimums.Refuse(("minimums", minimums / Nano), ("cap", over.Cap.Units), ("source", over.Cap.Rule.Source));
        }

        long low = 0, high = Nano;
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            (low, high) = Total(cells, Scaled(design, middle)) <= cap ? (middle, high) : (low, middle);
        }

        return Scaled(design, low);
    }

    private static DrawDesign.Rates Raised(ImmutableArray<CellCount> cells, DrawDesign.Rates design, LimitFinding.FloorMissed under)
    {
        // At 10⁹ × 10⁹ the smallest rate, one nano, is 1.
        Int128 floor = (Int128)under.Floor.Units * Nano, low = Nano, high = (Int128)Nano * Nano;
        if (Total(cells, Scaled(design, high)) is var most && most < floor)
        {
            throw PolicyRefusals.FloorAboveDrawable.Refuse(("most", most / Nano), ("floor", under.Floor.Units), ("source", under.Floor.Rule.Source));
        }

        while (high - low > 1)
        {
            Int128 middle = low + ((high - low) / 2);
            (low, high) = Total(cells, Scaled(design, middle)) < floor ? (middle, high) : (low, middle);
        }

        return Scaled(design, high);
    }

    /// <summary>The same classes at a rate of one nano: what is left is the strata's minimums, and a nano a unit.</summary>
    private static DrawDesign.Rates Least(DrawDesign.Rates design)
    {
        return design with
        {
            ByClass = OfOne(design.ByClass),
            ByStratum = design.ByStratum.ToImmutableSortedDictionary(table => table.Key, table => OfOne(table.Value)),
        };

        static ImmutableSortedDictionary<string, int> OfOne(ImmutableSortedDictionary<string, int> rates) =>
            rates.ToImmutableSortedDictionary(rate => rate.Key, rate => int.Min(1, rate.Value), StringComparer.Ordinal);
    }

    private static DrawDesign.Rates Scaled(DrawDesign.Rates design, Int128 factorNano) => design with
    {
        ByClass = Scaled(design.ByClass, factorNano),
        ByStratum = design.ByStratum.ToImmutableSortedDictionary(table => table.Key, table => Scaled(table.Value, factorNano)),
    };

    private static ImmutableSortedDictionary<string, int> Scaled(ImmutableSortedDictionary<string, int> rates, Int128 factorNano)
    {
        Int128 roundUp = factorNano > Nano ? Nano - 1 : 0;
        return rates.ToImmutableSortedDictionary(
            rate => rate.Key, rate => (int)Int128.Min(Nano, ((rate.Value * factorNano) + roundUp) / Nano), StringComparer.Ordinal);
    }

    private static Int128 Total(ImmutableArray<CellCount> cells, DrawDesign design) =>
        Expectation.Of(cells, design).Aggregate(Int128.Zero, (sum, cell) => sum + cell.ExpectedNano);

    private static InputRefusedException NotScalable(LimitBounds bounds, DrawDesign design) => PolicyRefusals.NotScalable.Refuse(
        ("kind", design is DrawDesign.StratumSizes ? "stratumSizes" : "rates"), // a fixed size is always to be had
        ("least", bounds.Floor?.Units ?? 0),
        ("most", bounds.Cap?.Units ?? DrawDesign.MaxCount));

    private static string? Joined(string? basis, string words) =>
        words.Length == 0 ? basis : string.IsNullOrEmpty(basis) ? words : $"{basis} {words}";
}
