namespace RandomInspection.Inspections;

/// <summary>回避：a request that an officer have nothing to do with a subject, decided by the head of the authority; the work goes on meanwhile.</summary>
/// <remarks>Source: 行政处罚法 43.</remarks>
public sealed class Recusal
{
    private Recusal(RecusalEvent.Requested requested)
    {
        Request = requested;
    }

    /// <summary>What was asked.</summary>
    public RecusalEvent.Requested Request { get; }

    /// <summary>What was decided; <see langword="null"/> while it is open.</summary>
    public RecusalEvent.Decided? Decision { get; private set; }

    /// <summary>A request.</summary>
    /// <param name="recusal">Its id.</param>
    /// <param name="inspector">The officer.</param>
    /// <param name="subjectCode">The subject.</param>
    /// <param name="departmentId">The officer's department.</param>
    /// <param name="side">Who asks.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">Who enters it.</param>
    /// <exception cref="InputRefusedException">The reason is missing or too long (RI2305).</exception>
    public static (Recusal Recusal, RecusalEvent.Requested Event) Ask(
        string recusal, string inspector, string subjectCode, string departmentId, RecusalSide side, string reason, string by)
    {
        RecusalEvent.Requested requested = new(recusal, inspector, subjectCode, departmentId, side, InspectionTexts.Required(reason, "回避理由", "Reason"), by);
        return (new Recusal(requested), requested);
    }

    /// <summary>The request that events tell of.</summary>
    /// <param name="events">All its events in order, <see cref="RecusalEvent.Requested"/> first.</param>
    public static Recusal Replay(IReadOnlyList<RecusalEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Recusal recusal = new((RecusalEvent.Requested)events[0]);
        foreach (RecusalEvent later in events.Skip(1))
        {
            recusal.Decision = (RecusalEvent.Decided)later;
        }

        return recusal;
    }

    /// <summary>Decides.</summary>
    /// <param name="decision">What.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">The head of the authority.</param>
    /// <exception cref="InputRefusedException">It is decided (RI2409), it is that person's own (RI2410), that person entered it (RI2480), or there is no reason (RI2305).</exception>
    public RecusalEvent.Decided Decide(RecusalDecision decision, string reason, string by)
    {
        if (Decision is { } earlier)
        {
            throw TeamRefusals.RecusalDecided.Refuse(("recusal", Request.Recusal), ("by", earlier.By));
        }

        if (by == Request.Inspector)
        {
            throw TeamRefusals.OwnRecusal.Refuse(("person", by));
        }

        if (by == Request.By)
        {
            throw TeamRefusals.EnteredRecusal.Refuse(("recusal", Request.Recusal), ("person", by));
        }

        return Decision = new RecusalEvent.Decided(decision, InspectionTexts.Required(reason, "决定理由", "Reason"), by);
    }
}
