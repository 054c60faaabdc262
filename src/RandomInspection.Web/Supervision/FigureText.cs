using RandomInspection.Supervision;

namespace RandomInspection.Web.Supervision;

/// <summary>How figures are written.</summary>
internal static class FigureText
{
    /// <summary>A share in per cent with one decimal; a dash of nothing.</summary>
    public static string Percent(Ratio share) => share.Permille is { } permille ? Percent(permille) : "—";

    /// <summary>Permille as per cent with one decimal.</summary>
    public static string Percent(long permille) => FormattableString.Invariant($"{permille / 10}.{permille % 10}%");

    /// <summary>A mean with one decimal; a dash of nothing.</summary>
    public static string Mean(Ratio sum)
    {
        if (sum.Denominator == 0)
        {
            return "—";
        }

        long tenths = ((20 * sum.Numerator) + sum.Denominator) / (2 * sum.Denominator);
        return FormattableString.Invariant($"{tenths / 10}.{tenths % 10}");
    }
}
