namespace RandomInspection.Calendars;

/// <summary>What one notice says about a day.</summary>
public sealed record DayStatement
{
    /// <summary>States it.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="day">What it says.</param>
    public DayStatement(HolidayNotice notice, NoticeDay day)
    {
        Notice = notice;
        Day = day;
    }

    /// <summary>The notice.</summary>
    public HolidayNotice Notice { get; }

    /// <summary>What it says.</summary>
    public NoticeDay Day { get; }
}
