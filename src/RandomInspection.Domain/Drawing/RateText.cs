using System.Globalization;

namespace RandomInspection.Drawing;

/// <summary>Rates as texts: <c>0(\.[0-9]{1,9})?|1(\.0{1,9})?</c>, exact in nanos.</summary>
/// <remarks>Source: random-inspection-draw/1 §2.</remarks>
public static class RateText
{
    private const int One = 1_000_000_000;

    /// <summary>The rate in nanos, 0 to 10⁹.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InputRefusedException">It is no rate (RI1224).</exception>
    public static int Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out int nano) ? nano : throw PolicyRefusals.MalformedRate.Refuse(("rate", text));
    }

    /// <summary>The shortest text of a rate.</summary>
    /// <param name="nano">The rate in nanos, 0 to 10⁹.</param>
    public static string Of(int nano)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nano);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nano, One);
        return nano == One ? "1" : nano == 0 ? "0" : "0." + nano.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    /// <summary>A rate in per cent, exactly: 20 %.</summary>
    internal static string Percent(int nano)
    {
        (int whole, int rest) = Math.DivRem(nano, One / 100);
        string fraction = rest == 0 ? "" : "." + rest.ToString("D7", CultureInfo.InvariantCulture).TrimEnd('0');
        return whole.ToString(CultureInfo.InvariantCulture) + fraction + " %";
    }

    internal static bool TryParse(string text, out int nano)
    {
        nano = 0;
        ReadOnlySpan<char> whole = text, fraction = "0";
        if (text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point)
        {
            whole = text.AsSpan(0, point);
            fraction = text.AsSpan(point + 1);
        }

        if (whole is not ("0" or "1") || fraction.Length is < 1 or > 9 || fraction.IndexOfAnyExceptInRange('0', '9') >= 0
            || (whole is "1" && fraction.IndexOfAnyExcept('0') >= 0))
        {
            return false;
        }

        nano = whole is "1" ? One : 0;
        int place = One / 10;
        foreach (char digit in fraction)
        {
            nano += (digit - '0') * place;
            place /= 10;
        }

        return true;
    }
}
