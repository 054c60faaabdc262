using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>What happens to a running period.</summary>
public abstract record PeriodChange
{
    private PeriodChange()
    {
    }

    /// <summary>The period is suspended (中止): days in (start, end] are not counted. The start day still counts, the day on which it resumes does not.</summary>
    /// <remarks>行政许可法 45: time for hearings, inspection, expert review is not counted.</remarks>
    public sealed record Suspended : PeriodChange
    {
        /// <summary>States the suspension.</summary>
        /// <param name="start">The day on which it began.</param>
        /// <param name="end">The day on which the period resumed; <see langword="null"/> while it has not.</param>
        /// <exception cref="ArgumentException"><paramref name="end"/> is before <paramref name="start"/>.</exception>
        public Suspended(LocalDate start, LocalDate? end)
        {
            if (end < start)
            {
                throw new ArgumentException($"A suspension cannot end ({end:R}) before it starts ({start:R}).", nameof(end));
            }

            Start = start;
            End = end;
        }

        /// <summary>The day on which it began.</summary>
        public LocalDate Start { get; }

        /// <summary>The day on which the period resumed; <see langword="null"/> while it has not.</summary>
        public LocalDate? End { get; }
    }

    /// <summary>The period begins anew (重新计算) with another event; whatever happened before that day no longer matters.</summary>
    public sealed record Restarted : PeriodChange
    {
        /// <summary>States the restart.</summary>
        /// <param name="on">The day of the new event.</param>
        public Restarted(LocalDate on) => On = on;

        /// <summary>The day of the new event.</summary>
        public LocalDate On { get; }
    }

    /// <summary>The period is extended (延长) by a number of its own units, for example 20 working days by 政府信息公开条例 33.</summary>
    public sealed record Extended : PeriodChange
    {
        /// <summary>States the extension.</summary>
        /// <param name="on">The day on which it was granted.</param>
        /// <param name="by">1 or more of the period's units.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is less than 1.</exception>
        public Extended(LocalDate on, int by)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(by);
            On = on;
            By = by;
        }

        /// <summary>The day on which it was granted.</summary>
        public LocalDate On { get; }

        /// <summary>How many of the period's units.</summary>
        public int By { get; }
    }
}
