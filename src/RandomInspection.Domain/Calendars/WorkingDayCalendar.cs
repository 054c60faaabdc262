using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>The working days that a set of notices yields (工作日历): immutable, O(1), silent about nothing it does not know.</summary>
/// <remarks>
/// <para>Two tables over the covered days answer everything: <i>rank</i> (working days before a day) and <i>select</i> (the k-th working day).
/// n working days after a day is select(rank + n).</para>
/// <para>The first covered day has day index 0. Covered years are whole calendar years.</para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed partial class WorkingDayCalendar : IWorkingDayCalendar
{
    private const int Outside = -1000;

    private readonly LocalDate[] _dates;     // the day of an index
    private readonly int[] _rank;            // _rank[i]: working days among the first i days
    private readonly int[] _select;          // _select[k]: index of the (k + 1)-th working day
    private readonly int[] _monthStart;      // index of the day before the first of a month, from December before the first year
    private readonly int _firstMonth;        // that December, in months since year 0
    private readonly int _tailOpenIndex;
    private readonly int _provisionalIndex;
    private string? _version;

    /// <inheritdoc />
    public CalendarCoverage Coverage { get; }

    /// <inheritdoc />
    /// <remarks>
    /// SHA-256, in lower-case hexadecimal, of one line a covered day in order: the ISO date, a space, <c>W</c> worked or <c>R</c> rest
    /// (<c>w</c>, <c>r</c> where provisional), a line feed.
    /// </remarks>
    public string Version => _version ??= ComputeVersion();

    /// <inheritdoc />
    public bool IsWorkingDay(LocalDate date)
    {
        int index = IndexOf(date);
        return IsCovered(index) ? IsWorkingDay(index) : throw new CalendarCoverageException(Iso(date), Iso(date), Coverage);
    }

    /// <summary>As <see cref="IsWorkingDay(LocalDate)"/>, but <see langword="false"/> outside the coverage. Allocates nothing.</summary>
    /// <param name="date">A day.</param>
    /// <param name="isWorkingDay">Whether it is a working day.</param>
    public bool TryIsWorkingDay(LocalDate date, out bool isWorkingDay)
    {
        int index = IndexOf(date);
        bool covered = IsCovered(index);
        isWorkingDay = covered && IsWorkingDay(index);
        return covered;
    }

    /// <inheritdoc />
    public CalendarDate AddWorkingDays(LocalDate date, int workingDays) =>
        TryAddWorkingDays(date, workingDays, out CalendarDate result) ? result : throw Uncovered(date, workingDays > 0);

    /// <inheritdoc />
    public bool TryAddWorkingDays(LocalDate date, int workingDays, out CalendarDate result)
    {
        int from = IndexOf(date);
        if (!TryAddWorkingDays(from, workingDays, out int to))
        {
            result = default;
            return false;
        }

        result = new(_dates[to], CertaintyAt(workingDays > 0 ? to : from - 1));
        return true;
    }

    /// <summary>Adds working days to many events at once; <paramref name="results"/> may be <paramref name="dates"/> itself. Allocates nothing.</summary>
    /// <param name="dates">The days of the events.</param>
    /// <param name="workingDays">How many: 1 or more forward, −1 or less backward.</param>
    /// <param name="results">Receives the dates; at least as long as <paramref name="dates"/>.</param>
    /// <returns>The least certain of all results.</returns>
    /// <exception cref="ArgumentException"><paramref name="results"/> is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is 0.</exception>
    /// <exception cref="CalendarCoverageException">A day that must be counted is not covered (RI4001, RI4002); results before it are written.</exception>
    public Certainty AddWorkingDays(ReadOnlySpan<LocalDate> dates, int workingDays, Span<LocalDate> results)
    {
        if (results.Length < dates.Length)
        {
            throw new ArgumentException($"{results.Length} places for {dates.Length} dates.", nameof(results));
        }

        int latest = -1;
        for (int i = 0; i < dates.Length; i++)
        {
            int from = IndexOf(dates[i]);
            if (!TryAddWorkingDays(from, workingDays, out int to))
            {
                throw Uncovered(dates[i], workingDays > 0);
            }

            results[i] = _dates[to];
            latest = Math.Max(latest, Math.Max(from - 1, to));
        }

        return CertaintyAt(latest);
    }

    /// <summary>The first working day after a day; the day itself is not looked at.</summary>
    /// <param name="date">A day.</param>
    /// <exception cref="CalendarCoverageException">A day that must be looked at is not covered (RI4001, RI4002).</exception>
    public CalendarDate NextWorkingDay(LocalDate date) => AddWorkingDays(date, 1);

    /// <summary>The day itself if it is worked, else the first working day after it.</summary>
    /// <param name="date">A day.</param>
    /// <exception cref="CalendarCoverageException">A day that must be looked at is not covered (RI4001, RI4002).</exception>
    public CalendarDate SameOrNextWorkingDay(LocalDate date) =>
        TryAddWorkingDays(IndexOf(date) - 1, 1, out int to) ? new(_dates[to], CertaintyAt(to)) : throw Uncovered(date, forward: true, sameDay: true);

    /// <inheritdoc />
    public WorkingDayCount CountWorkingDays(LocalDate from, LocalDate to) =>
        TryCountWorkingDays(from, to, out WorkingDayCount result)
            ? result
            : throw Uncovered(from, forward: true);

    /// <inheritdoc />
    public bool TryCountWorkingDays(LocalDate from, LocalDate to, out WorkingDayCount result)
    {
        int first = IndexOf(from);
        int last = IndexOf(to);
        if (first > last || first == Outside)
        {
            ThrowIfReversed(from, to);
        }

        if (first < -1 || last < -1 || last >= _dates.Length)
        {
            result = default;
            return false;
        }

        result = new(_rank[last + 1] - _rank[first + 1], first == last ? Certainty.Confirmed : CertaintyAt(last));
        return true;
    }

    /// <summary>The index of a covered day: the first is 0.</summary>
    /// <param name="date">A covered day.</param>
    /// <exception cref="CalendarCoverageException">The day is not covered (RI4001, RI4002).</exception>
    public int DayIndexOf(LocalDate date)
    {
        int index = IndexOf(date);
        return IsCovered(index) ? index : throw new CalendarCoverageException(Iso(date), Iso(date), Coverage);
    }

    /// <summary>The day of an index.</summary>
    /// <param name="dayIndex">0 to the number of covered days, less one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public LocalDate DayAt(int dayIndex) =>
        IsCovered(dayIndex)
            ? _dates[dayIndex]
            : throw new ArgumentOutOfRangeException(nameof(dayIndex), dayIndex, $"Day indexes run from 0 to {_dates.Length - 1}.");

    /// <summary>As <see cref="AddWorkingDays(LocalDate, int)"/> on day indexes, for engines that keep days as numbers. Allocates nothing.</summary>
    /// <param name="dayIndex">The index of the day of the event; −1 is the day before the coverage.</param>
    /// <param name="workingDays">How many: 1 or more forward, −1 or less backward.</param>
    /// <param name="result">The index of the working day found.</param>
    /// <returns><see langword="false"/> if a day that must be counted is not covered.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is 0.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAddWorkingDays(int dayIndex, int workingDays, out int result)
    {
        unchecked
        {
            int[] rank = _rank;
            int[] select = _select;
            if (workingDays > 0)
            {
                // counted from the day after: rank of dayIndex + 1
                if ((uint)(dayIndex + 1) < (uint)rank.Length)
                {
                    uint k = (uint)(rank[dayIndex + 1] + workingDays - 1);
                    if (k < (uint)select.Length)
                    {
                        result = select[k];
                        return true;
                    }
                }
            }
            else if (workingDays == 0)
            {
                ThrowZero();
            }
            else if ((uint)dayIndex < (uint)rank.Length)
            {
                uint k = (uint)(rank[dayIndex] + workingDays);
                if (k < (uint)select.Length)
                {
                    result = select[k];
                    return true;
                }
            }

            result = -1;
            return false;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int IndexOf(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            date = Iso(date);
        }

        unchecked
        {
            int[] months = _monthStart;
            uint month = (uint)((date.Year * 12) + date.Month - _firstMonth);
            return month < (uint)months.Length ? months[month] + date.Day : Outside;
        }
    }

    private static LocalDate Iso(LocalDate date) => date.WithCalendar(CalendarSystem.Iso);

    private bool IsCovered(int index) => unchecked((uint)index < (uint)_dates.Length);

    private bool IsWorkingDay(int index) => _rank[index + 1] != _rank[index];

    private Certainty CertaintyAt(int index) =>
        index < _tailOpenIndex ? Certainty.Confirmed : index < _provisionalIndex ? Certainty.TailOpen : Certainty.Provisional;

    private CalendarCoverageException Uncovered(LocalDate date, bool forward, bool sameDay = false)
    {
        LocalDate iso = Iso(date);
        LocalDate firstNeeded = sameDay ? iso : iso.PlusDays(forward ? 1 : -1);
        LocalDate uncovered = !Coverage.Contains(firstNeeded) ? firstNeeded : forward ? Coverage.End.PlusDays(1) : Coverage.Start.PlusDays(-1);
        return new CalendarCoverageException(iso, uncovered, Coverage);
    }

    private string ComputeVersion()
    {
        StringBuilder text = new();
        for (int i = 0; i < _dates.Length; i++)
        {
            char mark = IsWorkingDay(i) ? 'W' : 'R';
            text.Append(_dates[i].ToString("R", null)).Append(' ').Append(i < _provisionalIndex ? mark : char.ToLowerInvariant(mark)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())));
    }

    [DoesNotReturn]
    private static void ThrowZero() =>
        throw new ArgumentOutOfRangeException("workingDays", 0, "A period has 1 working day or more (backward: −1 or less); \"the same day\" is another rule.");

    private static void ThrowIfReversed(LocalDate from, LocalDate to)
    {
        if (Iso(to) < Iso(from))
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"{to:R} is before {from:R}.");
        }
    }
}
