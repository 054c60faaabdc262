using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Credit;

/// <summary>Dishonesty lists, step by step: each method is one transaction; the duty to publish an entry or to take it down is raised in the same.</summary>
/// <remarks>
/// Whoever worked on the case (执法检查) proposes, tells, hears and enters what comes from outside; the head of the authority (机关负责人) decides.
/// Source: 沈政办发〔2020〕19号 三(十), 总局令第44号.
/// </remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="subjects">The subject directory.</param>
/// <param name="calendars">The calendar in use.</param>
/// <param name="rules">The rules of the lists.</param>
/// <param name="deadlines">When something must be published.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="salts">Where the salts of personal data come from; <see langword="null"/> leaves texts in the events.</param>
public sealed class DishonestyWorkflow(
    ILedger ledger,
    IViews views,
    ISubjectDirectory subjects,
    CalendarInUse calendars,
    DishonestyRules rules,
    DisclosureRules deadlines,
    EventCodec codec,
    ISaltSource? salts = null)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The entry of an id.</summary>
    /// <param name="entry">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is none (RI2320).</exception>
    public async Task<DishonestyEntry> FindAsync(string entry, CancellationToken cancellation) => (await ReadAsync(entry, cancellation)).Entry;

    /// <summary>Proposes an entry on the list of the person's department; its number is the year's next.</summary>
    /// <param name="acting">Who worked on the case.</param>
    /// <param name="subjectCode">The subject.</param>
    /// <param name="facts">What the subject did, 1 to 500 characters.</param>
    /// <param name="grounds">By which articles that leads onto the list, 1 to 500 characters.</param>
    /// <param name="penalty">The number of the decision that it rests on; blank where there is none.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The entry's id, for example <c>L2026-0001</c>.</returns>
    /// <exception cref="InputRefusedException">The subject is not known (RI2332) or has an entry of the department (RI2331), a text is missing (RI2305), or role (RI2013).</exception>
    public async Task<string> ProposeAsync(
        Acting acting, string subjectCode, string facts, string grounds, string? penalty, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        string department = acting.Person.DepartmentId;
        Actor actor = acting.As(DishonestySteps.Propose, department);
        Subject subject = await subjects.FindAsync(subjectCode, cancellation) ?? throw DishonestyRefusals.UnknownSubject.Refuse(("subject", subjectCode));

        // The number comes first: who proposes the same meanwhile is seen by the next question, or has taken the number.
        int year = Today(acting).Year;
        string id = $"L{year}-{await views.CountAsync(new DishonestyOfYear(year), cancellation) + 1:0000}";
        if ((await views.QueryAllAsync(new DishonestyOfSubject(subjectCode), cancellation))
            .FirstOrDefault(e => e.DepartmentId == department && e.Status <= DishonestyStatus.Listed) is { } earlier)
        {
            throw DishonestyRefusals.Twice.Refuse(("subject", subjectCode), ("entry", earlier.Key));
        }

        (DishonestyEntry entry, DishonestyEvent.Proposed proposed) = DishonestyEntry.Propose(
            id, subject.Code, subject.Name, department, facts, grounds, string.IsNullOrWhiteSpace(penalty) ? null : penalty, acting.Person.Id);
        PersonalPieces pieces = new(salts);
        proposed = proposed with { Facts = pieces.Keep(PersonalPieces.AboutSubject(subjectCode), proposed.Facts) };
        await CommitAsync(entry, 0, proposed, actor, acting.At, null, pieces.All, null, cancellation);
        return id;
    }

    /// <summary>Enters how the subject was told facts, grounds and rights; it may state and defend from then on.</summary>
    /// <param name="acting">Who worked on the case.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="service">How the notice was served.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.Tell"/>; the period's end is not known for want of a notice (RI4001); role (RI2013) or department (RI2012).</exception>
    public async Task TellAsync(Acting acting, string entry, NoticeService service, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(service);
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(cancellation);
        LocalDate until = rules.StatementPeriod.DeadlineFor(service.On, calendar).Date;
        await StepAsync(acting, DishonestySteps.Tell, entry, (found, _) => found.Tell(service, until, acting.Person.Id, Today(acting)), cancellation);
    }

    /// <summary>Enters statement and defence, and the answer.</summary>
    /// <param name="acting">Who heard it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="on">When.</param>
    /// <param name="statement">What the subject said.</param>
    /// <param name="reply">Whether it is accepted, and why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.Hear"/>; role (RI2013) or department (RI2012).</exception>
    public Task HearAsync(Acting acting, string entry, LocalDate on, string statement, string reply, CancellationToken cancellation) =>
        StepAsync(
            acting,
            DishonestySteps.Hear,
            entry,
            (found, pieces) =>
            {
                DishonestyEvent.Heard heard = found.Hear(on, statement, reply, acting.Person.Id, Today(acting));
                string about = PersonalPieces.AboutSubject(found.Proposal.SubjectCode);
                return heard with { Statement = pieces.Keep(about, heard.Statement), Reply = pieces.Keep(about, heard.Reply) };
            },
            cancellation);

    /// <summary>Enters that the subject does not want to be heard.</summary>
    /// <param name="acting">Who worked on the case.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="on">When it said so.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.Waive"/>; role (RI2013) or department (RI2012).</exception>
    public Task WaiveAsync(Acting acting, string entry, LocalDate on, CancellationToken cancellation) =>
        StepAsync(acting, DishonestySteps.Waive, entry, (found, _) => found.Waive(on, acting.Person.Id, Today(acting)), cancellation);

    /// <summary>Enters the subject on the list; the entry stands from today.</summary>
    /// <param name="acting">The head of the authority, who had no part in it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="document">The decision's number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="consent">The number of the superior's consent; blank where none is needed.</param>
    /// <param name="restrictedUntil">The last day of a restriction that outlasts the usual time; <see langword="null"/> as a rule (总局令第44号 21).</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.List"/>; role (RI2013) or department (RI2012).</exception>
    public async Task ListAsync(
        Acting acting, string entry, string document, string reason, string? consent, LocalDate? restrictedUntil, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        LocalDate today = Today(acting);
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(cancellation);
        LocalDate until = rules.Stands.DeadlineFor(today, calendar).Date;
        until = restrictedUntil is { } later ? LocalDate.Max(until, later) : until;
        await StepAsync(
            acting, DishonestySteps.List, entry, (found, _) => found.List(rules, document, reason, today, until, consent, acting.Person.Id), cancellation);
    }

    /// <summary>Decides that the subject is not entered.</summary>
    /// <param name="acting">The head of the authority, who had no part in it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.Decline"/>; role (RI2013) or department (RI2012).</exception>
    public Task DeclineAsync(Acting acting, string entry, string reason, CancellationToken cancellation) =>
        StepAsync(acting, DishonestySteps.Decline, entry, (found, _) => found.Decline(reason, Today(acting), acting.Person.Id), cancellation);

    /// <summary>Enters an appeal.</summary>
    /// <param name="acting">Who worked on the case.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="kind">How.</param>
    /// <param name="body">To whom.</param>
    /// <param name="on">When.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.Appeal"/>; role (RI2013) or department (RI2012).</exception>
    public Task AppealAsync(Acting acting, string entry, AppealKind kind, string body, LocalDate on, CancellationToken cancellation) =>
        StepAsync(acting, DishonestySteps.Appeal, entry, (found, _) => found.Appeal(kind, body, on, acting.Person.Id, Today(acting)), cancellation);

    /// <summary>Enters what an appeal led to.</summary>
    /// <param name="acting">Who worked on the case.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="outcome">What.</param>
    /// <param name="document">The decision's number.</param>
    /// <param name="reason">Why; public if the entry was revoked.</param>
    /// <param name="on">When it was decided.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.DecideAppeal"/>; role (RI2013) or department (RI2012).</exception>
    public Task DecideAppealAsync(
        Acting acting, string entry, AppealOutcome outcome, string document, string reason, LocalDate on, CancellationToken cancellation) =>
        StepAsync(
            acting, DishonestySteps.DecideAppeal, entry, (found, _) => found.DecideAppeal(outcome, document, reason, on, acting.Person.Id, Today(acting)), cancellation);

    /// <summary>Asks that an entry leave before its time: by repair, or because it should not stand.</summary>
    /// <param name="acting">Who worked on the case.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="ground">Repair or withdrawal.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.RequestExit"/>; role (RI2013) or department (RI2012).</exception>
    public async Task RequestExitAsync(Acting acting, string entry, ListingExit ground, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        LocalDate today = Today(acting);
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(cancellation);
        LocalDate? decideBy = ground != ListingExit.Repair ? null : rules.DecideRepair.Foresee(today, calendar) switch
        {
            DeadlineOutcome.Known known => known.Deadline.Date,
            DeadlineOutcome.Unknown unknown => unknown.ConservativeDate,
            _ => null,
        };
        await StepAsync(
            acting, DishonestySteps.RequestExit, entry, (found, _) => found.RequestExit(rules, ground, reason, today, decideBy, acting.Person.Id), cancellation);
    }

    /// <summary>Decides on such a request.</summary>
    /// <param name="acting">The head of the authority, who did not ask.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="decision">What.</param>
    /// <param name="reason">Why; of a withdrawal that is granted it is public.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="DishonestyEntry.DecideExit"/>; role (RI2013) or department (RI2012).</exception>
    public Task DecideExitAsync(Acting acting, string entry, ExitDecision decision, string reason, CancellationToken cancellation) =>
        StepAsync(acting, DishonestySteps.DecideExit, entry, (found, _) => found.DecideExit(decision, reason, Today(acting), acting.Person.Id), cancellation);

    /// <summary>Lets the entries leave whose time is over; each is a transaction of its own. No draw waits for it: whether an entry stands is asked of a day.</summary>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before the next of them is written.</param>
    /// <returns>The entries that left.</returns>
    public async Task<ImmutableArray<string>> ExpireAsync(Instant at, CancellationToken cancellation)
    {
        LocalDate today = at.InZone(Zone).Date;
        ImmutableArray<string>.Builder left = ImmutableArray.CreateBuilder<string>();
        foreach (DishonestyView row in await views.QueryAllAsync(new ExpiredListings(today), cancellation))
        {
            (DishonestyEntry entry, int version) = await ReadAsync(row.Key, cancellation);
            if (entry.Expire(today) is { } expired)
            {
                await CommitAsync(entry, version, expired, Actor.System, at, null, [], today, cancellation);
                left.Add(row.Key);
            }
        }

        return left.ToImmutable();
    }

    /// <summary>The duty to publish an entry.</summary>
    /// <param name="entry">The entry's id.</param>
    public static string ListingDuty(string entry) => $"listing-{entry}";

    /// <summary>The duty to take an entry down that has left.</summary>
    /// <param name="entry">The entry's id.</param>
    public static string TakeDownDuty(string entry) => $"takedown-{entry}";

    internal static string Stream(string entry) => $"dishonesty/{entry}";

    private static LocalDate Today(Acting acting) => acting.At.InZone(Zone).Date;

    private async Task<(DishonestyEntry Entry, int Version)> ReadAsync(string entry, CancellationToken cancellation)
    {
        (ImmutableArray<DishonestyEvent> events, int version) = await ledger.ReadEventsAsync<DishonestyEvent>(codec, Stream(entry), cancellation);
        return version > 0 ? (DishonestyEntry.Replay(events), version) : throw DishonestyRefusals.UnknownEntry.Refuse(("entry", entry));
    }

    private async Task StepAsync(
        Acting acting, WorkStep how, string entry, Func<DishonestyEntry, PersonalPieces, DishonestyEvent> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (DishonestyEntry found, int version) = await ReadAsync(entry, cancellation);
        Actor actor = acting.As(how, found.Proposal.DepartmentId);
        PersonalPieces pieces = new(salts);
        DishonestyStatus before = found.Status;
        DishonestyEvent happened = step(found, pieces);
        LocalDate? raises = found.Status != before && found.Status is DishonestyStatus.Listed or DishonestyStatus.Removed or DishonestyStatus.Withdrawn ? Today(acting) : null;
        await CommitAsync(found, version, happened, actor, acting.At, ReasonOf(happened), pieces.All, raises, cancellation);
    }

    /// <param name="raises">The day of the event if a duty to publish or to take down follows from it.</param>
    private async Task CommitAsync(
        DishonestyEntry entry,
        int version,
        DishonestyEvent happened,
        Actor actor,
        Instant at,
        string? reason,
        ImmutableArray<PersonalPiece> personal,
        LocalDate? raises,
        CancellationToken cancellation)
    {
        List<StreamAppend> appends = [new(Stream(entry.Id), version, [codec.Encode(happened)])];
        List<IView> rows = [DishonestyView.Of(entry)];
        if (raises is { } day && !await LapsedAsync(entry, happened, actor, appends, rows, cancellation))
        {
            (WorkingDayCalendar calendar, int loaded) = await calendars.ReadAsync(cancellation);
            bool listed = entry.Status == DishonestyStatus.Listed;
            DisclosureOccasion occasion = listed ? DisclosureOccasion.ListingDecided : DisclosureOccasion.DecisionWithdrawn;
            DisclosureEvent.Raised raised = new(
                listed ? ListingDuty(entry.Id) : TakeDownDuty(entry.Id),
                occasion,
                entry.Id,
                entry.Proposal.SubjectName,
                entry.Proposal.DepartmentId,
                day,
                DueDate.By(deadlines, occasion, day, calendar));
            appends.Add(new StreamAppend(DisclosureWorkflow.Stream(raised.Obligation), 0, [codec.Encode(raised)]));
            rows.Add(ObligationView.Of(DisclosureObligation.Replay([raised])));

            // The calendar's stream must not grow in between, or this duty would miss the recomputation.
            appends.Add(new StreamAppend(CalendarInUse.Stream, loaded, []));
        }

        await ledger.CommitAsync(new LedgerCommit(actor, at, reason, [.. appends], [.. rows]) { Personal = personal }, cancellation);
    }

    /// <summary>An entry that left before it was published is neither published nor taken down: its duty ends with it.</summary>
    /// <returns>Whether it did.</returns>
    private async Task<bool> LapsedAsync(
        DishonestyEntry entry, DishonestyEvent happened, Actor actor, List<StreamAppend> appends, List<IView> rows, CancellationToken cancellation)
    {
        if (entry.Status == DishonestyStatus.Listed)
        {
            return false;
        }

        (ImmutableArray<DisclosureEvent> events, int seen) = await ledger.ReadEventsAsync<DisclosureEvent>(codec, DisclosureWorkflow.Stream(ListingDuty(entry.Id)), cancellation);
        if (events.IsEmpty || DisclosureObligation.Replay(events) is not { Status: ObligationStatus.Open or ObligationStatus.ExemptionProposed } duty)
        {
            return false;
        }

        string why = ReasonOf(happened) ?? StateWords.Of(entry.Status).Chinese;
        appends.Add(new StreamAppend(DisclosureWorkflow.Stream(ListingDuty(entry.Id)), seen, [codec.Encode(duty.Lapse(why, actor.PersonId))]));
        rows.Add(ObligationView.Of(duty));
        return true;
    }

    private static string? ReasonOf(DishonestyEvent happened) => happened switch
    {
        DishonestyEvent.Listed listed => listed.Reason,
        DishonestyEvent.NotListed notListed => notListed.Reason,
        DishonestyEvent.AppealDecided decided => decided.Reason,
        DishonestyEvent.ExitRequested requested => requested.Reason,
        DishonestyEvent.ExitDecided decided => decided.Reason,
        _ => null,
    };
}
