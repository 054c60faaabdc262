using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Inspections;

/// <summary>What happens to a visit, as it stands in the ledger (stream <c>visit/…</c>).</summary>
public abstract record VisitEvent
{
    private VisitEvent()
    {
    }

    /// <summary>A match gave the visit its team.</summary>
    /// <param name="Visit">Its id, for example <c>P2026-001-T01-V0001</c>.</param>
    /// <param name="TaskId">Its task.</param>
    /// <param name="Draw">The draw that selected the subject.</param>
    /// <param name="Match">The match.</param>
    /// <param name="SubjectCode">The subject.</param>
    /// <param name="SubjectName">The subject's name as it was then.</param>
    /// <param name="Region">The subject's region as it was then.</param>
    /// <param name="From">First day on which it may take place.</param>
    /// <param name="To">Last day, included.</param>
    /// <param name="Items">The items to inspect, one or more: all of them.</param>
    /// <param name="Team">The team.</param>
    /// <param name="JointVisit">The visit's id in the match's problem: the same for all that is inspected in one visit.</param>
    /// <param name="JointWith">The ids of what others inspect in the same visit; each department concludes and publishes its own.</param>
    /// <param name="Day">The day that was drawn (<see cref="VisitDay"/>); <see langword="null"/> where the team chooses within the period.</param>
    public sealed record Planned(
        string Visit,
        string TaskId,
        string Draw,
        string Match,
        string SubjectCode,
        string SubjectName,
        string Region,
        LocalDate From,
        LocalDate To,
        ImmutableArray<string> Items,
        VisitTeam Team,
        string JointVisit,
        ImmutableArray<string> JointWith,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalDate? Day = null) : VisitEvent;

    /// <summary>An officer was replaced in one seat.</summary>
    /// <param name="Replacement">Who, by whom, and why.</param>
    public sealed record OfficerReplaced(OfficerReplacement Replacement) : VisitEvent;

    /// <summary>It was proposed to assign an officer directly.</summary>
    /// <param name="Inspector">Who.</param>
    /// <param name="Case">The special case.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who proposed it.</param>
    /// <param name="InsteadOf">Who is to leave the seat; <see langword="null"/> where it is empty.</param>
    public sealed record OfficerProposed(
        string Inspector,
        AssignmentCase Case,
        string Reason,
        string By,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? InsteadOf = null) : VisitEvent;

    /// <summary>The proposal was refused.</summary>
    /// <param name="Inspector">Who is not assigned.</param>
    /// <param name="Reason">Why not.</param>
    /// <param name="By">Who refused it.</param>
    public sealed record ProposalRefused(string Inspector, string Reason, string By) : VisitEvent;

    /// <summary>An officer was assigned directly to a seat that nobody could take.</summary>
    /// <param name="Inspector">Who.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Approver">Who decided it.</param>
    /// <param name="InsteadOf">Who leaves the seat; <see langword="null"/> where it was empty.</param>
    /// <param name="Case">The special case; <see langword="null"/> in the time before cases had names.</param>
    /// <param name="ProposedBy">Who proposed it; <see langword="null"/> in the time when one person decided.</param>
    public sealed record OfficerAssigned(
        string Inspector,
        string Reason,
        string Approver,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? InsteadOf = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AssignmentCase? Case = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ProposedBy = null) : VisitEvent;

    /// <summary>The team arrived.</summary>
    /// <param name="By">Who says so.</param>
    /// <param name="On">The day.</param>
    /// <param name="Separately">Why not on the day that was drawn, or on which others began the same visit; <see langword="null"/> where it is that day.</param>
    /// <param name="Emergency">What made it too urgent to be approved first; <see langword="null"/> where it was approved, and in the time when nothing waited for it.</param>
    public sealed record Begun(
        string By, LocalDate On, string? Separately, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Emergency = null) : VisitEvent;

    /// <summary>An item got its result; a later one replaces it until the visit is concluded.</summary>
    /// <param name="Item">The item.</param>
    /// <param name="Result">The result.</param>
    /// <param name="Note">What was found, in words; empty if nothing is to be said.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record ResultEntered(string Item, ItemResult Result, string Note, string By) : VisitEvent;

    /// <summary>The visit was concluded: its result is formed.</summary>
    /// <param name="Conclusion">The conclusion, which follows from the items.</param>
    /// <param name="On">The day.</param>
    /// <param name="By">Who concluded it.</param>
    public sealed record Concluded(Conclusion Conclusion, LocalDate On, string By) : VisitEvent;

    /// <summary>The result was sent back to the team.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record Returned(string Reason, string By) : VisitEvent;

    /// <summary>A second person has looked at the result.</summary>
    /// <param name="By">Who.</param>
    public sealed record Audited(string By) : VisitEvent;

    /// <summary>The notice of results was served.</summary>
    /// <param name="Service">How.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record NoticeServed(NoticeService Service, string By) : VisitEvent;

    /// <summary>A measure was decided.</summary>
    /// <param name="Measure">The measure.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record MeasureDecided(Measure Measure, string By) : VisitEvent;

    /// <summary>The head of the authority approved the visit; where the team had begun it, afterwards.</summary>
    /// <param name="Reason">What for.</param>
    /// <param name="By">Who.</param>
    public sealed record Approved(string Reason, string By) : VisitEvent;

    /// <summary>The team checked in with the visit's code.</summary>
    /// <param name="By">Who entered it; where it was the inspected party, <c>party:</c> and its code.</param>
    /// <param name="At">When.</param>
    /// <param name="Side">Whether an officer entered it or the inspected party.</param>
    public sealed record CheckedIn(
        string By, Instant At, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CheckInSide Side = CheckInSide.Officer) : VisitEvent;

    /// <summary>The notice of inspection was sent before the visit, as the profile lets it.</summary>
    /// <param name="Method">How.</param>
    /// <param name="On">When.</param>
    /// <param name="By">Who sent it.</param>
    public sealed record NoticeSentAhead(ServiceMethod Method, LocalDate On, string By) : VisitEvent;

    /// <summary>A file was kept as evidence.</summary>
    /// <param name="File">The file.</param>
    /// <param name="By">Who kept it.</param>
    public sealed record EvidenceKept(EvidenceFile File, string By) : VisitEvent;

    /// <summary>The inspected party objected to the result.</summary>
    /// <param name="Text">What it says.</param>
    /// <param name="By">Who took it down.</param>
    /// <param name="On">When it was made.</param>
    public sealed record Objected(string Text, string By, LocalDate On) : VisitEvent;

    /// <summary>The objection was decided on.</summary>
    /// <param name="Decision">How.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record ObjectionDecided(ObjectionDecision Decision, string Reason, string By) : VisitEvent;

    /// <summary>The result of an item was corrected after an objection was upheld; the visit waits for its audit again.</summary>
    /// <param name="Item">The item.</param>
    /// <param name="Result">The result.</param>
    /// <param name="Note">What was found, in words; empty if nothing is to be said.</param>
    /// <param name="Conclusion">The conclusion that follows.</param>
    /// <param name="By">Who corrected it.</param>
    public sealed record Corrected(string Item, ItemResult Result, string Note, Conclusion Conclusion, string By) : VisitEvent;

    /// <summary>By when what was ordered has to be done.</summary>
    /// <param name="Measure">The number of the measure.</param>
    /// <param name="DueOn">The last day.</param>
    /// <param name="By">Who laid it down.</param>
    public sealed record FollowUpSet(int Measure, LocalDate DueOn, string By) : VisitEvent;

    /// <summary>What was ordered was looked at again.</summary>
    /// <param name="Measure">The number of the measure.</param>
    /// <param name="Outcome">What was found.</param>
    /// <param name="Note">What was seen.</param>
    /// <param name="On">When.</param>
    /// <param name="By">Who looked.</param>
    public sealed record Rechecked(int Measure, RecheckOutcome Outcome, string Note, LocalDate On, string By) : VisitEvent;

    /// <summary>The subject was replaced on the drawn list: the visit ends without a result.</summary>
    /// <param name="Ground">Why.</param>
    /// <param name="Change">The number of the change within the task's list.</param>
    /// <param name="TakenOverBy">The visit to the reserve, which the same team takes over; <see langword="null"/> where the cell had no reserve left.</param>
    public sealed record Closed(ReplacementGround Ground, int Change, string? TakenOverBy) : VisitEvent;
}

/// <summary>检查组：the officers who carry out a visit.</summary>
/// <param name="DepartmentId">Their department.</param>
/// <param name="Officers">How many officers the visit needs, 1 or more.</param>
/// <param name="Inspectors">Their ids in the order of bytes; fewer than needed where nobody could be found.</param>
/// <remarks>The array compares by reference. Source: 行政处罚法 42: two at least.</remarks>
public sealed record VisitTeam(string DepartmentId, int Officers, ImmutableArray<string> Inspectors)
{
    /// <summary>Seats that are empty.</summary>
    public int Missing => Math.Max(0, Officers - Inspectors.Length);
}

/// <summary>One officer takes another's seat after the match.</summary>
/// <param name="Leaves">Who leaves the team.</param>
/// <param name="Comes">Who comes in.</param>
/// <param name="Counter">The how-manieth replacement in this team, from 1.</param>
/// <param name="SubSeed">The seed of the replacement, which follows from the match's.</param>
/// <param name="ProblemFile">SHA-256 of the problem it was computed from, in the evidence store.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who decided it.</param>
/// <remarks>Source: random-inspection-match/1 "After the match".</remarks>
public sealed record OfficerReplacement(
    string Leaves, string Comes, int Counter, string SubSeed, string ProblemFile, string Reason, string Approver);
