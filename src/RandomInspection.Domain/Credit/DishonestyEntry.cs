using NodaTime;
using RandomInspection.Inspections;

namespace RandomInspection.Credit;

/// <summary>违法失信名单条目：one subject on one department's dishonesty list, from the proposal to the day on which it leaves.</summary>
/// <remarks>
/// Facts and grounds are told beforehand (告知), statement and defence are heard (陈述申辩), the head of the authority decides, who had no part
/// in it; it leaves by time, by repair, or because it should not have stood. A command checks the rule and returns its event, which is
/// applied at once; a refused command changes nothing. Source: 沈政办发〔2020〕19号 三(十); 总局令第44号; 国办发〔2020〕49号.
/// </remarks>
public sealed partial class DishonestyEntry
{
    /// <summary>Most characters of a document's number or of a body's name.</summary>
    public const int MaxNumberLength = 100;

    private readonly List<DishonestyEvent.Appealed> _appeals = [];
    private readonly List<DishonestyEvent.AppealDecided> _outcomes = [];

    private DishonestyEntry(DishonestyEvent.Proposed proposed)
    {
        Proposal = proposed;
    }

    /// <summary>What was proposed.</summary>
    public DishonestyEvent.Proposed Proposal { get; }

    /// <summary>The entry's id.</summary>
    public string Id => Proposal.Entry;

    /// <summary>Where it stands.</summary>
    public DishonestyStatus Status { get; private set; }

    /// <summary>How the subject was told; <see langword="null"/> before.</summary>
    public DishonestyEvent.Told? Notice { get; private set; }

    /// <summary>What it said and what was answered; <see langword="null"/> if it was not heard.</summary>
    public DishonestyEvent.Heard? Hearing { get; private set; }

    /// <summary>That it waived being heard; <see langword="null"/> if it did not.</summary>
    public DishonestyEvent.Waived? Waiver { get; private set; }

    /// <summary>The decision to enter it; <see langword="null"/> before.</summary>
    public DishonestyEvent.Listed? Listing { get; private set; }

    /// <summary>The decision not to; <see langword="null"/> if there is none.</summary>
    public DishonestyEvent.NotListed? Refusal { get; private set; }

    /// <summary>The appeals in order.</summary>
    public IReadOnlyList<DishonestyEvent.Appealed> Appeals => _appeals;

    /// <summary>What became of them, in the same order; the last may be open.</summary>
    public IReadOnlyList<DishonestyEvent.AppealDecided> Outcomes => _outcomes;

    /// <summary>Whether the last appeal is open.</summary>
    public bool AppealIsOpen => _appeals.Count > _outcomes.Count;

    /// <summary>The request to leave that waits for its decision; <see langword="null"/> if none does.</summary>
    public DishonestyEvent.ExitRequested? Request { get; private set; }

    /// <summary>How it left; <see langword="null"/> while it stands, and before.</summary>
    public ListingLeft? Left { get; private set; }

    /// <summary>Proposes an entry.</summary>
    /// <param name="entry">Its id.</param>
    /// <param name="subjectCode">The subject.</param>
    /// <param name="subjectName">The subject's name.</param>
    /// <param name="departmentId">Whose list it is.</param>
    /// <param name="facts">What the subject did, 1 to 500 characters.</param>
    /// <param name="grounds">By which articles that leads onto the list, 1 to 500 characters.</param>
    /// <param name="penalty">The number of the decision that it rests on, 1 to 100 characters; <see langword="null"/> where there is none.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="InputRefusedException">A text is missing or too long (RI2305).</exception>
    public static (DishonestyEntry Entry, DishonestyEvent.Proposed Event) Propose(
        string entry, string subjectCode, string subjectName, string departmentId, string facts, string grounds, string? penalty, string by)
    {
        DishonestyEvent.Proposed proposed = new(
            entry,
            subjectCode,
            subjectName,
            departmentId,
            InspectionTexts.Required(facts, "违法事实", "Facts"),
            InspectionTexts.Required(grounds, "列入依据", "Grounds"),
            penalty is null ? null : Number(penalty, "处罚决定书文号", "Number of the penalty's decision"),
            by);
        return (new DishonestyEntry(proposed), proposed);
    }

    /// <summary>The entry that events tell of.</summary>
    /// <param name="events">All its events in order, <see cref="DishonestyEvent.Proposed"/> first.</param>
    public static DishonestyEntry Replay(IReadOnlyList<DishonestyEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        DishonestyEntry entry = new((DishonestyEvent.Proposed)events[0]);
        foreach (DishonestyEvent later in events.Skip(1))
        {
            entry.Apply(later);
        }

        return entry;
    }

    /// <summary>Whether it stands on a day: then the subject counts as listed, published or not.</summary>
    /// <param name="day">The day.</param>
    public bool StandsOn(LocalDate day) => Status == DishonestyStatus.Listed && Listing!.On <= day && day <= Listing.Until;

    /// <summary>Enters how the subject was told.</summary>
    /// <param name="service">How the notice was served.</param>
    /// <param name="statementUntil">The last day on which it may state and defend.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">It was told before (RI2321).</exception>
    /// <exception cref="InputRefusedException">The notice is served in the future (RI2333).</exception>
    public DishonestyEvent.Told Tell(NoticeService service, LocalDate statementUntil, string by, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(service);
        Require("告知", "telling the subject", DishonestyStatus.Proposed);
        RequireDay("送达日期", "Day of service", service.On, LocalDate.MinIsoValue, today);
        return Raise(new DishonestyEvent.Told(service, statementUntil, by));
    }

    /// <summary>Enters what the subject said, and the answer.</summary>
    /// <param name="on">When.</param>
    /// <param name="statement">What it said, 1 to 500 characters.</param>
    /// <param name="reply">Whether it is accepted, and why, 1 to 500 characters.</param>
    /// <param name="by">Who heard it.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">It was not told, or the matter is decided (RI2321).</exception>
    /// <exception cref="InputRefusedException">A text is missing (RI2305), or the day lies before the notice or in the future (RI2333).</exception>
    public DishonestyEvent.Heard Hear(LocalDate on, string statement, string reply, string by, LocalDate today)
    {
        Require("登记陈述申辩", "hearing the subject", DishonestyStatus.Told);
        RequireDay("陈述申辩日期", "Day of the hearing", on, Notice!.Service.On, today);
        return Raise(new DishonestyEvent.Heard(
            on, InspectionTexts.Required(statement, "陈述申辩意见", "Statement"), InspectionTexts.Required(reply, "采纳情况及理由", "Reply"), by));
    }

    /// <summary>Enters that the subject does not want to be heard.</summary>
    /// <param name="on">When it said so.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">It was not told, or the matter is decided (RI2321).</exception>
    /// <exception cref="InputRefusedException">The day lies before the notice or in the future (RI2333).</exception>
    public DishonestyEvent.Waived Waive(LocalDate on, string by, LocalDate today)
    {
        Require("登记放弃陈述申辩", "waiving", DishonestyStatus.Told);
        RequireDay("放弃日期", "Day of the waiver", on, Notice!.Service.On, today);
        return Raise(new DishonestyEvent.Waived(on, by));
    }

    /// <summary>Decides that it is entered.</summary>
    /// <param name="rules">The rules of the list.</param>
    /// <param name="document">The decision's number, 1 to 100 characters.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="on">Today.</param>
    /// <param name="until">The last day on which it stands.</param>
    /// <param name="consent">The number of the superior's consent; <see langword="null"/> where none is needed.</param>
    /// <param name="by">The head of the authority, who had no part in it.</param>
    /// <exception cref="TransitionRefusedException">The subject was not told, or the matter is decided (RI2321).</exception>
    /// <exception cref="InputRefusedException">
    /// It was not heard and may still be (RI2323), the person had a part in it (RI2322), consent is missing (RI2324), or a text is (RI2305).
    /// </exception>
    public DishonestyEvent.Listed List(DishonestyRules rules, string document, string reason, LocalDate on, LocalDate until, string? consent, string by)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Require("作出列入决定", "entering it", DishonestyStatus.Told, DishonestyStatus.Heard);
        RequireNoPart(by);
        if (Status == DishonestyStatus.Told && on <= Notice!.StatementUntil)
        {
            throw DishonestyRefusals.NotHeard.Refuse(("entry", Id), ("until", $"{Notice.StatementUntil:R}"));
        }

        if (rules.Consent == SuperiorConsent.Needed && string.IsNullOrWhiteSpace(consent))
        {
            throw DishonestyRefusals.ConsentMissing.Refuse(("entry", Id));
        }

        return Raise(new DishonestyEvent.Listed(
            Number(document, "列入决定书文号", "Number of the decision"),
            InspectionTexts.Required(reason, "列入理由", "Reason"),
            on,
            until,
            string.IsNullOrWhiteSpace(consent) ? null : Number(consent, "同意文号", "Number of the consent"),
            by));
    }

    /// <summary>Decides that it is not entered.</summary>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="on">Today.</param>
    /// <param name="by">The head of the authority, who had no part in it.</param>
    /// <exception cref="TransitionRefusedException">The matter is decided (RI2321).</exception>
    /// <exception cref="InputRefusedException">The person had a part in it (RI2322), or there is no reason (RI2305).</exception>
    public DishonestyEvent.NotListed Decline(string reason, LocalDate on, string by)
    {
        Require("决定不予列入", "deciding against it", DishonestyStatus.Proposed, DishonestyStatus.Told, DishonestyStatus.Heard);
        RequireNoPart(by);
        return Raise(new DishonestyEvent.NotListed(InspectionTexts.Required(reason, "不予列入理由", "Reason"), on, by));
    }

    private void RequireNoPart(string by)
    {
        if (by == Proposal.By || by == Notice?.By || by == Hearing?.By || by == Waiver?.By)
        {
            throw DishonestyRefusals.OwnStep.Refuse(("person", by), ("entry", Id));
        }
    }

    private static string Number(string text, string chinese, string english) =>
        !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= MaxNumberLength
            ? text.Trim()
            : throw InspectionRefusals.TextMissing.Refuse(("fieldZh", chinese), ("fieldEn", english), ("most", MaxNumberLength));

    private static void RequireDay(string chinese, string english, LocalDate day, LocalDate from, LocalDate to)
    {
        if (day < from || day > to)
        {
            throw DishonestyRefusals.DayOutside.Refuse(
                ("fieldZh", chinese), ("fieldEn", english), ("from", $"{from:R}"), ("to", $"{to:R}"), ("value", $"{day:R}"));
        }
    }

    private void Require(string chinese, string english, params ReadOnlySpan<DishonestyStatus> statuses)
    {
        if (!statuses.Contains(Status))
        {
            (string stateChinese, string stateEnglish) = StateWords.Of(Status);
            throw new TransitionRefusedException(
                DishonestyRefusals.WrongState.With(
                    ("entry", Id), ("stateZh", stateChinese), ("stateEn", stateEnglish), ("commandZh", chinese), ("commandEn", english)),
                english,
                Status.ToString());
        }
    }

    private T Raise<T>(T happened)
        where T : DishonestyEvent
    {
        Apply(happened);
        return happened;
    }
}
