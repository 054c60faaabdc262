using System.Globalization;
using System.Numerics;

namespace RandomInspection.Drawing;

/// <summary>分配规则：for what a total is spread over strata; the family of power allocations, with Neyman's at its end.</summary>
/// <remarks>
/// Least is Σ (X^q × CV)² over strata, where X = N × p is the stratum's expected number of violations and CV the coefficient of
/// variation of its estimate (Bankier 1988, doi:10.1080/00031305.1988.10475556). It falls as Σ W / n with W = X^2q × (1 − p) / p,
/// so that q = 1 gives W = N² p (1 − p), Neyman's; q = 0 makes the strata about equally precise. The factor N / (N − 1) of a
/// finite stratum's variance is left out, as p is an estimate.
/// </remarks>
public sealed record AllocationRule
{
    private AllocationRule(int exponentTenths)
    {
        ExponentTenths = exponentTenths;
    }

    /// <summary>内曼分配：the most precise total, n ∝ N × √(p (1 − p)); the same as power 1.</summary>
    public static AllocationRule Neyman { get; } = new(10);

    /// <summary>q in tenths, 0 to 10.</summary>
    public int ExponentTenths { get; }

    /// <summary>幂分配：between a precise total and precise strata.</summary>
    /// <param name="exponentTenths">q in tenths, 0 (equal precision) to 10 (Neyman's); 5 is the usual compromise.</param>
    public static AllocationRule Power(int exponentTenths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponentTenths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exponentTenths, 10);
        return new AllocationRule(exponentTenths);
    }

    /// <summary>A power allocation whose exponent is written 0, 1 or with one decimal.</summary>
    /// <param name="exponent">The exponent, for example <c>0.5</c>.</param>
    /// <exception cref="InputRefusedException">It is none of these (RI1222).</exception>
    public static AllocationRule ParsePower(string exponent)
    {
        ArgumentNullException.ThrowIfNull(exponent);
        return RateText.TryParse(exponent, out int nano) && nano % 100_000_000 == 0
            ? Power(nano / 100_000_000)
            : throw PolicyRefusals.MalformedPower.Refuse(("power", exponent));
    }

    /// <summary>The exponent as text: 0, 1 or one decimal.</summary>
    public override string ToString() => ExponentTenths switch
    {
        0 => "0",
        10 => "1",
        _ => string.Create(CultureInfo.InvariantCulture, $"0.{ExponentTenths}"),
    };

    /// <summary>The power of W that is a fraction of integers: W itself for q = 0, ½ and 1, its fifth power otherwise.</summary>
    // Stryker disable once Conditional,Arithmetic: a higher power puts the strata in the same order
    internal int Root => ExponentTenths % 5 == 0 ? 1 : 5;

    /// <summary>W to the power of <see cref="Root"/>, as a fraction.</summary>
    internal (BigInteger Over, BigInteger Under) Weight(AllocationStratum stratum)
    {
        // With p = r / s: W = (N r / s)^2q × (s − r) / r.
        int exponent = ExponentTenths * Root / 5;
        (BigInteger r, BigInteger s) = stratum.Found.Rate;
        return (
            BigInteger.Pow(stratum.Population * r, exponent) * BigInteger.Pow(s - r, Root),
            BigInteger.Pow(s, exponent) * BigInteger.Pow(r, Root));
    }
}
