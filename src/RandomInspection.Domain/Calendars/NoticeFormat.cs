namespace RandomInspection.Calendars;

/// <summary>The formats in which notices are read.</summary>
public enum NoticeFormat
{
    /// <summary>Our JSON, <c>random-inspection-notices/1</c>: everything a notice says, with its provenance.</summary>
    RandomInspection = 0,

    /// <summary>JSON of the holiday-cn project: one notice year, days off or worked; amendments are merged in.</summary>
    HolidayCn = 1,

    /// <summary>An iCalendar file (RFC 5545) in one of the three dialects in use: 假期/上班, 假期/补班, （休）/（班）.</summary>
    Ics = 2,
}
