using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Disclosure;

/// <summary>突击检查保密：the secret of a surprise inspection ends by its rule or by a decision, and deadlines that fall earlier are decided on.</summary>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="heads">The daily commitments of the sealed log.</param>
public sealed class EmbargoWorkflow(ILedger ledger, IViews views, EventCodec codec, SealedLedger heads)
{
    /// <summary>Ends every secret whose period is over.</summary>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels between two secrets.</param>
    /// <returns>How many ended.</returns>
    /// <exception cref="AppendConflictException">Another host did it at the same moment (RI6001).</exception>
    public async Task<int> EndDueAsync(Instant at, CancellationToken cancellation)
    {
        int ended = 0;
        foreach (EmbargoView embargo in await views.QueryAllAsync(new OpenEmbargoes(), cancellation))
        {
            if (await LastDayAsync(embargo.Key, cancellation) is { } last && LegalTime.DayOf(at) > last)
            {
                await EndAsync(embargo.Key, new EmbargoEvent.Ended(EmbargoEnd.PeriodEnded, null, Actor.System.PersonId, at), Actor.System, cancellation);
                ended++;
            }
        }

        return ended;
    }

    /// <summary>Ends a secret before its rule does.</summary>
    /// <param name="acting">The head of the plan's department's authority.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">It is not secret (RI2225), there is no reason (RI2213); role (RI2013) or department (RI2012).</exception>
    public async Task EndNowAsync(Acting acting, string planId, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        EmbargoView embargo = await views.FindAsync<EmbargoView>(planId, cancellation) ?? throw NotSecret(planId);
        Actor actor = acting.As(DisclosureSteps.EndEmbargo, embargo.DepartmentId);
        await EndAsync(planId, new EmbargoEvent.Ended(EmbargoEnd.HeadDecided, DisclosureObligation.RequireReason(reason), actor.PersonId, acting.At), actor, cancellation);
    }

    /// <summary>Lets a duty whose last day falls before the secret may end wait until then; it stays flagged.</summary>
    /// <param name="acting">The head of the authority that has to publish: the named approver.</param>
    /// <param name="obligation">The obligation's id.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">
    /// As <see cref="DisclosureObligation.Defer"/>; there is no such obligation (RI2201), nothing of it is secret (RI2225); role (RI2013) or department (RI2012).
    /// </exception>
    public async Task DeferAsync(Acting acting, string obligation, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (ImmutableArray<DisclosureEvent> events, int version) = await ledger.ReadEventsAsync<DisclosureEvent>(codec, DisclosureWorkflow.Stream(obligation), cancellation);
        DisclosureObligation open = version > 0 ? DisclosureObligation.Replay(events) : throw DisclosureRefusals.UnknownObligation.Refuse(("obligation", obligation));
        Actor actor = acting.As(DisclosureSteps.Defer, open.Origin.DepartmentId);
        EmbargoView? embargo = await OfAsync(obligation, cancellation);
        LocalDate until = embargo is not null && await LastDayAsync(embargo.Key, cancellation) is { } last ? last : throw NotSecret(obligation);
        DisclosureEvent.Deferred deferred = open.Defer(until, reason, actor.PersonId);
        await ledger.CommitAsync(
            new LedgerCommit(
                actor, acting.At, deferred.Reason, [new StreamAppend(DisclosureWorkflow.Stream(obligation), version, [codec.Encode(deferred)])], [ObligationView.Of(open)]),
            cancellation);
    }

    /// <summary>Opens a day's commitment of the sealed log, once nothing that it covers is secret any more.</summary>
    /// <param name="acting">The head of an authority.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>What gives the commitment; of a day that is open already the same again.</returns>
    /// <exception cref="InputRefusedException">A surprise inspection that had begun by then is still secret (RI6100), there is no commitment of that day (RI6035); role (RI2013).</exception>
    /// <exception cref="AppendConflictException">Something else was committed or opened at the same moment (RI6001).</exception>
    /// <remarks>What began after the commitment is not in it.</remarks>
    public async Task<SealedHead> OpenDayAsync(Acting acting, LocalDate day, CancellationToken cancellation)
    {
        Actor actor = acting.As(DisclosureSteps.OpenSealedDay);
        SealedDay committed = await heads.FindAsync(day, cancellation);
        ImmutableArray<EmbargoView> secret = await views.QueryAllAsync(new OpenEmbargoes(), cancellation);
        return secret.Any(embargo => embargo.BegunAt <= committed.At)
            ? throw SealedRefusals.StillSecret.Refuse(("day", LocalDatePattern.Iso.Format(day)))
            : await heads.OpenAsync(actor, acting.At, day, cancellation);
    }

    /// <summary>The open duties of a secret whose last day falls before it may end and on which nobody has decided, the earliest first.</summary>
    /// <param name="planId">The plan.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ImmutableArray<ObligationView>> ConflictsAsync(string planId, CancellationToken cancellation) =>
        SecretNumbers.Find(planId) is { } number && await LastDayAsync(planId, cancellation) is { } last
            ? await views.QueryAllAsync(new DutiesBefore(number, last), cancellation)
            : [];

    /// <summary>The last day of a plan's tasks, included; <see langword="null"/> while it has none.</summary>
    /// <param name="planId">The plan.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<LocalDate?> LastDayAsync(string planId, CancellationToken cancellation)
    {
        ImmutableArray<TaskView> tasks = await views.QueryAllAsync(new TasksOfPlan(planId), cancellation);
        return tasks.IsEmpty ? null : tasks.Max(task => task.To);
    }

    /// <summary>The open secret that an id belongs to; <see langword="null"/> if there is none.</summary>
    internal static async Task<EmbargoView?> OfAsync(IViews views, string id, CancellationToken cancellation) =>
        SecretNumbers.Find(id) is { } number
            ? (await views.QueryAllAsync(new OpenEmbargoes(), cancellation)).FirstOrDefault(embargo => embargo.Number == number)
            : null;

    private static InputRefusedException NotSecret(string id) => DisclosureStepRefusals.NotSecret.Refuse(("id", id));

    private Task<EmbargoView?> OfAsync(string id, CancellationToken cancellation) => OfAsync(views, id, cancellation);

    private async Task EndAsync(string planId, EmbargoEvent.Ended ended, Actor actor, CancellationToken cancellation)
    {
        (ImmutableArray<EmbargoEvent> events, int version) = await ledger.ReadEventsAsync<EmbargoEvent>(codec, Embargoes.Stream(planId), cancellation);
        if (events.OfType<EmbargoEvent.Ended>().Any())
        {
            throw NotSecret(planId);
        }

        await ledger.CommitAsync(
            new LedgerCommit(
                actor, ended.At, ended.Reason, [new StreamAppend(Embargoes.Stream(planId), version, [codec.Encode(ended)])], [EmbargoView.Of([.. events, ended])]),
            cancellation);
    }
}

/// <summary>The open duties of a surprise inspection that fall due before a day and were not deferred, the earliest first.</summary>
/// <param name="Number">The number that stands in their ids.</param>
/// <param name="Before">That day.</param>
public sealed record DutiesBefore(string Number, LocalDate Before)
    : Specification<ObligationView>(
        o => o.Key.Contains(Number) && o.PublishedAt == null && o.Status != ObligationStatus.Exempt && o.DeferredUntil == null && o.DueOn < Before, o => o.DueOn);
