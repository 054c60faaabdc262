using NodaTime;
using RandomInspection.Inspections;

namespace RandomInspection.Credit;

/// <summary>What happens to an entry of a dishonesty list, as it stands in the ledger (stream <c>dishonesty/…</c>).</summary>
public abstract record DishonestyEvent
{
    private DishonestyEvent()
    {
    }

    /// <summary>Somebody who worked on the case proposed the entry.</summary>
    /// <param name="Entry">Its id, for example <c>L2026-0001</c>.</param>
    /// <param name="SubjectCode">The subject.</param>
    /// <param name="SubjectName">The subject's name as it was then.</param>
    /// <param name="DepartmentId">Whose list it is.</param>
    /// <param name="Facts">What the subject did.</param>
    /// <param name="Grounds">By which articles that leads onto the list.</param>
    /// <param name="Penalty">The number of the decision that it rests on (处罚决定书文号); <see langword="null"/> where there is none.</param>
    /// <param name="By">Who.</param>
    public sealed record Proposed(
        string Entry,
        string SubjectCode,
        string SubjectName,
        string DepartmentId,
        string Facts,
        string Grounds,
        string? Penalty,
        string By) : DishonestyEvent;

    /// <summary>The subject was told facts, grounds and its rights beforehand (告知).</summary>
    /// <param name="Service">How the notice was served.</param>
    /// <param name="StatementUntil">The last day on which it may state and defend.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record Told(NoticeService Service, LocalDate StatementUntil, string By) : DishonestyEvent;

    /// <summary>Statement and defence were heard (陈述申辩), and answered.</summary>
    /// <param name="On">When.</param>
    /// <param name="Statement">What the subject said.</param>
    /// <param name="Reply">Whether it is accepted, and why.</param>
    /// <param name="By">Who heard it.</param>
    public sealed record Heard(LocalDate On, string Statement, string Reply, string By) : DishonestyEvent;

    /// <summary>The subject said that it does not want to be heard.</summary>
    /// <param name="On">When.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record Waived(LocalDate On, string By) : DishonestyEvent;

    /// <summary>The head of the authority decided that it is entered (列入决定).</summary>
    /// <param name="Document">The decision's number.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="On">When.</param>
    /// <param name="Until">The last day on which it stands, if it does not leave earlier.</param>
    /// <param name="Consent">The superior's consent, by number; <see langword="null"/> where none is needed.</param>
    /// <param name="By">Who.</param>
    public sealed record Listed(
        string Document,
        string Reason,
        LocalDate On,
        LocalDate Until,
        string? Consent,
        string By) : DishonestyEvent;

    /// <summary>The head of the authority decided that it is not entered.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="On">When.</param>
    /// <param name="By">Who.</param>
    public sealed record NotListed(string Reason, LocalDate On, string By) : DishonestyEvent;

    /// <summary>The subject appealed; the entry stands meanwhile.</summary>
    /// <param name="Kind">How.</param>
    /// <param name="Body">To whom.</param>
    /// <param name="On">When.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record Appealed(AppealKind Kind, string Body, LocalDate On, string By) : DishonestyEvent;

    /// <summary>The appeal was decided; an entry that was revoked has left.</summary>
    /// <param name="Outcome">What was decided.</param>
    /// <param name="Document">The decision's number.</param>
    /// <param name="Reason">Why; public if the entry was revoked.</param>
    /// <param name="On">When.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record AppealDecided(AppealOutcome Outcome, string Document, string Reason, LocalDate On, string By) : DishonestyEvent;

    /// <summary>Somebody asked that it leave before its time.</summary>
    /// <param name="Ground">Repair, or that it should never have stood.</param>
    /// <param name="Reason">Why; of a withdrawal it is public.</param>
    /// <param name="On">When.</param>
    /// <param name="DecideBy">The last day for the decision; <see langword="null"/> where the rules name none.</param>
    /// <param name="By">Who entered it.</param>
    public sealed record ExitRequested(
        ListingExit Ground,
        string Reason,
        LocalDate On,
        LocalDate? DecideBy,
        string By) : DishonestyEvent;

    /// <summary>The head of the authority decided on that.</summary>
    /// <param name="Decision">What.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="On">When.</param>
    /// <param name="By">Who.</param>
    public sealed record ExitDecided(ExitDecision Decision, string Reason, LocalDate On, string By) : DishonestyEvent;

    /// <summary>Its time was over.</summary>
    /// <param name="On">The first day on which it no longer stands.</param>
    public sealed record Expired(LocalDate On) : DishonestyEvent;
}

/// <summary>How a subject appeals against an entry.</summary>
public enum AppealKind
{
    /// <summary>行政复议。</summary>
    Reconsideration = 0,

    /// <summary>行政诉讼。</summary>
    Lawsuit = 1,
}

/// <summary>What an appeal led to.</summary>
public enum AppealOutcome
{
    /// <summary>维持。</summary>
    Upheld = 0,

    /// <summary>撤销列入决定。</summary>
    Revoked = 1,

    /// <summary>申请人撤回。</summary>
    TakenBack = 2,
}

/// <summary>How an entry leaves a dishonesty list.</summary>
public enum ListingExit
{
    /// <summary>届满移出：its time was over.</summary>
    Time = 0,

    /// <summary>信用修复，提前移出：the subject made good what it did.</summary>
    Repair = 1,

    /// <summary>撤销列入：it should not have stood; the authority's own decision.</summary>
    Withdrawal = 2,

    /// <summary>经复议、诉讼撤销：it should not have stood; decided on appeal.</summary>
    Appeal = 3,
}

/// <summary>What was decided on a request to leave.</summary>
public enum ExitDecision
{
    /// <summary>准予。</summary>
    Granted = 0,

    /// <summary>不予。</summary>
    Refused = 1,
}
