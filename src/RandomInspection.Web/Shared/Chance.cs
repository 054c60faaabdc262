using System.Globalization;

namespace RandomInspection.Web.Shared;

/// <summary>Writes expected counts and chances from whole numbers, never from floating point.</summary>
internal static class Chance
{
    private const long NanosPerUnit = 1_000_000_000;

    /// <summary>An expected count, exactly, without trailing zeros: 0.728346457.</summary>
    public static string Exact(long nanos)
    {
        (long whole, long rest) = Math.DivRem(nanos, NanosPerUnit);
        string text = whole.ToString("N0", CultureInfo.InvariantCulture);
        return rest == 0 ? text : $"{text}.{rest.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0')}";
    }

    /// <summary>An expected count to read at a glance, always with two decimals, marked ≈ where that is not all.</summary>
    public static string Rounded(long nanos)
    {
        const long nanosPerHundredth = NanosPerUnit / 100;
        (long hundredths, long rest) = Math.DivRem(nanos, nanosPerHundredth);
        hundredths += 2 * rest >= nanosPerHundredth ? 1 : 0;
        string text = $"{(hundredths / 100).ToString("N0", CultureInfo.InvariantCulture)}.{(hundredths % 100).ToString("D2", CultureInfo.InvariantCulture)}";
        return rest == 0 ? text : "≈" + text;
    }

    /// <summary>nanos ÷ (10⁹ × drawable) in per cent, marked ≈ where digits were left out; a dash where nothing is drawable.</summary>
    public static string Percent(long nanos, long drawable) => drawable == 0 ? "—" : Decimal((Int128)nanos * 100, (Int128)drawable * NanosPerUnit, 2, "%");

    /// <summary>The chance as a fraction in lowest terms: exact, however long.</summary>
    public static string Fraction(long nanos, long drawable)
    {
        if (drawable == 0)
        {
            return "—";
        }

        Int128 numerator = nanos;
        Int128 denominator = (Int128)drawable * NanosPerUnit;
        Int128 divisor = GreatestCommonDivisor(numerator, denominator);
        return (numerator / divisor).ToString("N0", CultureInfo.InvariantCulture) + " / " + (denominator / divisor).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>A share of a length in per cent for an attribute of a picture, cut to three decimals.</summary>
    public static string Length(Int128 part, Int128 whole)
    {
        Int128 thousandths = whole == 0 ? 0 : part * 100_000 / whole;
        return $"{thousandths / 1000}.{thousandths % 1000:D3}%";
    }

    // At least the wanted decimals are looked at, and as many more as it takes to see two digits that are not zero.
    private static string Decimal(Int128 numerator, Int128 denominator, int decimals, string unit)
    {
        Int128 scale = 1;
        for (int i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        while (decimals < 9 && numerator > 0 && numerator * scale / denominator < 10)
        {
            scale *= 10;
            decimals++;
        }

        Int128 scaled = (2 * numerator * scale + denominator) / (2 * denominator);
        bool exact = scaled * denominator == numerator * scale;
        string fraction = (scaled % scale).ToString("D" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        string text = (scaled / scale).ToString("N0", CultureInfo.InvariantCulture);
        if (!exact || scaled % scale != 0)
        {
            text += "." + (exact ? fraction.TrimEnd('0') : fraction);
        }

        return (exact ? "" : "≈") + text + unit;
    }

    private static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
