namespace RandomInspection.Calendars;

/// <summary>A deadline that a newer calendar changes; the host keeps both in the ledger.</summary>
public sealed record DeadlineChange
{
    internal DeadlineChange(Deadline before, Deadline after)
    {
        Before = before;
        After = after;
    }

    /// <summary>The deadline as it was computed.</summary>
    public Deadline Before { get; }

    /// <summary>The deadline by the newer calendar: another date, or the same with another certainty.</summary>
    public Deadline After { get; }
}
