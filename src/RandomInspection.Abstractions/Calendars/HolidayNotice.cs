using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>A published notice (放假通知): who says since when which days are off or worked.</summary>
/// <remarks>
/// Days that an annual notice does not name are ordinary: Monday to Friday worked, Saturday and Sunday off.
/// An annual notice covers its whole calendar year; the other layers cover nothing, they change days.
/// Two notices are equal if all they say is.
/// </remarks>
public sealed class HolidayNotice : IEquatable<HolidayNotice>
{
    /// <summary>States a notice.</summary>
    /// <param name="number">Its number (文号), for example 国办发明电〔2025〕7号.</param>
    /// <param name="title">Its title.</param>
    /// <param name="year">The calendar year it arranges, which is not the year of its number.</param>
    /// <param name="layer">Its layer; the statute is not a notice.</param>
    /// <param name="days">The days it names, in any order, no day twice.</param>
    /// <param name="issued">The day it was signed (成文日期), if known.</param>
    /// <param name="published">The day it became public (发布日期); without it the notice takes part in no replay.</param>
    /// <param name="grantedDays">Days off beyond the statute that it grants without make-up, 0 or more.</param>
    /// <exception cref="ArgumentException">A text is empty, or a day is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="layer"/> is the statute, <paramref name="year"/> is not 2008 to 2099, or <paramref name="grantedDays"/> is negative.</exception>
    public HolidayNotice(
        string number,
        string title,
        int year,
        CalendarLayer layer,
        IEnumerable<NoticeDay> days,
        LocalDate? issued = null,
        LocalDate? published = null,
        int grantedDays = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentOutOfRangeException.ThrowIfNegative(grantedDays);
        if (year is < 2008 or > 2099)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, "A notice arranges a year from 2008 to 2099.");
        }

        if (layer is < CalendarLayer.National or > CalendarLayer.Agency)
        {
            throw new ArgumentOutOfRangeException(nameof(layer), layer, "A notice is national, an amendment, regional or an agency's.");
        }

        Number = number;
        Title = title;
        Year = year;
        Layer = layer;
        Days = [.. days.OrderBy(day => day.Date)];
        Issued = issued;
        Published = published;
        GrantedDays = grantedDays;
        for (int i = 1; i < Days.Length; i++)
        {
            if (Days[i].Date == Days[i - 1].Date)
            {
                throw new ArgumentException($"{Days[i].Date:R} is named twice.", nameof(days));
            }
        }
    }

    /// <summary>Its number (文号), for example 国办发明电〔2025〕7号.</summary>
    public string Number { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>The calendar year it arranges.</summary>
    public int Year { get; }

    /// <summary>Its layer.</summary>
    public CalendarLayer Layer { get; }

    /// <summary>The days it names, in order, no day twice.</summary>
    public ImmutableArray<NoticeDay> Days { get; }

    /// <summary>The day it was signed (成文日期), if known.</summary>
    public LocalDate? Issued { get; }

    /// <summary>The day it became public (发布日期), if known.</summary>
    public LocalDate? Published { get; }

    /// <summary>Days off beyond the statute that it grants without make-up.</summary>
    public int GrantedDays { get; }

    /// <inheritdoc />
    public bool Equals(HolidayNotice? other) =>
        other is not null && Number == other.Number && Title == other.Title && Year == other.Year && Layer == other.Layer
        && Issued == other.Issued && Published == other.Published && GrantedDays == other.GrantedDays && Days.SequenceEqual(other.Days);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as HolidayNotice);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(string.GetHashCode(Number, StringComparison.Ordinal), Year, Layer, Days.Length);

    /// <summary>Number and title.</summary>
    public override string ToString() => $"{Number} {Title}";
}
