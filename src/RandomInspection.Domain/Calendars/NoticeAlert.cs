namespace RandomInspection.Calendars;

/// <summary>How urgent it is to load next year's notice.</summary>
public enum NoticeAlert
{
    /// <summary>Nothing is missing yet.</summary>
    None = 0,

    /// <summary>From 15 November: the next year's notice is missing.</summary>
    Warning = 1,

    /// <summary>From 20 December: the next year's notice is missing; or the current year's is.</summary>
    Red = 2,
}
