using MathNet.Numerics;

namespace RandomInspection.Auditing;

/// <summary>How improbable a count or a sum of squares is if the stated probabilities hold.</summary>
/// <remarks>Two-sided: counts that are too even (a rotation that pretends to be a draw) are as improbable as counts that are too uneven.</remarks>
internal static class Tails
{
    private const int LeastDegreesForTooEven = 20;

    /// <summary>Twice the smaller tail of the binomial law, 1 at most: exact for every <paramref name="repeats"/>.</summary>
    /// <param name="count">0 to <paramref name="repeats"/>.</param>
    /// <param name="repeats">1 or more.</param>
    /// <param name="chance">Above 0 and below 1.</param>
    public static double Binomial(long count, long repeats, double chance)
    {
        double atMost = count == repeats ? 1 : SpecialFunctions.BetaRegularized(repeats - count, count + 1, 1 - chance);
        double atLeast = count == 0 ? 1 : SpecialFunctions.BetaRegularized(count, repeats - count + 1, chance);
        return Math.Min(1, 2 * Math.Min(atMost, atLeast));
    }

    /// <summary>Twice the smaller tail of the chi-square law, 1 at most; with few degrees the upper tail alone.</summary>
    /// <param name="statistic">0 or more.</param>
    /// <param name="degrees">1 or more.</param>
    /// <remarks>The sum of a few whole numbers' squares is often exactly 0 or next to it (two units that came up equally often), which the smooth law takes for a miracle.</remarks>
    public static double ChiSquare(double statistic, long degrees) =>
        degrees < LeastDegreesForTooEven
            ? ChiSquareAbove(statistic, degrees)
            : Math.Min(1, 2 * Math.Min(ChiSquareAbove(statistic, degrees), SpecialFunctions.GammaLowerRegularized(degrees / 2.0, statistic / 2)));

    /// <summary>The chance that chi-square is at least <paramref name="statistic"/>.</summary>
    /// <param name="statistic">0 or more.</param>
    /// <param name="degrees">1 or more.</param>
    public static double ChiSquareAbove(double statistic, long degrees) => SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2);
}
