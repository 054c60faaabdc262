namespace RandomInspection.Calendars;

/// <summary>What happens to a period in natural days or months whose last day is a rest day.</summary>
public enum LastDayRule
{
    /// <summary>It ends on the next day that is not a rest day (民法典 203), which may be a make-up Saturday.</summary>
    Rolls = 0,

    /// <summary>It ends where it ends: periods of display or of custody, where a clause says so.</summary>
    Stays = 1,
}
