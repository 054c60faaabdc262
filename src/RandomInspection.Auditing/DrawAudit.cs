using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Auditing;

/// <summary>Compares the counts of a repeated draw with the stated probabilities.</summary>
/// <remarks>
/// <para>Sizes: a cell's size is the floor of its expected count, plus one with the chance of the rest, and repeats are independent. So its total
/// over all repeats, less repeats × floor, is binomial; so is the total of every prefix of the stratum path, which gets floor or ceiling too.</para>
/// <para>Selection: given the cell's sizes m, its n units are a simple random sample without replacement in each repeat, whose indicators have
/// variance p(1 − p) and covariance −p(1 − p)/(n − 1), p = m/n (Cochran 1977, §2.9). So with V = Σ p(1 − p) over the repeats the counts have the
/// covariance matrix V·n/(n − 1)·(I − J/n), a projection, and Σ (count − mean)²·(n − 1)/(n·V) has n − 1 degrees of freedom. Mean and variance are those
/// of chi-square exactly but for a factor 1 − 1/repeats in the variance. V follows from the cell's total alone. Cells are independent given the sizes, so that their sums add up.</para>
/// <para>Units: a unit's own count is binomial with its stated probability, exactly.</para>
/// </remarks>
public static class DrawAudit
{
    private const int Questions = 4;
    private const long Nano = CellExpectation.NanosPerUnit;

    // Below, chi-square is a poor likeness of the sum.
    private const double LeastVariance = 10;

    /// <summary>The audit of a tally.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="expected">What the design promises the frame's cells.</param>
    /// <param name="tally">The counts, of exactly the frame's units.</param>
    /// <exception cref="InputRefusedException">The tally is of another frame (RI1362).</exception>
    public static DrawFairness Of(Frame frame, ImmutableArray<CellExpectation> expected, DrawTally tally)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(tally);
        RequireSameUnits(frame, tally);
        List<ImpossibleCount> impossible = [];
        ILookup<Cell, UnitCount> counts = Enumerable.Range(0, frame.Size)
            .ToLookup(i => new Cell(frame.Units[i].Stratum, frame.Units[i].Class), i => tally.Units[i]);
        HashSet<string> resting = [.. frame.Units.Where(unit => unit.Standing == Standing.Resting).Select(unit => unit.Id)];
        CellFairness[] cells = [.. expected.Select(cell => OfCell(cell, [.. counts[cell.Count.Cell]], resting, tally.Repeats, impossible))];
        StratumFairness[] strata = [.. OfStrata(cells, tally.Repeats, impossible)];
        ChiSquare? selection = Together(cells);
        UnitDeviation? largest = cells.Select(cell => cell.Largest).OfType<UnitDeviation>().MinBy(unit => unit.PValue);
        return new DrawFairness(
            tally.Repeats, ImmutableArray.Create(strata), ImmutableArray.Create(cells), selection, largest, frame.Size, [.. impossible],
            [Sizes(cells, strata), Selected(selection), OfOneCell(cells), OfUnits(cells, largest)]);
    }

    private static void RequireSameUnits(Frame frame, DrawTally tally)
    {
        foreach (UnitCount unit in tally.Units)
        {
            if (frame.IndexOf(unit.Id) < 0)
            {
                throw AuditRefusals.TallyOfAnotherFrame.Refuse(("id", unit.Id), ("reasonZh", "不在名单中"), ("reasonEn", "is not in it"));
            }
        }

        if (tally.Units.Length != frame.Size)
        {
            HashSet<string> counted = [.. tally.Units.Select(unit => unit.Id)];
            string missing = frame.Units.First(unit => !counted.Contains(unit.Id)).Id;
            throw AuditRefusals.TallyOfAnotherFrame.Refuse(("id", missing), ("reasonZh", "没有计数"), ("reasonEn", "is not counted"));
        }
    }

    private static CellFairness OfCell(CellExpectation cell, UnitCount[] units, HashSet<string> resting, int repeats, List<ImpossibleCount> impossible)
    {
        long total = units.Sum(unit => (long)unit.Count);
        TotalFairness fairness = OfTotal(cell.Count.Cell.ToString(), total, cell.ExpectedNano, repeats, impossible);
        UnitCount[] drawable = [.. units.Where(unit => !resting.Contains(unit.Id))];
        double probability = drawable.Length == 0 ? 0 : (double)cell.ExpectedNano / Nano / drawable.Length;
        bool random = cell.ExpectedNano > 0 && cell.ExpectedNano < cell.Count.Drawable * Nano;
        foreach (UnitCount unit in units)
        {
            int most = cell.ExpectedNano > 0 && !resting.Contains(unit.Id) ? repeats : 0;
            int least = random ? 0 : most;
            if (unit.Count < least || unit.Count > most)
            {
                impossible.Add(new ImpossibleCount(unit.Id, unit.Count, least, most));
            }
        }

        if (!random)
        {
            return new CellFairness(cell, fairness, null, null, null, null);
        }

        UnitDeviation[] deviations = [.. drawable.Select(unit => Deviation(unit, probability, repeats))];
        return new CellFairness(
            cell, fairness, OfSelection(drawable, total, repeats), deviations.MinBy(unit => unit.PValue), deviations.Min(unit => unit.Deviations), deviations.Max(unit => unit.Deviations));
    }

    private static TotalFairness OfTotal(string where, long total, Int128 expectedNano, int repeats, List<ImpossibleCount> impossible)
    {
        (long floor, long rest) = ((long)(expectedNano / Nano), (long)(expectedNano % Nano));
        long least = repeats * floor, most = rest > 0 ? least + repeats : least;
        double expected = (double)expectedNano / Nano * repeats;
        if (total < least || total > most)
        {
            impossible.Add(new ImpossibleCount(where, total, least, most));
            return new TotalFairness(total, expected, 0, 0, rest > 0);
        }

        if (rest == 0)
        {
            return new TotalFairness(total, expected, 0, 1, false);
        }

        double chance = (double)rest / Nano;
        double deviations = (total - expected) / Math.Sqrt(repeats * chance * (1 - chance));
        return new TotalFairness(total, expected, deviations, Tails.Binomial(total - least, repeats, chance), true);
    }

    private static ChiSquare? OfSelection(UnitCount[] units, long total, int repeats)
    {
        double variance = Variance(units.Length, total, repeats);
        if (units.Length < 2 || variance < LeastVariance)
        {
            return null;
        }

        double mean = (double)total / units.Length;
        double statistic = units.Sum(unit => (unit.Count - mean) * (unit.Count - mean)) * (units.Length - 1) / (units.Length * variance);
        return new ChiSquare(statistic, units.Length - 1, Tails.ChiSquare(statistic, units.Length - 1));
    }

    /// <summary>Σ p(1 − p) over repeats whose sizes are as equal as whole numbers can be: those of a cell always are, so that the total says them all.</summary>
    internal static double Variance(long units, long total, int repeats)
    {
        (long floor, long larger) = Math.DivRem(total, repeats);
        double Of(long size) => (double)size * (units - size) / units / units;
        return (larger * Of(floor + 1)) + ((repeats - larger) * Of(floor));
    }

    private static UnitDeviation Deviation(UnitCount unit, double probability, int repeats) => new(
        unit.Id,
        unit.Count,
        probability,
        (unit.Count - (repeats * probability)) / Math.Sqrt(repeats * probability * (1 - probability)),
        Tails.Binomial(unit.Count, repeats, probability));

    private static IEnumerable<StratumFairness> OfStrata(CellFairness[] cells, int repeats, List<ImpossibleCount> impossible) =>
        from cell in cells
        let labels = cell.Expectation.Count.Cell.Stratum.Labels
        from length in Enumerable.Range(0, labels.Count + 1)
        group cell by string.Join('/', labels.Take(length)) into below
        let expected = below.Aggregate(Int128.Zero, (sum, cell) => sum + cell.Expectation.ExpectedNano)
        select new StratumFairness(
            below.Key,
            below.Any(cell => cell.Expectation.Count.Cell.Stratum.Text == below.Key),
            below.Sum(cell => cell.Expectation.Count.Drawable),
            OfTotal(below.Key, below.Sum(cell => cell.Total.Count), expected, repeats, impossible));

    private static ChiSquare? Together(CellFairness[] cells)
    {
        ChiSquare[] tested = [.. cells.Select(cell => cell.Selection).OfType<ChiSquare>()];
        if (tested.Length == 0)
        {
            return null;
        }

        (double statistic, long degrees) = (tested.Sum(cell => cell.Statistic), tested.Sum(cell => cell.Degrees));
        return new ChiSquare(statistic, degrees, Tails.ChiSquare(statistic, degrees));
    }

    private static FairnessTest Sizes(CellFairness[] cells, StratumFairness[] strata)
    {
        (string Where, double PValue)[] totals = [
            .. cells.Where(cell => cell.Total.IsRandom).Select(cell => (cell.Expectation.Count.Cell.ToString(), cell.Total.PValue)),
            .. strata.Where(stratum => stratum.Total.IsRandom).Select(stratum => (stratum.Path, stratum.Total.PValue)),
        ];
        return Worst(FairnessQuestion.Sizes, totals);
    }

    private static FairnessTest Selected(ChiSquare? selection) =>
        selection is null
            ? new FairnessTest(FairnessQuestion.Selection, 0, 1, "")
            : new FairnessTest(FairnessQuestion.Selection, 1, FairnessLevel.Corrected(selection.PValue, 1, Questions), "");

    private static FairnessTest OfOneCell(CellFairness[] cells) =>
        Worst(FairnessQuestion.SelectionOfOneCell, [.. cells.Where(cell => cell.Selection is not null).Select(cell => (cell.Expectation.Count.Cell.ToString(), cell.Selection!.PValue))]);

    private static FairnessTest OfUnits(CellFairness[] cells, UnitDeviation? largest)
    {
        long compared = cells.Where(cell => cell.Largest is not null).Sum(cell => cell.Expectation.Count.Drawable);
        return largest is null
            ? new FairnessTest(FairnessQuestion.Units, 0, 1, "")
            : new FairnessTest(FairnessQuestion.Units, compared, FairnessLevel.Corrected(largest.PValue, compared, Questions), largest.Id);
    }

    private static FairnessTest Worst(FairnessQuestion question, (string Where, double PValue)[] compared)
    {
        if (compared.Length == 0)
        {
            return new FairnessTest(question, 0, 1, "");
        }

        (string where, double smallest) = compared.MinBy(one => one.PValue);
        return new FairnessTest(question, compared.Length, FairnessLevel.Corrected(smallest, compared.Length, Questions), where);
    }
}
