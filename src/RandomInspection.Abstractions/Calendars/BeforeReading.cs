namespace RandomInspection.Calendars;

/// <summary>How “n working days before” is read.</summary>
/// <remarks>Disputed: 行政处罚法 64(二) (举行听证的七日前) does not say which. The stricter reading is never late.</remarks>
public enum BeforeReading
{
    /// <summary>The n-th working day before the event is still in time.</summary>
    NthDay = 0,

    /// <summary>n full working days lie between the act and the event: one working day earlier.</summary>
    ClearDays = 1,
}
