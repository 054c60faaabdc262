namespace RandomInspection.Calendars;

/// <summary>A period as the law states it (期间): data with its legal basis. A calendar turns it into a <see cref="Deadline"/>.</summary>
/// <remarks>
/// The day of the event is not counted unless <see cref="EventDay"/> says so (民法典 201). 日 is a working day only where the law says so:
/// 行政处罚法 85 for 2, 3, 5 and 7 日; 行政强制法 69 up to 10 日; 行政许可法 82 throughout.
/// </remarks>
public abstract record LegalPeriod
{
    private LegalPeriod(LegalBasis basis, EventDayRule eventDay)
    {
        ArgumentNullException.ThrowIfNull(basis);
        Basis = basis;
        EventDay = eventDay;
    }

    /// <summary>The clause it stands on.</summary>
    public LegalBasis Basis { get; }

    /// <summary>Whether the day of the event is the first day of the period.</summary>
    public EventDayRule EventDay { get; }

    private static int AtLeastOne(int length, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length, name);
        return length;
    }

    /// <summary>Due on the day of the event itself (当日).</summary>
    public sealed record SameDay : LegalPeriod
    {
        /// <summary>States the period.</summary>
        /// <param name="basis">The clause.</param>
        public SameDay(LegalBasis basis)
            : base(basis, EventDayRule.Counted)
        {
        }
    }

    /// <summary>A number of working days (工作日): weekdays without holidays, and make-up weekend days.</summary>
    public sealed record WorkingDays : LegalPeriod
    {
        /// <summary>States the period.</summary>
        /// <param name="workingDays">1 or more.</param>
        /// <param name="basis">The clause.</param>
        /// <param name="eventDay">Whether the day of the event is the first day.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is less than 1.</exception>
        public WorkingDays(int workingDays, LegalBasis basis, EventDayRule eventDay = EventDayRule.NotCounted)
            : base(basis, eventDay)
        {
            Length = AtLeastOne(workingDays, nameof(workingDays));
        }

        /// <summary>How many working days.</summary>
        public int Length { get; }
    }

    /// <summary>A number of natural days (自然日).</summary>
    public sealed record NaturalDays : LegalPeriod
    {
        /// <summary>States the period.</summary>
        /// <param name="days">1 or more.</param>
        /// <param name="basis">The clause.</param>
        /// <param name="lastDay">What happens if the last day is a rest day.</param>
        /// <param name="eventDay">Whether the day of the event is the first day.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1.</exception>
        public NaturalDays(int days, LegalBasis basis, LastDayRule lastDay = LastDayRule.Rolls, EventDayRule eventDay = EventDayRule.NotCounted)
            : base(basis, eventDay)
        {
            Length = AtLeastOne(days, nameof(days));
            LastDay = lastDay;
        }

        /// <summary>How many days.</summary>
        public int Length { get; }

        /// <summary>What happens if the last day is a rest day.</summary>
        public LastDayRule LastDay { get; }
    }

    /// <summary>A number of months; the last day is the corresponding day of the last month, or its end if there is none (民法典 202).</summary>
    public sealed record Months : LegalPeriod
    {
        /// <summary>States the period.</summary>
        /// <param name="months">1 or more; a year is 12.</param>
        /// <param name="basis">The clause.</param>
        /// <param name="lastDay">What happens if the last day is a rest day.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is less than 1.</exception>
        public Months(int months, LegalBasis basis, LastDayRule lastDay = LastDayRule.Rolls)
            : base(basis, EventDayRule.NotCounted)
        {
            Length = AtLeastOne(months, nameof(months));
            LastDay = lastDay;
        }

        /// <summary>How many months.</summary>
        public int Length { get; }

        /// <summary>What happens if the last day is a rest day.</summary>
        public LastDayRule LastDay { get; }
    }

    /// <summary>A number of hours from the moment of the event (民法典 200, 201 second paragraph). It runs through rest days.</summary>
    /// <remarks>Disputed: whether 民法典 203, which speaks of the last <i>day</i>, moves an end that falls on a rest day. Here it does not.</remarks>
    public sealed record Hours : LegalPeriod
    {
        /// <summary>States the period.</summary>
        /// <param name="hours">1 or more.</param>
        /// <param name="basis">The clause.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="hours"/> is less than 1.</exception>
        public Hours(int hours, LegalBasis basis)
            : base(basis, EventDayRule.Counted)
        {
            Length = AtLeastOne(hours, nameof(hours));
        }

        /// <summary>How many hours.</summary>
        public int Length { get; }
    }

    /// <summary>To be done a number of working days before the event, for example a hearing.</summary>
    public sealed record WorkingDaysBefore : LegalPeriod
    {
        /// <summary>States the period.</summary>
        /// <param name="workingDays">1 or more.</param>
        /// <param name="basis">The clause.</param>
        /// <param name="reading">How “before” is read.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is less than 1.</exception>
        public WorkingDaysBefore(int workingDays, LegalBasis basis, BeforeReading reading = BeforeReading.ClearDays)
            : base(basis, EventDayRule.NotCounted)
        {
            Length = AtLeastOne(workingDays, nameof(workingDays));
            Reading = reading;
        }

        /// <summary>How many working days.</summary>
        public int Length { get; }

        /// <summary>How “before” is read.</summary>
        public BeforeReading Reading { get; }
    }

    /// <summary>A period that must have passed (不得少于): what comes next is allowed from the day after its last day.</summary>
    public sealed record AtLeast : LegalPeriod
    {
        /// <summary>States the period.</summary>
        /// <param name="period">The period that must have passed: working days, natural days or months.</param>
        /// <exception cref="ArgumentException"><paramref name="period"/> is of another kind.</exception>
        public AtLeast(LegalPeriod period)
            : base((period ?? throw new ArgumentNullException(nameof(period))).Basis, period.EventDay)
        {
            if (period is not (WorkingDays or NaturalDays or Months))
            {
                throw new ArgumentException("A minimum is stated in working days, natural days or months.", nameof(period));
            }

            Period = period;
        }

        /// <summary>The period that must have passed.</summary>
        public LegalPeriod Period { get; }
    }
}
