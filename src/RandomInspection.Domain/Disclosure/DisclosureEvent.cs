using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Disclosure;

/// <summary>What happens to a duty to publish, as it stands in the ledger (stream <c>disclosure/…</c>).</summary>
public abstract record DisclosureEvent
{
    private DisclosureEvent()
    {
    }

    /// <summary>The duty arose.</summary>
    /// <param name="Obligation">Its id, for example <c>plan-P2026-001</c>.</param>
    /// <param name="Occasion">What raised it.</param>
    /// <param name="About">What is to be published: a plan's, a draw's or a visit's id.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="DepartmentId">Who has to publish (谁检查谁公示).</param>
    /// <param name="EventDay">The day of the event, which is not counted.</param>
    /// <param name="Due">When it is due, as known then.</param>
    public sealed record Raised(
        string Obligation, DisclosureOccasion Occasion, string About, string Title, string DepartmentId, LocalDate EventDay, DueDate Due) : DisclosureEvent;

    /// <summary>The list of an ad-hoc task was drawn: the task is published with it.</summary>
    /// <param name="Day">The day of the draw, which is not counted.</param>
    /// <param name="Due">When it is due, as known then.</param>
    public sealed record ListDrawn(LocalDate Day, DueDate Due) : DisclosureEvent;

    /// <summary>A newer calendar changed the deadline; the former one stays in the log.</summary>
    /// <param name="Due">When it is due, as known now.</param>
    public sealed record Recomputed(DueDate Due) : DisclosureEvent;

    /// <summary>It was published: the duty is met.</summary>
    /// <param name="Channel">Where, in words.</param>
    /// <param name="By">Who.</param>
    /// <param name="At">When.</param>
    /// <param name="Channels">The channels by id; <see langword="null"/> where it was only said in words.</param>
    /// <param name="Receipts">What the connected ones of them gave; <see langword="null"/> where none is connected.</param>
    /// <remarks>What is left out is what it was before channels had ids, so that older entries keep their bytes.</remarks>
    public sealed record Published(
        string Channel,
        string By,
        Instant At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Channels = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<ChannelReceipt>? Receipts = null) : DisclosureEvent;

    /// <summary>Somebody proposed not to publish it; until that is decided nothing is published.</summary>
    /// <param name="Ground">On what ground.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record ExemptionProposed(ExemptionGround Ground, string Reason, string By) : DisclosureEvent;

    /// <summary>Another person decided on it.</summary>
    /// <param name="Decision">How.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record ExemptionDecided(ExemptionDecision Decision, string Reason, string By) : DisclosureEvent;

    /// <summary>What was published was corrected in its channels.</summary>
    /// <param name="Revision">The revision that stands there now, 2 for the first correction.</param>
    /// <param name="Reason">Why; published.</param>
    /// <param name="By">Who.</param>
    /// <param name="At">When.</param>
    /// <param name="Receipts">What the connected channels gave.</param>
    public sealed record Corrected(int Revision, string Reason, string By, Instant At, ImmutableArray<ChannelReceipt> Receipts) : DisclosureEvent;

    /// <summary>The head of the authority ordered to take it down.</summary>
    /// <param name="Ground">On what ground.</param>
    /// <param name="Reason">Why; published with the tombstone.</param>
    /// <param name="By">Who.</param>
    public sealed record WithdrawalOrdered(WithdrawalGround Ground, string Reason, string By) : DisclosureEvent;

    /// <summary>It was taken down; a tombstone stands in its place.</summary>
    /// <param name="Revision">The tombstone's revision in the channels.</param>
    /// <param name="By">Who.</param>
    /// <param name="At">When.</param>
    /// <param name="Receipts">What the connected channels gave.</param>
    public sealed record Withdrawn(int Revision, string By, Instant At, ImmutableArray<ChannelReceipt> Receipts) : DisclosureEvent;

    /// <summary>突击检查：its last day falls before the secret may end; the named approver lets it wait, which is flagged.</summary>
    /// <param name="Until">The last day of the embargo, included.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record Deferred(LocalDate Until, string Reason, string By) : DisclosureEvent;

    /// <summary>What was to be published is no more, before it was published: nothing is owed, and nothing is taken down.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who ended what it was about.</param>
    public sealed record Lapsed(string Reason, string By) : DisclosureEvent;
}

/// <summary>When something is due, as known with one calendar.</summary>
/// <param name="On">The last day; while a notice is missing, a date that is never too late.</param>
/// <param name="Certainty">How certain it is; <see langword="null"/> while a notice is missing.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="CalendarVersion">The calendar's version.</param>
public sealed record DueDate(LocalDate On, Certainty? Certainty, string Rule, string CalendarVersion)
{
    /// <summary>When something is due by a set of rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="occasion">What raised the duty.</param>
    /// <param name="eventDay">The day of that event.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="listDay">For an ad-hoc task, the day on which its list was drawn; <see langword="null"/> before, and for all others.</param>
    /// <exception cref="InvalidOperationException">The rules know no date for that occasion, not even a conservative one.</exception>
    public static DueDate By(
        DisclosureRules rules, DisclosureOccasion occasion, LocalDate eventDay, WorkingDayCalendar calendar, LocalDate? listDay = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(calendar);
        List<(DisclosureOccasion, LocalDate)> events = [(occasion, eventDay)];
        if (listDay is { } day)
        {
            events.Add((DisclosureOccasion.ListDrawn, day));
        }

        return rules.Foresee(occasion, calendar, events) switch
        {
            DeadlineOutcome.Known { Deadline: var known } => new DueDate(known.Date, known.Certainty, known.DecidedBy!.Id, calendar.Version),
            DeadlineOutcome.Unknown { ConservativeDate: { } date, Rule: { } rule } => new DueDate(date, null, rule.Id, calendar.Version),
            _ => throw new InvalidOperationException($"{rules.Name} gives no date for {occasion}."),
        };
    }
}
