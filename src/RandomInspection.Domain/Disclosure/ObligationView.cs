using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Ledger;

namespace RandomInspection.Disclosure;

/// <summary>A row for each duty to publish.</summary>
public sealed record ObligationView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>What raised it.</summary>
    public required DisclosureOccasion Occasion { get; init; }

    /// <summary>What is to be published: a plan's, a draw's or a visit's id.</summary>
    public required string About { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who has to publish.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>The day of the event.</summary>
    public required LocalDate EventDay { get; init; }

    /// <summary>When it is due; while a notice is missing, a date that is never too late.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>How certain that is; <see langword="null"/> while a notice is missing.</summary>
    public required Certainty? Certainty { get; init; }

    /// <summary>The rule that decided.</summary>
    public required string Rule { get; init; }

    /// <summary>When it was published; <see langword="null"/> while it is open.</summary>
    public required Instant? PublishedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ObligationStatus Status { get; init; }

    /// <summary>The revision that stands in its channels; 0 before it is published.</summary>
    public int Revision { get; init; }

    /// <summary>Until when it may wait for the end of a secret, which is flagged; <see langword="null"/> if that was not decided.</summary>
    public LocalDate? DeferredUntil { get; init; }

    /// <summary>The day after which it is late: its last day; of what waits for the end of a secret by decision, the first working day after that end, before which nobody could publish it.</summary>
    /// <param name="calendar">The calendar in use.</param>
    public LocalDate LastDayBy(WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return DeferredUntil is not { } until ? DueOn
            : LocalDate.Max(DueOn, calendar.TryAddWorkingDays(until, 1, out CalendarDate next) ? next.Date : until.PlusDays(1));
    }

    /// <summary>The row of an obligation.</summary>
    /// <param name="obligation">The obligation.</param>
    public static ObligationView Of(DisclosureObligation obligation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        DisclosureEvent.Raised raised = obligation.Origin;
        return new ObligationView
        {
            Key = raised.Obligation,
            Occasion = raised.Occasion,
            About = raised.About,
            Title = raised.Title,
            DepartmentId = raised.DepartmentId,
            EventDay = raised.EventDay,
            DueOn = obligation.Due.On,
            Certainty = obligation.Due.Certainty,
            Rule = obligation.Due.Rule,
            PublishedAt = obligation.Publication?.At,
            Status = obligation.Status,
            Revision = obligation.Revision,
            DeferredUntil = obligation.Deferral?.Until,
        };
    }

    /// <summary>How urgent it is on a day.</summary>
    /// <param name="today">The day.</param>
    /// <param name="calendar">The calendar in use.</param>
    public Urgency UrgencyOn(LocalDate today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (PublishedAt is not null)
        {
            return Urgency.Met;
        }

        if (Status is ObligationStatus.Exempt or ObligationStatus.Lapsed)
        {
            return Status == ObligationStatus.Exempt ? Urgency.Exempt : Urgency.Lapsed;
        }

        if (Certainty is null)
        {
            return Urgency.Unknown;
        }

        return UrgencyOf(DueOn, today, calendar);
    }

    /// <summary>How near a last day is: green, yellow on the last three working days, red when it has passed.</summary>
    /// <param name="dueOn">The last day, included.</param>
    /// <param name="today">The day.</param>
    /// <param name="calendar">The calendar in use.</param>
    /// <returns><see cref="Urgency.InTime"/>, <see cref="Urgency.DueSoon"/>, also where the calendar does not reach, or <see cref="Urgency.Overdue"/>.</returns>
    public static Urgency UrgencyOf(LocalDate dueOn, LocalDate today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);

        // The last three working days are counted with today and the last day itself.
        return today > dueOn ? Urgency.Overdue
            : calendar.TryCountWorkingDays(today.PlusDays(-1), dueOn, out WorkingDayCount left) && left.WorkingDays > 3 ? Urgency.InTime
            : Urgency.DueSoon;
    }

    /// <summary>The earliest last day that is still green on a day: what falls due before it is yellow or red.</summary>
    /// <param name="today">The day.</param>
    /// <param name="calendar">The calendar in use.</param>
    /// <remarks>A duty whose last day is this one or later is in time by <see cref="UrgencyOn"/> as far as the calendar covers it.</remarks>
    public static LocalDate InTimeFrom(LocalDate today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        LocalDate day = today;
        while (calendar.TryCountWorkingDays(today.PlusDays(-1), day, out WorkingDayCount left) && left.WorkingDays <= 3)
        {
            day = day.PlusDays(1);
        }

        return day;
    }
}

/// <summary>How urgent a duty to publish is.</summary>
public enum Urgency
{
    /// <summary>Published.</summary>
    Met = 0,

    /// <summary>Green: more than three working days are left.</summary>
    InTime = 1,

    /// <summary>Yellow: today is one of the last three working days.</summary>
    DueSoon = 2,

    /// <summary>Red: the last day has passed.</summary>
    Overdue = 3,

    /// <summary>Red: a notice is missing, so that the deadline is not known; a conservative date stands in for it.</summary>
    Unknown = 4,

    /// <summary>At rest: it is not published, by a decision of two persons.</summary>
    Exempt = 5,

    /// <summary>At rest: what it was about was ended before it was published.</summary>
    Lapsed = 6,
}

/// <summary>The duties that are open.</summary>
public sealed record OpenObligations() : Specification<ObligationView>(o => o.PublishedAt == null && o.Status != ObligationStatus.Exempt && o.Status != ObligationStatus.Lapsed, o => o.DueOn);

/// <summary>All duties.</summary>
public sealed record AllObligations() : Specification<ObligationView>(o => true, o => o.DueOn);

/// <summary>The open duties of a department, the earliest first.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record OpenObligationsOf(string DepartmentId)
    : Specification<ObligationView>(o => o.DepartmentId == DepartmentId && o.PublishedAt == null && o.Status != ObligationStatus.Exempt && o.Status != ObligationStatus.Lapsed, o => o.DueOn);

/// <summary>What was published about one thing: a plan, a draw or a visit.</summary>
/// <param name="About">Its id.</param>
public sealed record PublishedAbout(string About) : Specification<ObligationView>(o => o.About == About && o.PublishedAt != null && o.Status != ObligationStatus.Withdrawn, o => o.Key);

/// <summary>The published results, the newest first.</summary>
public sealed record PublishedResults()
    : Specification<ObligationView>(o => o.Occasion == DisclosureOccasion.ResultFormed && o.PublishedAt != null && o.Status != ObligationStatus.Withdrawn, o => o.PublishedAt);

/// <summary>All duties about one thing: a plan, a draw or a visit.</summary>
/// <param name="About">Its id.</param>
public sealed record ObligationsAbout(string About) : Specification<ObligationView>(o => o.About == About, o => o.Key);

/// <summary>The open duties that fit everything that is said, the earliest first.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
/// <param name="Occasion">What raised them; <see langword="null"/> for all.</param>
public sealed record OpenObligationsWhere(string? DepartmentId, DisclosureOccasion? Occasion)
    : Specification<ObligationView>(
        o => o.PublishedAt == null && o.Status != ObligationStatus.Exempt && o.Status != ObligationStatus.Lapsed && (DepartmentId == null || o.DepartmentId == DepartmentId) && (Occasion == null || o.Occasion == Occasion), o => o.DueOn);

/// <summary>The open duties whose last day is known and lies within two days, the earliest first.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
/// <param name="Occasion">What raised them; <see langword="null"/> for all.</param>
/// <param name="From">The first day.</param>
/// <param name="Before">The day after the last one.</param>
public sealed record ObligationsDueWithin(string? DepartmentId, DisclosureOccasion? Occasion, LocalDate From, LocalDate Before)
    : Specification<ObligationView>(
        o => o.PublishedAt == null && o.Status != ObligationStatus.Exempt && o.Status != ObligationStatus.Lapsed && o.Certainty != null && o.DueOn >= From && o.DueOn < Before
            && (DepartmentId == null || o.DepartmentId == DepartmentId) && (Occasion == null || o.Occasion == Occasion),
        o => o.DueOn);

/// <summary>The open duties whose last day is not known for want of a notice.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
/// <param name="Occasion">What raised them; <see langword="null"/> for all.</param>
public sealed record ObligationsWithoutDate(string? DepartmentId, DisclosureOccasion? Occasion)
    : Specification<ObligationView>(
        o => o.PublishedAt == null && o.Status != ObligationStatus.Exempt && o.Status != ObligationStatus.Lapsed && o.Certainty == null
            && (DepartmentId == null || o.DepartmentId == DepartmentId) && (Occasion == null || o.Occasion == Occasion),
        o => o.DueOn);

/// <summary>The duties that were met, by the moment of publication.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
/// <param name="Occasion">What raised them; <see langword="null"/> for all.</param>
public sealed record MetObligationsWhere(string? DepartmentId, DisclosureOccasion? Occasion)
    : Specification<ObligationView>(
        o => o.PublishedAt != null && (DepartmentId == null || o.DepartmentId == DepartmentId) && (Occasion == null || o.Occasion == Occasion),
        o => o.PublishedAt);

/// <summary>The published results of firms whose name contains a text, or of these visits.</summary>
/// <param name="Name">A part of a name.</param>
/// <param name="Visits">Visits that a search by code found.</param>
public sealed record PublishedResultsOf(string Name, IReadOnlyCollection<string> Visits)
    : Specification<ObligationView>(
        o => o.Occasion == DisclosureOccasion.ResultFormed && o.PublishedAt != null && o.Status != ObligationStatus.Withdrawn && (o.Title.Contains(Name) || Visits.Contains(o.About)), o => o.PublishedAt);

/// <summary>The duties that are exempt: they are counted, and what they are about is not said.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
public sealed record ExemptObligations(string? DepartmentId)
    : Specification<ObligationView>(o => o.Status == ObligationStatus.Exempt && (DepartmentId == null || o.DepartmentId == DepartmentId), o => o.Key);

/// <summary>What of one thing was taken down: tombstones.</summary>
/// <param name="About">Its id.</param>
public sealed record WithdrawnAbout(string About) : Specification<ObligationView>(o => o.About == About && o.Status == ObligationStatus.Withdrawn, o => o.Key);

/// <summary>The duties of these ids.</summary>
/// <param name="Obligations">The ids.</param>
public sealed record ObligationsAmong(IReadOnlyCollection<string> Obligations) : Specification<ObligationView>(o => Obligations.Contains(o.Key), o => o.Key);

/// <summary>The duties of a department that somebody proposed to exempt.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record ProposedExemptions(string DepartmentId)
    : Specification<ObligationView>(o => o.DepartmentId == DepartmentId && o.Status == ObligationStatus.ExemptionProposed, o => o.DueOn);

/// <summary>What was published of surprise inspections, the earliest first.</summary>
public sealed record PublishedSurprises() : Specification<ObligationView>(o => o.Key.Contains("-S") && o.PublishedAt != null, o => o.PublishedAt);
