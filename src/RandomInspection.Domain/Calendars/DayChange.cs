namespace RandomInspection.Calendars;

/// <summary>A day that was worked and no longer is, or the other way round.</summary>
public sealed record DayChange
{
    internal DayChange(DayExplanation before, DayExplanation after)
    {
        Before = before;
        After = after;
    }

    /// <summary>What the day was.</summary>
    public DayExplanation Before { get; }

    /// <summary>What it is now, and by which notice.</summary>
    public DayExplanation After { get; }
}
