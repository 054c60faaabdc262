using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <content>How a calendar comes to be: layers over the statute, lowest first, the last wins.</content>
public sealed partial class WorkingDayCalendar
{
    private static readonly Lazy<WorkingDayCalendar> EmbeddedCalendar = new(() => From(EmbeddedNotices.All));

    private readonly FrozenDictionary<int, ImmutableArray<DayStatement>> _statements; // by day index, lowest first
    private readonly int? _provisionalThrough;
    private WorkingDayCalendar? _withEveryOpenDayWorked; // the last one built; another thread's is as good

    private WorkingDayCalendar(ImmutableArray<HolidayNotice> notices, int firstYear, int? lastNoticedYear, int lastYear, int? everyDayIsWorkedOutside = null)
    {
        bool everyOpenDayIsWorked = everyDayIsWorkedOutside is not null;
        LocalDate start = new(firstYear, 1, 1);
        LocalDate end = new(lastYear, 12, 31);
        LocalDate tailOpenFrom = lastNoticedYear is { } noticed ? FirstOpenDayOf(noticed) : start;
        LocalDate? provisionalFrom = everyOpenDayIsWorked ? tailOpenFrom
            : lastNoticedYear is not { } last ? start
            : last < lastYear ? new LocalDate(last + 1, 1, 1)
            : null;

        Notices = notices;
        Coverage = new(start, end, tailOpenFrom, provisionalFrom);
        int days = Period.DaysBetween(start, end) + 1;
        _provisionalThrough = provisionalFrom is null ? null : lastYear;
        _tailOpenIndex = Period.DaysBetween(start, tailOpenFrom);
        _provisionalIndex = provisionalFrom is { } from ? Period.DaysBetween(start, from) : days;
        _statements = StatementsByIndex(notices, start, days);

        _dates = new LocalDate[days];
        _rank = new int[days + 1];
        int[] select = new int[days];
        int worked = 0;
        for (int i = 0; i < days; i++)
        {
            _dates[i] = start.PlusDays(i);
            bool isOpen = i >= _tailOpenIndex || _dates[i].Year < everyDayIsWorkedOutside;
            bool isWorked = everyOpenDayIsWorked && isOpen ? !Statute.IsHoliday(_dates[i]) : IsWorked(KindAt(i));
            if (isWorked)
            {
                select[worked++] = i;
            }

            _rank[i + 1] = worked;
        }

        _select = select[..worked];
        _firstMonth = firstYear * 12;
        _monthStart = new int[((lastYear - firstYear + 1) * 12) + 2];
        for (int month = 0; month < _monthStart.Length; month++)
        {
            _monthStart[month] = Period.DaysBetween(start, start.PlusMonths(month - 1)) - 1;
        }
    }

    /// <summary>The calendar of the notices that ship with this library: 2015 to 2026.</summary>
    public static WorkingDayCalendar Embedded => EmbeddedCalendar.Value;

    /// <summary>The notices it was built from, in the order in which they were laid over each other.</summary>
    public ImmutableArray<HolidayNotice> Notices { get; }

    /// <summary>Builds a calendar from notices; their order does not matter, and each may be there several times.</summary>
    /// <param name="notices">Annual notices of consecutive years, at least one, and any other layers over them.</param>
    /// <exception cref="InputRefusedException">The notices are wrong or do not fit together (RI41xx).</exception>
    public static WorkingDayCalendar From(IEnumerable<HolidayNotice> notices)
    {
        ImmutableArray<HolidayNotice> ordered = NoticeSet.Order(notices);
        NoticeSet.ThrowIfRefused(ordered);
        return Build(ordered, null);
    }

    /// <summary>Builds a calendar from the statute alone; every result of it is provisional.</summary>
    /// <param name="firstYear">The first year, from 2008.</param>
    /// <param name="lastYear">The last year, up to 2099.</param>
    /// <exception cref="ArgumentOutOfRangeException">The statute is not known for a year, or the years are not in order.</exception>
    public static WorkingDayCalendar FromStatute(int firstYear, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstYear, Statute.FirstYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, Statute.LastYear);
        return new WorkingDayCalendar([], firstYear, null, lastYear);
    }

    /// <summary>This calendar with further notices.</summary>
    /// <param name="notices">The notices to load.</param>
    /// <exception cref="InputRefusedException">They are wrong, or do not fit those already loaded (RI41xx).</exception>
    public WorkingDayCalendar With(params IEnumerable<HolidayNotice> notices)
    {
        ImmutableArray<HolidayNotice> ordered = NoticeSet.Order(Notices.Concat(notices));
        NoticeSet.ThrowIfRefused(ordered);
        return Build(ordered, _provisionalThrough);
    }

    /// <summary>This calendar, continued by the statute's holidays and ordinary weekends; results that rely on that are <see cref="Certainty.Provisional"/>.</summary>
    /// <remarks>A forecast for planning. It may be late or early: no notice has been published. For an obligation use the conservative date of <see cref="Deadlines"/>.</remarks>
    /// <param name="lastYear">The last year to continue through, up to 2099.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastYear"/> is after 2099 or already covered by a notice.</exception>
    public WorkingDayCalendar WithProvisionalYears(int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, Statute.LastYear);
        if (Coverage.LastNoticedDay is { } last)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lastYear, last.Year);
        }

        return Notices.IsEmpty ? FromStatute(Coverage.Start.Year, lastYear) : Build(Notices, lastYear);
    }

    /// <summary>The calendar as it was known on a day: from the notices published by then.</summary>
    /// <remarks>
    /// A notice whose day of publication is not known takes part in no replay: its days are then not covered rather than guessed.
    /// A calendar that was explicitly built to be provisional stays so, through the same year.
    /// </remarks>
    /// <param name="date">The day, included.</param>
    /// <exception cref="InputRefusedException">
    /// No annual notice was published by then (RI4118), or that of a year in between has no day of publication (RI4116).
    /// </exception>
    public WorkingDayCalendar AsKnownOn(LocalDate date)
    {
        if (Notices.All(notice => notice.Published <= date))
        {
            return this;
        }

        WorkingDayCalendar known = From(Notices.Where(notice => notice.Published <= date));
        return _provisionalThrough is { } lastYear ? known.WithProvisionalYears(lastYear) : known;
    }

    /// <summary>This calendar, in which every day from the open tail on counts as worked except the statute's holidays.</summary>
    /// <remarks>
    /// Its working days are a superset of the true ones, so a period counted forward in it never ends too late. Days before the
    /// coverage are treated alike. Never given out: only dates computed with it are.
    /// </remarks>
    internal WorkingDayCalendar WithEveryOpenDayWorked(int firstYear, int lastYear)
    {
        int first = Math.Min(firstYear, Coverage.Start.Year);
        int last = Math.Max(lastYear, Coverage.End.Year);
        return _withEveryOpenDayWorked is { } built && built.Coverage.Start.Year <= first && built.Coverage.End.Year >= last
            ? built
            : _withEveryOpenDayWorked = new(Notices, first, Coverage.LastNoticedDay?.Year, last, everyDayIsWorkedOutside: Coverage.Start.Year);
    }

    internal static LocalDate FirstOpenDayOf(int year) => new(year, 12, 25);

    private static WorkingDayCalendar Build(ImmutableArray<HolidayNotice> ordered, int? provisionalThrough)
    {
        int firstYear = ordered.Where(notice => notice.Layer == CalendarLayer.National).Min(notice => notice.Year);
        int lastYear = ordered.Where(notice => notice.Layer == CalendarLayer.National).Max(notice => notice.Year);
        return new WorkingDayCalendar(ordered, firstYear, lastYear, Math.Max(lastYear, provisionalThrough ?? lastYear));
    }

    private static FrozenDictionary<int, ImmutableArray<DayStatement>> StatementsByIndex(ImmutableArray<HolidayNotice> notices, LocalDate start, int days)
    {
        Dictionary<int, ImmutableArray<DayStatement>> statements = [];
        foreach (HolidayNotice notice in notices)
        {
            foreach (NoticeDay day in notice.Days)
            {
                int index = Period.DaysBetween(start, day.Date);
                if (index >= 0 && index < days)
                {
                    statements[index] = statements.GetValueOrDefault(index, []).Add(new DayStatement(notice, day));
                }
            }
        }

        return statements.ToFrozenDictionary();
    }

    private static bool IsWorked(DayKind kind) => kind is DayKind.WorkingDay or DayKind.MakeUp;

    private DayKind KindAt(int index) =>
        _statements.TryGetValue(index, out ImmutableArray<DayStatement> said) ? said[^1].Day.Kind
        : Statute.IsHoliday(_dates[index]) ? DayKind.Statutory
        : _dates[index].DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? DayKind.Weekend
        : DayKind.WorkingDay;
}
