using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>The clauses on when something must be published, as a set: the earliest deadline wins (公示期限).</summary>
/// <remarks>
/// A set is data; Shenyang's ships, another city's is another set. Where deadlines are equal, the rule that stands first decides,
/// so put the more specific norm first.
/// </remarks>
public sealed class DisclosureRules
{
    private static readonly LegalBasis OpenGovernment = new("政府信息公开条例", "26");
    private static readonly LegalBasis Penalties = new("市场监督管理行政处罚信息公示规定（总局令第45号）");
    private static readonly LegalBasis Withdrawal = new("行政处罚法", "48、85", "“三日”是工作日（第八十五条）；总局令第45号同样规定三个工作日。 “3 days” are working days by article 85; order 45 says three working days too.");
    private static readonly LegalBasis Listing = new("市场监督管理严重违法失信名单管理办法（总局令第44号）", "14");
    private static readonly LegalBasis Shenyang = new("沈政办发〔2020〕19号", "三(八)");
    private static readonly LegalBasis ShenyangMeasures = new("沈政办发〔2020〕19号", "三(八)", "列入失信名单视为“等处理措施”，从严按七个工作日。 Entering a dishonesty list is read as one of the measures that the clause leaves open (等).");

    /// <summary>Makes a set.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rules">The rules, the more specific norm first.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or an id is there twice.</exception>
    public DisclosureRules(string name, IEnumerable<DisclosureRule> rules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Rules = [.. rules];
        if (Rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The rule {twice.Key} is there twice.", nameof(rules));
        }
    }

    /// <summary>The national floors: 20 working days (政府信息公开条例 26), penalties 20 (总局令45号), entries of dishonesty lists 20 (总局令44号 14), take-down 3 (行政处罚法 48, 85).</summary>
    public static DisclosureRules NationalFloors { get; } = new("national-floors",
    [
        .. Enum.GetValues<DisclosureOccasion>()
            .Where(occasion => occasion is not (DisclosureOccasion.PenaltyDecided or DisclosureOccasion.DecisionWithdrawn or DisclosureOccasion.ListingDecided))
            .Select(occasion => Rule($"national/open-government/{occasion}", occasion, 20, OpenGovernment)),
        Rule("national/penalty", DisclosureOccasion.PenaltyDecided, 20, Penalties),
        Rule("national/listing", DisclosureOccasion.ListingDecided, 20, Listing),
        Rule("national/take-down", DisclosureOccasion.DecisionWithdrawn, 3, Withdrawal),
    ]);

    /// <summary>沈政办发〔2020〕19号 三(八): plan and task 10, list 10, an ad-hoc task with its list, result 10, measures, penalties and entries of dishonesty lists 7 working days; over the national floors.</summary>
    public static DisclosureRules Shenyang2020 { get; } = new("shenyang-2020",
    [
        Rule("shenyang-2020/plan", DisclosureOccasion.PlanApproved, 10, Shenyang),
        Rule("shenyang-2020/task", DisclosureOccasion.TaskApproved, 10, Shenyang),
        Rule("shenyang-2020/list", DisclosureOccasion.ListDrawn, 10, Shenyang),
        new("shenyang-2020/ad-hoc-task", DisclosureOccasion.AdHocTaskApproved, new LegalPeriod.WorkingDays(10, Shenyang), DisclosureOccasion.ListDrawn),
        Rule("shenyang-2020/result", DisclosureOccasion.ResultFormed, 10, Shenyang),
        Rule("shenyang-2020/measure", DisclosureOccasion.MeasureDecided, 7, Shenyang),
        Rule("shenyang-2020/penalty", DisclosureOccasion.PenaltyDecided, 7, Shenyang),
        Rule("shenyang-2020/listing", DisclosureOccasion.ListingDecided, 7, ShenyangMeasures),
        .. NationalFloors.Rules,
    ]);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The rules, the more specific norm first.</summary>
    public ImmutableArray<DisclosureRule> Rules { get; }

    /// <summary>The earliest deadline of all rules for an occasion; <see cref="Deadline.DecidedBy"/> says whose.</summary>
    /// <param name="occasion">What raises the duty.</param>
    /// <param name="eventDay">The day of that event.</param>
    /// <param name="calendar">The calendar.</param>
    /// <exception cref="ArgumentException">No rule counts from that event.</exception>
    /// <exception cref="CalendarCoverageException">A day that must be looked at is not covered (RI4001, RI4002).</exception>
    public Deadline DeadlineFor(DisclosureOccasion occasion, LocalDate eventDay, IWorkingDayCalendar calendar) =>
        DeadlineFor(occasion, calendar, (occasion, eventDay));

    /// <summary>The earliest deadline of all rules for an occasion, some of which may count from other events.</summary>
    /// <param name="occasion">What raises the duty.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="events">The days of the events so far; a rule that counts from an event yet to come does not take part.</param>
    /// <exception cref="ArgumentException">No rule counts from any of these events.</exception>
    /// <exception cref="CalendarCoverageException">A day that must be looked at is not covered (RI4001, RI4002).</exception>
    public Deadline DeadlineFor(DisclosureOccasion occasion, IWorkingDayCalendar calendar, params IEnumerable<(DisclosureOccasion Event, LocalDate Day)> events)
    {
        Deadline? earliest = null;
        CalendarCoverageException? refused = null;
        foreach ((DisclosureRule rule, LocalDate day) in Applicable(occasion, [.. events]))
        {
            try
            {
                Deadline deadline = rule.Period.DeadlineFor(day, calendar);
                earliest = earliest is null || deadline.Date < earliest.Date ? Deadlines.DecidedBy(deadline, rule) : earliest;
            }
            catch (CalendarCoverageException outside)
            {
                refused = refused is null || outside.FirstUncoveredDay < refused.FirstUncoveredDay ? outside : refused;
            }
        }

        // A rule that needs a day after the earliest deadline ends later anyway.
        return earliest is not null && (refused is null || refused.FirstUncoveredDay > earliest.Date) ? earliest : throw refused!;
    }

    /// <summary>The earliest deadline, or why it is not known yet and a date that is never too late.</summary>
    /// <param name="occasion">What raises the duty.</param>
    /// <param name="eventDay">The day of that event.</param>
    /// <param name="calendar">The calendar.</param>
    /// <exception cref="ArgumentException">No rule counts from that event.</exception>
    public DeadlineOutcome Foresee(DisclosureOccasion occasion, LocalDate eventDay, WorkingDayCalendar calendar) =>
        Foresee(occasion, calendar, (occasion, eventDay));

    /// <summary>The earliest deadline, or why it is not known yet and a date that is never too late.</summary>
    /// <param name="occasion">What raises the duty.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="events">The days of the events so far; a rule that counts from an event yet to come does not take part.</param>
    /// <exception cref="ArgumentException">No rule counts from any of these events.</exception>
    public DeadlineOutcome Foresee(DisclosureOccasion occasion, WorkingDayCalendar calendar, params IEnumerable<(DisclosureOccasion Event, LocalDate Day)> events)
    {
        ImmutableArray<(DisclosureOccasion Event, LocalDate Day)> all = [.. events];
        try
        {
            return new DeadlineOutcome.Known(DeadlineFor(occasion, calendar, all));
        }
        catch (CalendarCoverageException missing)
        {
            (LocalDate Date, DisclosureRule Rule)? earliest = null;
            foreach ((DisclosureRule rule, LocalDate day) in Applicable(occasion, all))
            {
                DeadlineOutcome foreseen = rule.Period.Foresee(day, calendar);
                LocalDate? date = foreseen is DeadlineOutcome.Known known ? known.Deadline.Date : ((DeadlineOutcome.Unknown)foreseen).ConservativeDate;
                earliest = date is { } found && (earliest is null || found < earliest.Value.Date) ? (found, rule) : earliest;
            }

            return new DeadlineOutcome.Unknown(missing.Refusal, earliest?.Date, earliest?.Rule);
        }
    }

    private ImmutableArray<(DisclosureRule Rule, LocalDate Day)> Applicable(DisclosureOccasion occasion, ImmutableArray<(DisclosureOccasion Event, LocalDate Day)> events)
    {
        ImmutableArray<(DisclosureRule, LocalDate)> applicable =
        [
            .. from rule in Rules
               where rule.Occasion == occasion
               from happened in events
               where happened.Event == rule.CountsFrom
               select (rule, happened.Day),
        ];
        return applicable.IsEmpty ? throw new ArgumentException($"No rule of {Name} for {occasion} counts from any of the given events.", nameof(events)) : applicable;
    }

    private static DisclosureRule Rule(string id, DisclosureOccasion occasion, int workingDays, LegalBasis basis) =>
        new(id, occasion, new LegalPeriod.WorkingDays(workingDays, basis));
}
