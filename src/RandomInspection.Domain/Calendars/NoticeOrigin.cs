using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>What the formats of others do not say about a notice, given by whoever loads it.</summary>
public sealed record NoticeOrigin
{
    /// <summary>States the origin.</summary>
    /// <param name="number">The number of the notice (文号).</param>
    /// <param name="published">The day it became public; without it the notice takes part in no replay.</param>
    /// <param name="issued">The day it was signed.</param>
    /// <param name="grantedDays">Days off beyond the statute that it grants without make-up, 0 or more.</param>
    /// <exception cref="ArgumentException"><paramref name="number"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grantedDays"/> is negative.</exception>
    public NoticeOrigin(string number, LocalDate? published, LocalDate? issued = null, int grantedDays = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentOutOfRangeException.ThrowIfNegative(grantedDays);
        Number = number;
        Published = published;
        Issued = issued;
        GrantedDays = grantedDays;
    }

    /// <summary>The number of the notice (文号).</summary>
    public string Number { get; }

    /// <summary>The day it became public, if known.</summary>
    public LocalDate? Published { get; }

    /// <summary>The day it was signed, if known.</summary>
    public LocalDate? Issued { get; }

    /// <summary>Days off beyond the statute that it grants without make-up.</summary>
    public int GrantedDays { get; }
}
