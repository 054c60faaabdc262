using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>Turns periods into deadlines (期限的计算): pure functions of the event, the period and the calendar.</summary>
/// <remarks>民法典 200 to 204; 行政处罚法 85; 行政许可法 82; 行政强制法 69.</remarks>
public static class Deadlines
{
    private static readonly RefusalDefinition NotResumed = new(
        "RI4003",
        "期限自 {start} 起中止，尚未恢复，期限届满日尚不确定。",
        "The period is suspended since {start} and has not resumed, so its end is not known.",
        "请在恢复计算时登记恢复日期。",
        "Record the day on which it resumes.",
        "行政许可法第四十五条");

    /// <summary>The deadline of a period that begins with an event on a day.</summary>
    /// <param name="period">The period.</param>
    /// <param name="eventDay">The day of the event; for "before" periods, the day before which something must be done.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="changes">Suspensions, restarts and extensions, in any order.</param>
    /// <exception cref="ArgumentException">The period is in hours, which count from a moment; or it cannot be changed that way.</exception>
    /// <exception cref="CalendarCoverageException">A day that must be looked at is not covered (RI4001, RI4002).</exception>
    /// <exception cref="InputRefusedException">The period is suspended and has not resumed (RI4003).</exception>
    public static Deadline DeadlineFor(this LegalPeriod period, LocalDate eventDay, IWorkingDayCalendar calendar, params IEnumerable<PeriodChange> changes)
    {
        ArgumentNullException.ThrowIfNull(period);
        return Compute(period, Receipt.On(eventDay.WithCalendar(CalendarSystem.Iso)), null, null, calendar, [.. changes]);
    }

    /// <summary>The deadline of a period that begins with an event at a moment, taken in Asia/Shanghai.</summary>
    /// <param name="period">The period.</param>
    /// <param name="eventAt">The moment of the event.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="receipt">On which day the event counts as received; its calendar day if <see langword="null"/>. Hours count from the moment itself.</param>
    /// <param name="changes">Suspensions, restarts and extensions, in any order.</param>
    /// <exception cref="ArgumentException">The period cannot be changed that way.</exception>
    /// <exception cref="CalendarCoverageException">A day that must be looked at is not covered (RI4001, RI4002).</exception>
    /// <exception cref="InputRefusedException">The period is suspended and has not resumed (RI4003).</exception>
    public static Deadline DeadlineFor(this LegalPeriod period, Instant eventAt, IWorkingDayCalendar calendar, ReceiptPolicy? receipt = null, params IEnumerable<PeriodChange> changes)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(calendar);
        ReceiptPolicy policy = period is LegalPeriod.Hours ? ReceiptPolicy.SameDay : receipt ?? ReceiptPolicy.SameDay;
        return Compute(period, Receipt.Of(eventAt, policy, calendar), eventAt, policy, calendar, [.. changes]);
    }

    /// <summary>The deadline, or why it is not known yet and a date that is never too late.</summary>
    /// <param name="period">The period.</param>
    /// <param name="eventDay">The day of the event.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="changes">Suspensions, restarts and extensions, in any order.</param>
    /// <exception cref="ArgumentException">The period is in hours, which count from a moment; or it cannot be changed that way.</exception>
    public static DeadlineOutcome Foresee(this LegalPeriod period, LocalDate eventDay, WorkingDayCalendar calendar, params IEnumerable<PeriodChange> changes)
    {
        ImmutableArray<PeriodChange> all = [.. changes];
        return ConservativeDates.Foresee(period, calendar, eventDay, any => period.DeadlineFor(eventDay, any, all));
    }

    /// <summary>The deadline, or why it is not known yet and a date that is never too late.</summary>
    /// <param name="period">The period.</param>
    /// <param name="eventAt">The moment of the event.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="receipt">On which day the event counts as received; its calendar day if <see langword="null"/>.</param>
    /// <param name="changes">Suspensions, restarts and extensions, in any order.</param>
    /// <exception cref="ArgumentException">The period cannot be changed that way.</exception>
    public static DeadlineOutcome Foresee(this LegalPeriod period, Instant eventAt, WorkingDayCalendar calendar, ReceiptPolicy? receipt = null, params IEnumerable<PeriodChange> changes)
    {
        ImmutableArray<PeriodChange> all = [.. changes];
        return ConservativeDates.Foresee(period, calendar, LegalTime.DayOf(eventAt), any => period.DeadlineFor(eventAt, any, receipt, all));
    }

    /// <summary>The same deadline by another calendar, for example after a notice was loaded.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="calendar">The other calendar.</param>
    /// <exception cref="CalendarCoverageException">A day that must be looked at is not covered (RI4001, RI4002).</exception>
    /// <exception cref="InputRefusedException">The period is suspended and has not resumed (RI4003).</exception>
    public static Deadline RecomputeWith(this Deadline deadline, IWorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        Deadline computed = deadline.EventAt is { } moment
            ? deadline.Period.DeadlineFor(moment, calendar, deadline.Receipt, deadline.Changes)
            : deadline.Period.DeadlineFor(deadline.EventDay, calendar, deadline.Changes);
        return deadline.DecidedBy is { } rule ? DecidedBy(computed, rule) : computed;
    }

    /// <summary>The day on which something that arrives at a moment counts as received.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="policy">The agency's rule.</param>
    /// <exception cref="CalendarCoverageException">The rule needs a day that is not covered (RI4001, RI4002).</exception>
    public static LocalDate DayOfReceipt(this IWorkingDayCalendar calendar, Instant moment, ReceiptPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Receipt.Of(moment, policy, calendar).Day;
    }

    internal static Deadline DecidedBy(Deadline computed, DisclosureRule rule) => new()
    {
        Period = computed.Period,
        EventDay = computed.EventDay,
        EventAt = computed.EventAt,
        Receipt = computed.Receipt,
        Changes = computed.Changes,
        Date = computed.Date,
        DateBeforeRoll = computed.DateBeforeRoll,
        EndsBefore = computed.EndsBefore,
        Certainty = computed.Certainty,
        ReliedOn = computed.ReliedOn,
        CalendarVersion = computed.CalendarVersion,
        DecidedBy = rule,
    };

    private static Deadline Compute(LegalPeriod period, Receipt received, Instant? eventAt, ReceiptPolicy? receipt, IWorkingDayCalendar calendar, ImmutableArray<PeriodChange> changes)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Course course = Course.Of(received.Day, changes);
        PeriodEnd end = (period is LegalPeriod.AtLeast minimum ? minimum.Period : period) switch
        {
            LegalPeriod.SameDay => OnlyDay(course.Unchanged(period)),
            LegalPeriod.WorkingDays days => EndOfWorkingDays(days, course, calendar),
            LegalPeriod.NaturalDays days => Roll(EndOfNaturalDays(days, course), days.LastDay, calendar),
            LegalPeriod.Months months => Roll(course.Unsuspended(period).PlusMonths(months.Length + course.ExtendedBy), months.LastDay, calendar),
            LegalPeriod.WorkingDaysBefore before => EndBefore(before, course.Unchanged(period), calendar),
            _ => EndOfHours(period, course, eventAt),
        };

        return new()
        {
            Period = period,
            EventDay = received.Day,
            EventAt = eventAt,
            Receipt = receipt,
            Changes = changes,
            Date = end.Last,
            DateBeforeRoll = end.BeforeRoll,
            EndsBefore = period is LegalPeriod.Hours hours ? eventAt!.Value + Duration.FromHours(hours.Length + course.ExtendedBy) : LegalTime.EndOf(end.Last),
            Certainty = Max(end.Certainty, received.Certainty),
            ReliedOn = Cover(end.Relied, received.Relied) is { } relied ? calendar.NoticesFor(relied.Start, relied.End) : [],
            CalendarVersion = calendar.Version,
        };
    }

    private static PeriodEnd EndOfWorkingDays(LegalPeriod.WorkingDays period, Course course, IWorkingDayCalendar calendar)
    {
        LocalDate from = period.EventDay == EventDayRule.Counted ? course.EventDay.PlusDays(-1) : course.EventDay;
        int left = period.Length + course.ExtendedBy;
        Certainty certainty = Certainty.Confirmed;
        foreach (PeriodChange.Suspended suspended in course.Suspensions)
        {
            if (suspended.Start > from)
            {
                if (calendar.TryAddWorkingDays(from, left, out CalendarDate ended) && ended.Date <= suspended.Start)
                {
                    break;
                }

                WorkingDayCount used = calendar.CountWorkingDays(from, suspended.Start);
                left -= used.WorkingDays;
                certainty = Max(certainty, used.Certainty);
            }

            LocalDate resumed = suspended.End ?? throw NotResumed.Refuse(("start", $"{suspended.Start:R}"));
            from = LocalDate.Max(from, resumed);
        }

        CalendarDate last = calendar.AddWorkingDays(from, left);
        return new(last.Date, last.Date, new DateInterval(course.EventDay, last.Date), Max(certainty, last.Certainty));
    }

    private static LocalDate EndOfNaturalDays(LegalPeriod.NaturalDays period, Course course)
    {
        LocalDate from = period.EventDay == EventDayRule.Counted ? course.EventDay.PlusDays(-1) : course.EventDay;
        int left = period.Length + course.ExtendedBy;
        foreach (PeriodChange.Suspended suspended in course.Suspensions)
        {
            int used = Math.Max(0, Period.DaysBetween(from, suspended.Start));
            if (used >= left)
            {
                break;
            }

            left -= used;
            from = LocalDate.Max(from, suspended.End ?? throw NotResumed.Refuse(("start", $"{suspended.Start:R}")));
        }

        return from.PlusDays(left);
    }

    private static PeriodEnd Roll(LocalDate last, LastDayRule rule, IWorkingDayCalendar calendar)
    {
        if (rule == LastDayRule.Stays)
        {
            return OnlyDay(last);
        }

        if (calendar.IsWorkingDay(last))
        {
            return new(last, last, new DateInterval(last, last), calendar.Coverage.CertaintyOn(last));
        }

        CalendarDate rolled = calendar.AddWorkingDays(last, 1);
        return new(rolled.Date, last, new DateInterval(last, rolled.Date), rolled.Certainty);
    }

    private static PeriodEnd EndBefore(LegalPeriod.WorkingDaysBefore period, LocalDate eventDay, IWorkingDayCalendar calendar)
    {
        CalendarDate last = calendar.AddWorkingDays(eventDay, -(period.Length + (period.Reading == BeforeReading.ClearDays ? 1 : 0)));
        return new(last.Date, last.Date, new DateInterval(last.Date, eventDay.PlusDays(-1)), last.Certainty);
    }

    private static PeriodEnd EndOfHours(LegalPeriod period, Course course, Instant? eventAt)
    {
        _ = course.Unsuspended(period);
        if (eventAt is not { } moment)
        {
            throw new ArgumentException("Hours count from a moment, not from a day.", nameof(period));
        }

        LocalDate last = LegalTime.DayOf(moment + Duration.FromHours(((LegalPeriod.Hours)period).Length + course.ExtendedBy));
        return OnlyDay(last);
    }

    private static PeriodEnd OnlyDay(LocalDate day) => new(day, day, null, Certainty.Confirmed);

    private static DateInterval? Cover(DateInterval? one, DateInterval? other) =>
        one is null ? other : other is null ? one : new DateInterval(LocalDate.Min(one.Start, other.Start), LocalDate.Max(one.End, other.End));

    private static Certainty Max(Certainty one, Certainty other) => (Certainty)Math.Max((int)one, (int)other);

    private readonly record struct PeriodEnd(LocalDate Last, LocalDate BeforeRoll, DateInterval? Relied, Certainty Certainty);
}
