namespace RandomInspection.Supervision;

/// <summary>Within what time visits to a subject are counted.</summary>
public enum AlertSpan
{
    /// <summary>A day.</summary>
    Day = 0,

    /// <summary>Monday to Sunday.</summary>
    Week = 1,

    /// <summary>A calendar month.</summary>
    Month = 2,
}
