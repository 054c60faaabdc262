using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Directories;

namespace RandomInspection.Web.Calendars;

/// <summary>What readers enter as text: dates, numbers, years.</summary>
internal static class EntryText
{
    /// <exception cref="InputRefusedException">It is no date (RI7101).</exception>
    public static LocalDate Date(string? text) =>
        LocalDatePattern.Iso.Parse(text?.Trim() ?? "") is { Success: true } date ? date.Value : throw CalendarRefusals.NotADate.Refuse(("value", ShownText.Of(text)));

    /// <exception cref="InputRefusedException">It is no date (RI7101).</exception>
    public static LocalDate? OptionalDate(string? text) => string.IsNullOrWhiteSpace(text) ? null : Date(text);

    /// <exception cref="InputRefusedException">It is no whole number in the range (RI7102).</exception>
    public static int Number(string? text, int least, int most) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw CalendarRefusals.NotANumber.Refuse(("value", ShownText.Of(text)), ("least", least), ("most", most));

    /// <summary>A year that there can be a notice for; <see langword="null"/> for anything else.</summary>
    public static int? Year(string? text, int otherwise) =>
        text is null ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= Statute.FirstYear and <= Statute.LastYear ? year
        : null;
}
