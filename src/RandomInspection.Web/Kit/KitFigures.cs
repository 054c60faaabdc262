using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Web.Kit;

/// <summary>Invented figures in the shape of a real preview: classes about 65, 25, 8 and 2 in a hundred, rates 1, 2, 10 and 30 %.</summary>
internal static class KitFigures
{
    private static readonly string[] Districts =
        ["和平区", "沈河区", "大东区", "皇姑区", "铁西区", "苏家屯区", "浑南区", "沈北新区", "于洪区", "辽中区", "康平县", "法库县", "新民市", "市直"];

    public static ImmutableArray<CellExpectation> Cells(int strata)
    {
        ImmutableArray<CellExpectation>.Builder cells = ImmutableArray.CreateBuilder<CellExpectation>();
        for (int i = 0; i < Math.Clamp(strata, 0, 400); i++)
        {
            string name = strata <= Districts.Length ? Districts[i] : $"{Districts[i % Districts.Length]}/{(char)('A' + (i / Districts.Length))}";
            long size = 90 + (i * 7919L % 17 * 53);
            foreach ((string @class, long perMille, long rate) in new[] { ("A", 654L, 10L), ("B", 253L, 20L), ("C", 77L, 100L), ("D", 16L, 300L) })
            {
                long population = size * perMille / 1000;
                long drawable = population - (population * (i % 4) / 20);
                long chance = i == 5 && @class == "D" ? 1000 : rate;
                if (population > 0)
                {
                    cells.Add(new CellExpectation(
                        new CellCount(new Cell(Stratum.Parse(name), @class), population, drawable),
                        Math.Min(population * chance * 1_000_000, drawable * CellExpectation.NanosPerUnit)));
                }
            }
        }

        return [.. cells.OrderBy(cell => cell.Count.Cell)];
    }
}
