namespace RandomInspection.Inspections;

/// <summary>What an inspected party says of a visit, as it stands in the ledger (stream <c>feedback/…</c>).</summary>
public abstract record FeedbackEvent
{
    private FeedbackEvent()
    {
    }

    /// <summary>A visit was rated. Which one, and by whom, is not said.</summary>
    /// <param name="DepartmentId">The department that inspected.</param>
    /// <param name="Integrity">廉洁, 1 to 5.</param>
    /// <param name="Conduct">规范, 1 to 5.</param>
    /// <param name="Efficiency">效率, 1 to 5.</param>
    /// <param name="Text">What else was said, or what stands for it; <see langword="null"/> if nothing was.</param>
    public sealed record Given(string DepartmentId, int Integrity, int Conduct, int Efficiency, string? Text) : FeedbackEvent;
}
