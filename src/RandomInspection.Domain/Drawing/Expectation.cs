using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Expected counts of cells in nanos: sharing a size, minimum of a stratum.</summary>
/// <remarks>
/// Exact integers; a product reaches 2³¹ × 10⁹ × N × 10⁹ and needs 128 bits. Source: random-inspection-draw/1 §2.
/// O(cells × rounds); a round fixes at least one cell or stratum.
/// </remarks>
internal static class Expectation
{
    private const long Nano = CellExpectation.NanosPerUnit;
    public const string Everywhere = "全部 all";

    public static ImmutableArray<CellExpectation> Of(ImmutableArray<CellCount> cells, DrawDesign design)
    {
        CellCount[] counts = [.. cells];
        Array.Sort(counts, static (a, b) => a.Cell.CompareTo(b.Cell));
        long[] expected = design switch
        {
            DrawDesign.Fixed @fixed => Fixed(counts, @fixed),
            DrawDesign.StratumSizes sizes => StratumSizes(counts, sizes),
            _ => Rates(counts, (DrawDesign.Rates)design),
        };
        return [.. counts.Zip(expected, (count, nanos) => new CellExpectation(count, nanos))];
    }

    private static long[] Fixed(CellCount[] counts, DrawDesign.Fixed design)
    {
        int[] weights = [.. counts.Select(c => Named(design.Weights, c.Cell))];
        int[] everything = [.. Enumerable.Range(0, counts.Length)];
        long[] expected = new long[counts.Length];
        Share(counts, weights, everything, design.Size, expected, Everywhere);
        if (design.MinimumPerStratum is not { } minimum)
        {
            return expected;
        }

        // Every stratum that is below gets exactly its floor; the rest of the size goes to the others; again until none is below.
        List<int[]> free = StrataOf(counts);
        long left = design.Size;
        while (true)
        {
            List<int[]> below = [.. free.Where(s => IsBelow(s, expected, Floor(counts, weights, s, minimum)))];
            if (below.Count == 0)
            {
                return expected;
            }

            foreach (int[] stratum in below)
            {
                long floor = Floor(counts, weights, stratum, minimum);
                left -= floor;
                if (left < 0)
                {
                    long floors = StrataOf(counts).Except(free, StratumComparer.Instance).Concat(below).Sum(s => Floor(counts, weights, s, minimum));
                    throw DrawingRefusals.MinimumAboveSize.Refuse(("floors", floors), ("size", design.Size));
                }

                Share(counts, weights, stratum, floor, expected, counts[stratum[0]].Cell.Stratum.Text);
            }

            free = [.. free.Except(below, StratumComparer.Instance)];
            Share(counts, weights, [.. free.SelectMany(s => s)], left, expected, Everywhere);
        }
    }

    private static long[] StratumSizes(CellCount[] counts, DrawDesign.StratumSizes design)
    {
        long[] expected = new long[counts.Length];
        int[] weights = [.. counts.Select(c => Named(design.Weights, c.Cell))];
        List<int[]> strata = StrataOf(counts);
        RequireInFrame(design.Sizes.Keys, counts, strata);

        foreach (int[] cells in strata)
        {
            Stratum stratum = counts[cells[0]].Cell.Stratum;
            if (!design.Sizes.TryGetValue(stratum, out int size))
            {
                throw DrawingRefusals.StratumWithoutSize.Refuse(("stratum", stratum));
            }

            Share(counts, weights, cells, size, expected, stratum.Text);
        }

        return expected;
    }

    private static long[] Rates(CellCount[] counts, DrawDesign.Rates design)
    {
        List<int[]> strata = StrataOf(counts);
        RequireInFrame(design.ByStratum.Keys, counts, strata);

        int[] rates = [.. counts.Select(c => Named(design.ByStratum.GetValueOrDefault(c.Cell.Stratum) ?? design.ByClass, c.Cell))];
        long[] expected = [.. counts.Select((c, i) => (long)Int128.Min((Int128)c.Population * rates[i], (Int128)c.Drawable * Nano))];
        if (design.MinimumPerStratum is { } minimum)
        {
            foreach (int[] stratum in strata)
            {
                long floor = Floor(counts, rates, stratum, minimum);
                if (IsBelow(stratum, expected, floor))
                {
                    Share(counts, rates, stratum, floor, expected, counts[stratum[0]].Cell.Stratum.Text);
                }
            }
        }

        return expected;
    }

    /// <summary>Shares <paramref name="size"/> units over the cells <paramref name="within"/> by population × weight, capped at what is drawable.</summary>
    private static void Share(CellCount[] counts, int[] weights, int[] within, long size, long[] expected, string where)
    {
        foreach (int i in within)
        {
            expected[i] = 0;
        }

        if (size == 0)
        {
            return;
        }

        List<int> active = [.. within.Where(i => weights[i] > 0 && counts[i].Population > 0 && counts[i].Drawable > 0)];
        long drawable = active.Sum(i => counts[i].Drawable);
        if (size > drawable)
        {
            throw DrawingRefusals.SizeAboveDrawable.Refuse(("size", size), ("drawable", drawable), ("where", where));
        }

        long left = size;
        Int128 mass = 0;
        while (left > 0 && active.Count > 0)
        {
            mass = 0;
            foreach (int i in active)
            {
                mass += Mass(i);
            }

            HashSet<int> full = [.. active.Where(i => left * Mass(i) >= counts[i].Drawable * mass)];
            if (full.Count == 0)
            {
                break;
            }

            foreach (int i in full)
            {
                expected[i] = counts[i].Drawable * Nano;
                left -= counts[i].Drawable;
            }

            active.RemoveAll(full.Contains);
        }

        if (left == 0)
        {
            return;
        }

        long missing = left * Nano;
        List<(Int128 Remainder, int Cell)> remainders = [];
        foreach (int i in active)
        {
            (Int128 nanos, Int128 remainder) = Int128.DivRem((Int128)left * Nano * Mass(i), mass);
            expected[i] = (long)nanos;
            missing -= expected[i];
            remainders.Add((remainder, i));
        }

        foreach ((_, int cell) in remainders.OrderByDescending(r => r.Remainder).ThenBy(r => r.Cell).Take((int)missing))
        {
            expected[cell]++;
        }

        Int128 Mass(int i) => (Int128)counts[i].Population * weights[i];
    }

    private static long Floor(CellCount[] counts, int[] weights, int[] stratum, int minimum) =>
        Math.Min(minimum, stratum.Where(i => weights[i] > 0).Sum(i => counts[i].Drawable));

    private static bool IsBelow(int[] stratum, long[] expected, long floor) =>
        stratum.Sum(i => expected[i]) < floor * Nano;

    /// <summary>The places of each stratum's cells, strata and cells in order.</summary>
    private static List<int[]> StrataOf(CellCount[] counts) =>
        [.. Enumerable.Range(0, counts.Length).GroupBy(i => counts[i].Cell.Stratum).Select(g => g.ToArray())];

    private static void RequireInFrame(IEnumerable<Stratum> named, CellCount[] counts, List<int[]> strata)
    {
        if (named.Except(strata.Select(s => counts[s[0]].Cell.Stratum)).FirstOrDefault() is { } stratum)
        {
            throw DrawingRefusals.StratumNotInFrame.Refuse(("stratum", stratum));
        }
    }

    private static int Named(ImmutableSortedDictionary<string, int> table, Cell cell) =>
        table.TryGetValue(cell.Class, out int weight)
            ? weight
            : throw DrawingRefusals.ClassNotNamed.Refuse(("stratum", cell.Stratum), ("class", cell.Class));

    private sealed class StratumComparer : IEqualityComparer<int[]>
    {
        public static StratumComparer Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x![0] == y![0];

        public int GetHashCode(int[] obj) => obj[0];
    }
}
