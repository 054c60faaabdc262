using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Cli;

/// <summary>Dates and numbers of working days as the command line and tables write them.</summary>
internal static class DateText
{
    /// <summary>An ISO date of the years 0001 to 9998.</summary>
    /// <exception cref="InputRefusedException">It is not (RI9120).</exception>
    public static LocalDate Date(string text) =>
        text.Length == 10 && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1 and <= 9998 } date }
            ? date
            : throw CliRefusals.MalformedDate.Refuse(("date", text));

    /// <summary>A whole number other than 0, written <c>-?[1-9][0-9]*</c>.</summary>
    /// <exception cref="InputRefusedException">It is not (RI9121).</exception>
    public static int WorkingDays(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int days) && days != 0
            && text == days.ToString(CultureInfo.InvariantCulture)
            ? days
            : throw CliRefusals.MalformedWorkingDays.Refuse(("workingDays", text));
}
