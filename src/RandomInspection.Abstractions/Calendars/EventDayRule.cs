namespace RandomInspection.Calendars;

/// <summary>Whether the day of the event is the first day of the period.</summary>
public enum EventDayRule
{
    /// <summary>The period begins with the next day (民法典 201): the rule wherever the law says nothing else.</summary>
    NotCounted = 0,

    /// <summary>The day of the event is day one, if it is a day that the period counts.</summary>
    /// <remarks>Only where a clause says so (“含当日”); 自…之日起 alone does not (民法典 201 decides).</remarks>
    Counted = 1,
}
