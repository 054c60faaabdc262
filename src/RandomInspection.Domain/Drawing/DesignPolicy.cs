using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Makes designs out of policy; each document's basis says the rule and its source.</summary>
public static class DesignPolicy
{
    /// <summary>按信用类别的比例：the rates of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="minimumPerStratum">Units that every stratum gets at least, as far as it has them; <see langword="null"/> for no minimum.</param>
    /// <param name="reservesPerCell">Reserves for every cell; 0 for none.</param>
    public static DrawDesign.Rates Rates(RateTable table, int? minimumPerStratum, int reservesPerCell)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new DrawDesign.Rates(table.Nanos, ImmutableSortedDictionary<Stratum, ImmutableSortedDictionary<string, int>>.Empty)
        {
            MinimumPerStratum = minimumPerStratum,
            ReservesPerCell = reservesPerCell,
            Basis = $"按类别比例 rates by class：{table}（{table.Source}）。",
        };
    }

    /// <summary>按违法率分配：a total spread over the strata by what earlier inspections found; within a stratum all units alike.</summary>
    /// <param name="rule">Neyman's or a power allocation.</param>
    /// <param name="cells">The cells, distinct, in any order.</param>
    /// <param name="found">What was found: exactly the strata of the cells; 0 of 0 for one that was never inspected.</param>
    /// <param name="size">The total.</param>
    /// <param name="minimumPerStratum">Units that every stratum gets at least, as far as it has drawable ones; 1 or more.</param>
    /// <param name="reservesPerCell">Reserves for every cell; 0 for none.</param>
    /// <exception cref="InputRefusedException">
    /// Strata do not fit (RI1217, RI1218) or stand twice (RI1220), or the total is below the minimums (RI1216) or above what is
    /// drawable (RI1211).
    /// </exception>
    /// <remarks>Classes have weight 1: the optimum is one of simple random samples within strata, and no class is preferred.</remarks>
    public static DrawDesign.StratumSizes Allocate(
        AllocationRule rule, ImmutableArray<CellCount> cells, IEnumerable<ViolationCount> found, int size, int minimumPerStratum, int reservesPerCell)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumPerStratum, 1);
        ImmutableArray<ViolationCount> counts = ViolationTable.Ordered(found);
        Dictionary<Stratum, ViolationCount> byStratum = counts.ToDictionary(count => count.Stratum);
        List<AllocationStratum> strata = [];
        foreach (IGrouping<Stratum, CellCount> stratum in cells.GroupBy(cell => cell.Cell.Stratum).OrderBy(group => group.Key))
        {
            if (!byStratum.Remove(stratum.Key, out ViolationCount? count))
            {
                throw PolicyRefusals.StratumWithoutViolations.Refuse(("stratum", stratum.Key));
            }

            long drawable = stratum.Sum(cell => cell.Drawable);
            strata.Add(new AllocationStratum(count, stratum.Sum(cell => cell.Population), long.Min(minimumPerStratum, drawable), drawable));
        }

        if (byStratum.Count > 0)
        {
            throw PolicyRefusals.ViolationsNotInFrame.Refuse(("stratum", byStratum.Keys.Min()));
        }

        ImmutableSortedDictionary<Stratum, int> sizes = Allocation.Allocate(rule, strata, size);
        return new DrawDesign.StratumSizes(
            sizes,
            cells.Select(cell => cell.Cell.Class).Distinct(StringComparer.Ordinal).ToImmutableSortedDictionary(name => name, _ => 1, StringComparer.Ordinal))
        {
            ReservesPerCell = reservesPerCell,
            Basis = Words(rule, size, minimumPerStratum, counts),
        };
    }

    private static string Words(AllocationRule rule, int size, int minimumPerStratum, ImmutableArray<ViolationCount> counts)
    {
        string name = rule == AllocationRule.Neyman ? "内曼分配 Neyman" : $"幂分配 power {rule}（Bankier 1988, doi:10.1080/00031305.1988.10475556）";
        return $"{name}：{size}，整数最优 exact optimum（Wright 2017, doi:10.1016/j.spl.2017.04.026），每层至少 at least {minimumPerStratum}；"
            + $"p = (违法 violations + ½) / (检查 inspected + 1)：{string.Join('、', counts.Select(count => $"{count.Stratum} {count.Violations}/{count.Inspected}"))}。";
    }
}
