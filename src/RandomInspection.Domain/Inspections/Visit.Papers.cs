using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Inspections;

/// <content>Approval, check-in, evidence, objections and corrections, follow-up.</content>
public sealed partial class Visit
{
    private readonly SortedDictionary<int, FollowUp> _followUps = [];

    /// <summary>Who approved it (行政检查审批); <see langword="null"/> while nobody has.</summary>
    public VisitEvent.Approved? Approval { get; private set; }

    /// <summary>What made it too urgent to be approved first; <see langword="null"/> where it was approved.</summary>
    public string? Emergency { get; private set; }

    /// <summary>Whether the team came before it was approved, as in an emergency: then it is approved afterwards.</summary>
    public bool ApprovalIsOwed => Approval is null && BegunOn is not null && Status != VisitStatus.Closed;

    /// <summary>The check-in by code; <see langword="null"/> before.</summary>
    public VisitEvent.CheckedIn? CheckIn { get; private set; }

    /// <summary>The evidence in the order in which it was kept.</summary>
    public ImmutableArray<EvidenceFile> Evidence { get; private set; } = [];

    /// <summary>The objections in order.</summary>
    public ImmutableArray<Objection> Objections { get; private set; } = [];

    /// <summary>The corrections of results in order.</summary>
    public ImmutableArray<VisitEvent.Corrected> Corrections { get; private set; } = [];

    /// <summary>What has to be done by when, by the number of the measure.</summary>
    public IEnumerable<FollowUp> FollowUps => _followUps.Values;

    /// <summary>Whether an upheld objection has not led to a correction yet.</summary>
    public bool MayCorrect => Objections.Count(o => o.Decision == ObjectionDecision.Upheld) > Corrections.Length;

    /// <summary>The head of the authority approves the visit; after an emergency, afterwards.</summary>
    /// <param name="reason">What for, 1 to 500 characters; after an emergency what it was.</param>
    /// <param name="by">A person who is not of the team.</param>
    /// <exception cref="TransitionRefusedException">The visit is closed (RI2301).</exception>
    /// <exception cref="InputRefusedException">Approved already (RI3020), of the team (RI2311), or there is no reason (RI2305).</exception>
    /// <remarks>Source: 国办发〔2024〕54号: approved by the authority's head beforehand, in an emergency afterwards.</remarks>
    public VisitEvent.Approved Approve(string reason, string by)
    {
        Require("审批检查", "approving the visit", VisitStatus.Planned, VisitStatus.Underway, VisitStatus.Concluded, VisitStatus.Audited);
        RequireSecondPerson(by);
        return Approval is { } earlier
            ? throw PaperRefusals.ApprovedAlready.Refuse(("visit", Id), ("by", earlier.By))
            : Raise(new VisitEvent.Approved(InspectionTexts.Required(reason, "审批事由", "What it is approved for"), by));
    }

    /// <summary>By when something has to be done next about what was ordered: the last day of the earliest open follow-up, and of an order without one its own day; <see langword="null"/> when all is closed.</summary>
    public LocalDate? RecheckDueOn => Measures.Where(measure => measure.Kind is MeasureKind.Order or MeasureKind.Compulsion)
        .Select(measure => _followUps.GetValueOrDefault(measure.Number) is { } followUp ? followUp.IsClosed ? (LocalDate?)null : followUp.DueOn : measure.DecidedOn)
        .Min();

    /// <summary>The team checks in with the visit's code.</summary>
    /// <param name="typed">The code as it was typed or scanned.</param>
    /// <param name="code">The visit's code.</param>
    /// <param name="by">An officer of the team.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">The visit is neither to be made nor underway (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), neither approved nor begun in an emergency (RI3032), checked in already (RI3023), or another code (RI3022).</exception>
    public VisitEvent.CheckedIn EnterCode(string typed, string code, string by, Instant at)
    {
        Require("扫码入企", "checking in", VisitStatus.Planned, VisitStatus.Underway);
        RequireOfficer(by);
        return CheckInWith(typed, code, new VisitEvent.CheckedIn(by, at));
    }

    /// <summary>The inspected party enters the visit's code: the team is there.</summary>
    /// <param name="typed">The code as it was typed or scanned.</param>
    /// <param name="code">The visit's code.</param>
    /// <param name="at">Now.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">The visit is neither to be made nor underway (RI2301).</exception>
    /// <exception cref="InputRefusedException">
    /// Another code (RI3022), not within the period (RI2304), neither approved nor begun in an emergency (RI3032), or checked in already (RI3023).
    /// </exception>
    /// <remarks>The code comes first: who does not have it learns nothing. Source: 国办发〔2024〕54号: 扫码入企.</remarks>
    public VisitEvent.CheckedIn EnterCodeAsParty(string typed, string code, Instant at, LocalDate today)
    {
        if (VisitCode.Read(typed) != code)
        {
            throw PaperRefusals.WrongCode.Refuse(("visit", Id));
        }

        Require("扫码入企", "checking in", VisitStatus.Planned, VisitStatus.Underway);
        return today < Plan.From
            ? throw InspectionRefusals.BeforeThePeriod.Refuse(("visit", Id), ("from", $"{Plan.From:R}"), ("today", $"{today:R}"))
            : CheckInWith(typed, code, new VisitEvent.CheckedIn($"party:{Plan.SubjectCode}", at, CheckInSide.Party));
    }

    private VisitEvent.CheckedIn CheckInWith(string typed, string code, VisitEvent.CheckedIn checkedIn) =>
        Approval is null && BegunOn is null ? throw PaperRefusals.NotApproved.Refuse(("visit", Id))
            : CheckIn is not null ? throw PaperRefusals.CheckedInAlready.Refuse(("visit", Id))
            : VisitCode.Read(typed) != code ? throw PaperRefusals.WrongCode.Refuse(("visit", Id))
            : Raise(checkedIn);

    /// <summary>Keeps a file as evidence.</summary>
    /// <param name="file">The file.</param>
    /// <param name="by">An officer of the team.</param>
    /// <exception cref="TransitionRefusedException">The visit is not underway, concluded or audited (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), or the file is kept already (RI3026).</exception>
    public VisitEvent.EvidenceKept Keep(EvidenceFile file, string by)
    {
        ArgumentNullException.ThrowIfNull(file);
        Require("留存证据", "keeping evidence", VisitStatus.Underway, VisitStatus.Concluded, VisitStatus.Audited);
        RequireOfficer(by);
        return Evidence.FirstOrDefault(kept => kept.Digest == file.Digest) is { } twice
            ? throw PaperRefusals.FileTwice.Refuse(("visit", Id), ("name", twice.Name))
            : Raise(new VisitEvent.EvidenceKept(file, by));
    }

    /// <summary>Keeps what the inspected party says against the result.</summary>
    /// <param name="text">What it says, 1 to 500 characters.</param>
    /// <param name="by">The officer of the team who took it down.</param>
    /// <param name="on">When it was made.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">The visit is not concluded (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), another is open (RI3027), no text (RI2305), or on a day before the conclusion or yet to come (RI2313).</exception>
    public VisitEvent.Objected Object(string text, string by, LocalDate on, LocalDate today)
    {
        Require("记录异议", "recording an objection", VisitStatus.Concluded, VisitStatus.Audited);
        RequireOfficer(by);
        if (Objections is [.., { Decision: null }])
        {
            throw PaperRefusals.ObjectionOpen.Refuse(("visit", Id));
        }

        RequireDay("提出日期", "The day of the objection", on, Conclusion!.On, today);
        return Raise(new VisitEvent.Objected(InspectionTexts.Required(text, "异议内容", "What is said"), by, on));
    }

    /// <summary>Decides on the open objection. Nobody is treated more severely for having made it.</summary>
    /// <param name="decision">How.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">A person who is not of the team.</param>
    /// <exception cref="TransitionRefusedException">The visit is not concluded (RI2301).</exception>
    /// <exception cref="InputRefusedException">Of the team (RI2311), none is open (RI3028), or there is no reason (RI2305).</exception>
    public VisitEvent.ObjectionDecided DecideObjection(ObjectionDecision decision, string reason, string by)
    {
        Require("处理异议", "deciding on an objection", VisitStatus.Concluded, VisitStatus.Audited);
        RequireSecondPerson(by);
        return Objections is not [.., { Decision: null }]
            ? throw PaperRefusals.NoObjection.Refuse(("visit", Id))
            : Raise(new VisitEvent.ObjectionDecided(decision, InspectionTexts.Required(reason, "处理理由", "Reason"), by));
    }

    /// <summary>Corrects the result of an item after an objection was upheld: the conclusion follows anew and is audited anew.</summary>
    /// <param name="item">The item.</param>
    /// <param name="result">The result.</param>
    /// <param name="note">What was found, at most 500 characters; needed where there is a problem.</param>
    /// <param name="by">An officer of the team.</param>
    /// <exception cref="TransitionRefusedException">The visit is not concluded (RI2301).</exception>
    /// <exception cref="InputRefusedException">
    /// Not an officer of the team (RI2302), no objection was upheld (RI3029), no item of the visit (RI2309), the note is missing (RI2305), or results contradict each other (RI2310).
    /// </exception>
    public VisitEvent.Corrected Correct(string item, ItemResult result, string note, string by)
    {
        ArgumentNullException.ThrowIfNull(note);
        Require("更正检查结果", "correcting a result", VisitStatus.Concluded, VisitStatus.Audited);
        RequireOfficer(by);
        if (!MayCorrect)
        {
            throw PaperRefusals.NothingUpheld.Refuse(("visit", Id));
        }

        if (!Plan.Items.Contains(item))
        {
            throw InspectionRefusals.NotAnItem.Refuse(("visit", Id), ("item", item));
        }

        string said = result.IsProblem() || note.Length > InspectionTexts.MaxLength ? InspectionTexts.Required(note, "情况说明", "Note") : note.Trim();
        ItemResult[] results = [.. Results.Where(entered => entered.Key != item).Select(entered => entered.Value.Result).Append(result).Distinct()];
        return results.Length > 1 && results.Any(r => r.IsOfWholeVisit())
            ? throw InspectionRefusals.ResultsContradict.Refuse(("visit", Id), ("result", results.First(r => r.IsOfWholeVisit())))
            : Raise(new VisitEvent.Corrected(item, result, said, Conclusions.Of(results), by));
    }

    /// <summary>Lays down by when what was ordered has to be done.</summary>
    /// <param name="measure">The number of the order.</param>
    /// <param name="dueOn">The last day, not before the decision.</param>
    /// <param name="by">An officer of the team.</param>
    /// <exception cref="TransitionRefusedException">The visit is not concluded (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), no such order (RI3030), or the day lies before its decision (RI2313).</exception>
    public VisitEvent.FollowUpSet Follow(int measure, LocalDate dueOn, string by)
    {
        Require("登记整改期限", "laying down a follow-up", VisitStatus.Concluded, VisitStatus.Audited);
        RequireOfficer(by);
        Measure order = Measures.FirstOrDefault(m => m.Number == measure && m.Kind is MeasureKind.Order or MeasureKind.Compulsion) is { } found && found.Number == measure
            ? found
            : throw PaperRefusals.NoOrder.Refuse(("visit", Id), ("measure", measure));
        RequireDay("整改期限", "The last day", dueOn, order.DecidedOn, LocalDate.MaxIsoValue);
        return Raise(new VisitEvent.FollowUpSet(measure, dueOn, by));
    }

    /// <summary>Keeps what a re-check found; done, it is closed.</summary>
    /// <param name="measure">The number of the order.</param>
    /// <param name="outcome">What was found.</param>
    /// <param name="note">What was seen, 1 to 500 characters.</param>
    /// <param name="by">An officer of the team.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">The visit is not concluded (RI2301).</exception>
    /// <exception cref="InputRefusedException">Not an officer of the team (RI2302), nothing is to be re-checked (RI3031), or there is no note (RI2305).</exception>
    public VisitEvent.Rechecked Recheck(int measure, RecheckOutcome outcome, string note, string by, LocalDate today)
    {
        Require("复查整改", "re-checking", VisitStatus.Concluded, VisitStatus.Audited);
        RequireOfficer(by);
        return _followUps.GetValueOrDefault(measure) is { IsClosed: false }
            ? Raise(new VisitEvent.Rechecked(measure, outcome, InspectionTexts.Required(note, "复查情况", "What was seen"), today, by))
            : throw PaperRefusals.NothingToFollow.Refuse(("visit", Id), ("measure", measure));
    }

    private void ApplyPaper(VisitEvent happened)
    {
        switch (happened)
        {
            case VisitEvent.Approved approved:
                Approval = approved;
                break;
            case VisitEvent.NoticeSentAhead sent:
                Notice = sent;
                break;
            case VisitEvent.CheckedIn checkedIn:
                CheckIn = checkedIn;
                break;
            case VisitEvent.EvidenceKept kept:
                Evidence = Evidence.Add(kept.File);
                break;
            case VisitEvent.Objected objected:
                Objections = Objections.Add(new Objection(objected.Text, objected.On, null, null));
                break;
            case VisitEvent.ObjectionDecided decided:
                Objections = Objections.SetItem(Objections.Length - 1, Objections[^1] with { Decision = decided.Decision, Reason = decided.Reason });
                break;
            case VisitEvent.Corrected corrected:
                // What was served was about a conclusion that no longer stands, and somebody outside the team looks at the new one.
                _results[corrected.Item] = new VisitEvent.ResultEntered(corrected.Item, corrected.Result, corrected.Note, corrected.By);
                (Status, Conclusion, Service, AuditedBy) = (VisitStatus.Concluded, Conclusion! with { Conclusion = corrected.Conclusion }, null, null);
                Corrections = Corrections.Add(corrected);
                break;
            case VisitEvent.FollowUpSet set:
                _followUps[set.Measure] = new FollowUp(set.Measure, set.DueOn, null, null);
                break;
            case VisitEvent.Rechecked rechecked:
                _followUps[rechecked.Measure] = _followUps[rechecked.Measure] with { CheckedOn = rechecked.On, Outcome = rechecked.Outcome };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }
}
