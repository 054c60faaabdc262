namespace RandomInspection.Calendars;

/// <summary>A number of working days that a calendar counted, and how certain it is.</summary>
public readonly record struct WorkingDayCount
{
    /// <summary>States a count.</summary>
    /// <param name="workingDays">The number of working days, 0 or more.</param>
    /// <param name="certainty">How certain it is.</param>
    public WorkingDayCount(int workingDays, Certainty certainty)
    {
        WorkingDays = workingDays;
        Certainty = certainty;
    }

    /// <summary>The number of working days, 0 or more.</summary>
    public int WorkingDays { get; }

    /// <summary>How certain it is.</summary>
    public Certainty Certainty { get; }
}
