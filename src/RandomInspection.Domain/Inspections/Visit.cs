using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Inspections;

/// <summary>一次上门检查：one subject, one team, every item of the task.</summary>
/// <remarks>
/// A command checks the rule and returns its event, which is applied at once; a refused command changes nothing.
/// Source: 沈政办发〔2020〕19号 三(七); 行政处罚法 42, 55.
/// </remarks>
public sealed partial class Visit
{
    private readonly Dictionary<string, VisitEvent.ResultEntered> _results = new(StringComparer.Ordinal);
    private readonly List<Measure> _measures = [];

    private Visit(VisitEvent.Planned planned)
    {
        Plan = planned;
        Team = planned.Team;
    }

    /// <summary>What was planned.</summary>
    public VisitEvent.Planned Plan { get; }

    /// <summary>The visit's id.</summary>
    public string Id => Plan.Visit;

    /// <summary>The team as it is now.</summary>
    public VisitTeam Team { get; private set; }

    /// <summary>Officers who were replaced, in order; one may come back.</summary>
    public ImmutableArray<string> Left { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public VisitStatus Status { get; private set; }

    /// <summary>The day on which the team arrived; <see langword="null"/> before.</summary>
    public LocalDate? BegunOn { get; private set; }

    /// <summary>The results so far by item.</summary>
    public IReadOnlyDictionary<string, VisitEvent.ResultEntered> Results => _results;

    /// <summary>How often a result has been entered so far: whoever fills in a form says which of them they saw.</summary>
    public int Entries { get; private set; }

    /// <summary>The conclusion; <see langword="null"/> before, and while it is sent back.</summary>
    public VisitEvent.Concluded? Conclusion { get; private set; }

    /// <summary>Who audited it; <see langword="null"/> before.</summary>
    public string? AuditedBy { get; private set; }

    /// <summary>Why it was sent back last; <see langword="null"/> once it is concluded again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>How the notice of the present conclusion was served; <see langword="null"/> before.</summary>
    public NoticeService? Service { get; private set; }

    /// <summary>The measures in order.</summary>
    public IReadOnlyList<Measure> Measures => _measures;

    /// <summary>The items that have no result yet, in the task's order.</summary>
    public IEnumerable<string> Open => Plan.Items.Where(item => !_results.ContainsKey(item));

    /// <summary>A visit that a match planned.</summary>
    /// <param name="planned">What is planned; its items are one or more.</param>
    public static Visit Begin(VisitEvent.Planned planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentOutOfRangeException.ThrowIfZero(planned.Items.Length, nameof(planned));
        return new Visit(planned);
    }

    /// <summary>The visit that events tell of.</summary>
    /// <param name="events">All its events in order, <see cref="VisitEvent.Planned"/> first.</param>
    public static Visit Replay(IReadOnlyList<VisitEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Visit visit = Begin((VisitEvent.Planned)events[0]);
        foreach (VisitEvent later in events.Skip(1))
        {
            visit.Apply(later);
        }

        return visit;
    }

    /// <summary>Replaces an officer who fell out.</summary>
    /// <param name="replacement">Who, by whom, and why.</param>
    /// <exception cref="TransitionRefusedException">The visit has begun (RI2301).</exception>
    /// <exception cref="InputRefusedException">The one is not in the team (RI2302), or the other is (RI2307).</exception>
    public VisitEvent.OfficerReplaced Replace(OfficerReplacement replacement)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        RequireReplaceable();
        RequireOfficer(replacement.Leaves);
        RequireNotThere(replacement.Comes);
        return Raise(new VisitEvent.OfficerReplaced(replacement with { Reason = InspectionTexts.Required(replacement.Reason, "更换理由", "Reason") }));
    }

    /// <summary>The team arrives at a visit that is nobody else's.</summary>
    /// <param name="by">An officer of the team.</param>
    /// <param name="on">Today.</param>
    /// <exception cref="TransitionRefusedException">The visit has begun (RI2301).</exception>
    /// <exception cref="InputRefusedException">As <see cref="Arrive(string, LocalDate, IEnumerable{ValueTuple{string, LocalDate}}, string?, string?)"/>.</exception>
    public VisitEvent.Begun Arrive(string by, LocalDate on) => Arrive(by, on, [], null);

    /// <summary>The team arrives.</summary>
    /// <param name="by">An officer of the team.</param>
    /// <param name="on">Today.</param>
    /// <param name="others">Those of the same visit that have begun, each with its day.</param>
    /// <param name="separately">Why not on the day that was drawn, or on which the others began, 1 to 500 characters; <see langword="null"/> where it is that day.</param>
    /// <param name="emergency">What makes it too urgent to be approved first, 1 to 500 characters; <see langword="null"/> where it is approved.</param>
    /// <exception cref="TransitionRefusedException">The visit has begun (RI2301).</exception>
    /// <exception cref="InputRefusedException">
    /// Not an officer of the team (RI2302), the team is incomplete (RI2303), the period has not begun (RI2304), it is neither approved nor
    /// an emergency (RI3032), another day was drawn (RI3037) or others began on another day (RI2316) and no reason is given.
    /// </exception>
    /// <remarks>Source: 国办发〔2024〕54号: approved by the authority's head beforehand, in an emergency afterwards.</remarks>
    public VisitEvent.Begun Arrive(string by, LocalDate on, IEnumerable<(string Visit, LocalDate On)> others, string? separately, string? emergency = null)
    {
        Require("开始检查", "beginning the visit", VisitStatus.Planned);
        RequireOfficer(by);
        if (Team.Missing > 0)
        {
            throw InspectionRefusals.TeamIncomplete.Refuse(("visit", Id), ("present", Team.Inspectors.Length), ("needed", Team.Officers));
        }

        if (on < Plan.From)
        {
            throw InspectionRefusals.BeforeThePeriod.Refuse(("visit", Id), ("from", $"{Plan.From:R}"), ("today", $"{on:R}"));
        }

        if (Approval is null && emergency is null)
        {
            throw PaperRefusals.NotApproved.Refuse(("visit", Id));
        }

        string? urgent = Approval is null ? InspectionTexts.Required(emergency!, "紧急情况说明", "What makes it urgent") : null;
        (string Visit, LocalDate On) other = others.FirstOrDefault(o => o.On != on);
        return other.Visit is null && (Plan.Day is not { } drawn || drawn == on) ? Raise(new VisitEvent.Begun(by, on, null, urgent))
            : separately is not null ? Raise(new VisitEvent.Begun(by, on, InspectionTexts.Required(separately, "另行上门的理由", "The reason for a visit of its own"), urgent))
            : other.Visit is not null ? throw InspectionRefusals.OtherDay.Refuse(("visit", Id), ("other", other.Visit), ("on", $"{other.On:R}"), ("today", $"{on:R}"))
            : throw PaperRefusals.NotTheDrawnDay.Refuse(("visit", Id), ("day", $"{Plan.Day:R}"), ("today", $"{on:R}"));
    }

    /// <summary>Enters an item's result; a further one replaces it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="result">The result.</param>
    /// <param name="note">What was found, at most 500 characters; needed where there is a problem.</param>
    /// <param name="by">An officer of the team.</param>
    /// <exception cref="TransitionRefusedException">The visit is not underway (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), no item of the visit (RI2309), or the note is missing or too long (RI2305).</exception>
    public VisitEvent.ResultEntered Enter(string item, ItemResult result, string note, string by)
    {
        ArgumentNullException.ThrowIfNull(note);
        Require("登记检查结果", "entering a result", VisitStatus.Underway);
        RequireOfficer(by);
        if (!Plan.Items.Contains(item))
        {
            throw InspectionRefusals.NotAnItem.Refuse(("visit", Id), ("item", item));
        }

        string said = result.IsProblem() || note.Length > InspectionTexts.MaxLength ? InspectionTexts.Required(note, "情况说明", "Note") : note.Trim();
        return Raise(new VisitEvent.ResultEntered(item, result, said, by));
    }

    /// <summary>Concludes the visit.</summary>
    /// <param name="by">An officer of the team.</param>
    /// <param name="on">Today.</param>
    /// <exception cref="TransitionRefusedException">The visit is not underway (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), items have no result (RI2306), or results contradict each other (RI2310).</exception>
    public VisitEvent.Concluded Conclude(string by, LocalDate on)
    {
        Require("作出结论", "concluding", VisitStatus.Underway);
        RequireOfficer(by);
        if (Open.Any())
        {
            throw InspectionRefusals.ItemsOpen.Refuse(("visit", Id), ("items", string.Join(", ", Open)));
        }

        ItemResult[] results = [.. _results.Values.Select(r => r.Result).Distinct()];
        return results.Length > 1 && results.Any(r => r.IsOfWholeVisit())
            ? throw InspectionRefusals.ResultsContradict.Refuse(("visit", Id), ("result", results.First(r => r.IsOfWholeVisit())))
            : Raise(new VisitEvent.Concluded(Conclusions.Of(results), on, by));
    }

    /// <summary>Sends the result back to the team.</summary>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">A person who is not of the team.</param>
    /// <exception cref="TransitionRefusedException">The visit does not wait for its audit (RI2301).</exception>
    /// <exception cref="InputRefusedException">Of the team (RI2311), or there is no reason (RI2305).</exception>
    public VisitEvent.Returned Return(string reason, string by)
    {
        Require("退回检查结果", "sending the result back", VisitStatus.Concluded);
        RequireSecondPerson(by);
        return Raise(new VisitEvent.Returned(InspectionTexts.Required(reason, "退回理由", "Reason"), by));
    }

    /// <summary>A second person has looked at the result: it can be published.</summary>
    /// <param name="by">A person who is not of the team.</param>
    /// <exception cref="TransitionRefusedException">The visit does not wait for its audit (RI2301).</exception>
    /// <exception cref="InputRefusedException">Of the team (RI2311), or an approval is owed (RI3033).</exception>
    /// <remarks>What began in an emergency is not published before its approval: publication waits for the audit, and the audit for the approval.</remarks>
    public VisitEvent.Audited Audit(string by)
    {
        Require("审核检查结果", "auditing the result", VisitStatus.Concluded);
        RequireSecondPerson(by);
        return ApprovalIsOwed ? throw PaperRefusals.ApprovalOwed.Refuse(("visit", Id)) : Raise(new VisitEvent.Audited(by));
    }

    /// <summary>Keeps how the notice of results was served.</summary>
    /// <param name="service">How.</param>
    /// <param name="by">An officer of the team.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">The visit is not concluded (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), served already (RI2312), or on a day before the conclusion or yet to come (RI2313).</exception>
    public VisitEvent.NoticeServed Serve(NoticeService service, string by, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(service);
        Require("送达告知书", "serving the notice", VisitStatus.Concluded, VisitStatus.Audited);
        RequireOfficer(by);
        if (Service is { } earlier)
        {
            throw InspectionRefusals.AlreadyServed.Refuse(("visit", Id), ("on", $"{earlier.On:R}"));
        }

        RequireDay("送达日期", "The day of service", service.On, Conclusion!.On, today);
        return Raise(new VisitEvent.NoticeServed(service, by));
    }

    /// <summary>Keeps a measure that was decided.</summary>
    /// <param name="kind">Of what kind.</param>
    /// <param name="text">What was decided, 1 to 500 characters.</param>
    /// <param name="legalBasis">The article, 1 to 500 characters.</param>
    /// <param name="decidedOn">The day of the decision.</param>
    /// <param name="by">An officer of the team.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">The visit is not concluded (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), a text is missing or too long (RI2305), or the day lies before the visit or is yet to come (RI2313).</exception>
    public VisitEvent.MeasureDecided Decide(MeasureKind kind, string text, string legalBasis, LocalDate decidedOn, string by, LocalDate today)
    {
        Require("登记处理措施", "deciding a measure", VisitStatus.Concluded, VisitStatus.Audited);
        RequireOfficer(by);
        RequireDay("决定日期", "The day of the decision", decidedOn, BegunOn!.Value, today);
        return Raise(new VisitEvent.MeasureDecided(
            new Measure(_measures.Count + 1, kind, InspectionTexts.Required(text, "措施内容", "Measure"), InspectionTexts.Required(legalBasis, "法律依据", "Legal basis"), decidedOn), by));
    }

    /// <summary>Lets a change of officers begin.</summary>
    /// <exception cref="TransitionRefusedException">The visit has begun (RI2301).</exception>
    internal void RequireReplaceable() => Require("更换检查人员", "replacing an officer", VisitStatus.Planned);

    private static void RequireDay(string chinese, string english, LocalDate day, LocalDate earliest, LocalDate latest)
    {
        if (day < earliest || day > latest)
        {
            throw InspectionRefusals.DayOutOfRange.Refuse(
                ("fieldZh", chinese), ("fieldEn", english), ("day", $"{day:R}"), ("earliest", $"{earliest:R}"), ("latest", $"{latest:R}"));
        }
    }

    private void RequireOfficer(string person)
    {
        if (!Team.Inspectors.Contains(person))
        {
            throw InspectionRefusals.NotInTeam.Refuse(("visit", Id), ("person", person));
        }
    }

    private void RequireNotThere(string person)
    {
        if (Team.Inspectors.Contains(person))
        {
            throw InspectionRefusals.AlreadyInTeam.Refuse(("visit", Id), ("person", person));
        }
    }

    private void RequireSecondPerson(string person)
    {
        if (Team.Inspectors.Contains(person))
        {
            throw InspectionRefusals.OwnResult.Refuse(("visit", Id), ("person", person));
        }
    }

    private void Require(string chinese, string english, params ReadOnlySpan<VisitStatus> statuses)
    {
        if (!statuses.Contains(Status))
        {
            (string stateChinese, string stateEnglish) = StateWords.Of(Status);
            throw new TransitionRefusedException(
                InspectionRefusals.WrongState.With(
                    ("visit", Id), ("state", Status), ("stateZh", stateChinese), ("stateEn", stateEnglish), ("commandZh", chinese), ("commandEn", english)),
                english,
                Status.ToString());
        }
    }

    private T Raise<T>(T happened)
        where T : VisitEvent
    {
        Apply(happened);
        return happened;
    }

    private void Apply(VisitEvent happened)
    {
        switch (happened)
        {
            case VisitEvent.OfficerReplaced { Replacement: var replacement }:
                Team = Team with { Inspectors = [.. Team.Inspectors.Remove(replacement.Leaves).Add(replacement.Comes).Order(StringComparer.Ordinal)] };
                Left = Left.Add(replacement.Leaves);
                break;
            case VisitEvent.OfficerProposed or VisitEvent.ProposalRefused or VisitEvent.OfficerAssigned:
                ApplyAssignment(happened);
                break;
            case VisitEvent.Begun begun:
                // A proposal that nobody approved before the team went has lapsed.
                (Status, BegunOn, Emergency, Proposal) = (VisitStatus.Underway, begun.On, begun.Emergency, null);
                break;
            case VisitEvent.ResultEntered entered:
                _results[entered.Item] = entered;
                Entries++;
                break;
            case VisitEvent.Concluded concluded:
                (Status, Conclusion, ReturnReason) = (VisitStatus.Concluded, concluded, null);
                break;
            case VisitEvent.Returned returned:
                // What was served was about a conclusion that no longer stands.
                (Status, Conclusion, Service, ReturnReason) = (VisitStatus.Underway, null, null, returned.Reason);
                break;
            case VisitEvent.Audited audited:
                (Status, AuditedBy) = (VisitStatus.Audited, audited.By);
                break;
            case VisitEvent.NoticeServed served:
                Service = served.Service;
                break;
            case VisitEvent.MeasureDecided decided:
                _measures.Add(decided.Measure);
                break;
            case VisitEvent.Closed closed:
                (Status, Closing, Proposal) = (VisitStatus.Closed, closed, null);
                break;
            default:
                ApplyPaper(happened);
                break;
        }
    }
}
