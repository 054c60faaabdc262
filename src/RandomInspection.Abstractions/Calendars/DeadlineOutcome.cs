using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>A deadline, or why it is not known yet. Facts are never refused for want of a calendar.</summary>
public abstract record DeadlineOutcome
{
    private DeadlineOutcome()
    {
    }

    /// <summary>The deadline is known.</summary>
    public sealed record Known : DeadlineOutcome
    {
        /// <summary>States the deadline.</summary>
        /// <param name="deadline">The deadline.</param>
        public Known(Deadline deadline) => Deadline = deadline;

        /// <summary>The deadline.</summary>
        public Deadline Deadline { get; }
    }

    /// <summary>The deadline is not known: a notice is missing, or the period is suspended.</summary>
    public sealed record Unknown : DeadlineOutcome
    {
        /// <summary>States why.</summary>
        /// <param name="why">The refusal: what is missing, what to load.</param>
        /// <param name="conservativeDate">A date that is never too late, if there is one.</param>
        /// <param name="rule">The rule that the date follows from, if several met.</param>
        public Unknown(Refusal why, LocalDate? conservativeDate, DisclosureRule? rule = null)
        {
            Why = why;
            ConservativeDate = conservativeDate;
            Rule = rule;
        }

        /// <summary>What is missing, and what to load.</summary>
        public Refusal Why { get; }

        /// <summary>
        /// A date that is never too late, to work with until the notice is loaded: every day that is not confirmed counts as worked,
        /// weekends too, except the statute's holidays. <see langword="null"/> where earlier is not safer (minimum periods, periods before an event).
        /// </summary>
        public LocalDate? ConservativeDate { get; }

        /// <summary>The rule that the date follows from, if several met.</summary>
        public DisclosureRule? Rule { get; }
    }
}
