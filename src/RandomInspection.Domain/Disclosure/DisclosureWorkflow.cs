using System.Collections.Immutable;
using System.Text;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Disclosure;

/// <summary>Publishing, and the calendar that says by when: each method is one transaction.</summary>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="evidence">Where notice files are kept.</param>
/// <param name="calendars">The calendar in use.</param>
/// <param name="rules">The rules in force.</param>
/// <param name="channels">Where is published.</param>
/// <param name="contents">What goes there.</param>
/// <param name="publications">The publication stream.</param>
/// <param name="codec">The events of the log.</param>
public sealed partial class DisclosureWorkflow(
    ILedger ledger,
    IViews views,
    IEvidenceStore evidence,
    CalendarInUse calendars,
    DisclosureRules rules,
    DisclosureChannels channels,
    PublicContents contents,
    Publications publications,
    EventCodec codec)
{
    /// <summary>Meets a duty to publish.</summary>
    /// <param name="acting">A publisher of the department that has to publish.</param>
    /// <param name="obligation">The obligation's id.</param>
    /// <param name="channel">Where it was published.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">
    /// There is no such obligation (RI2201), it was published before (RI2202), the channel is missing (RI2203), the result is not audited
    /// yet (RI2204), or role (RI2013) or department (RI2012) do not fit.
    /// </exception>
    public Task PublishAsync(Acting acting, string obligation, string channel, CancellationToken cancellation) =>
        PublishAsync(acting, [obligation], channel, cancellation);

    /// <summary>Meets several duties at once: all or none.</summary>
    /// <param name="acting">A publisher of the department that has to publish.</param>
    /// <param name="obligations">The obligations' ids, distinct, one or more.</param>
    /// <param name="channel">Where they were published.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">As for a single one; which it is stands in the refusal. None is published then.</exception>
    public async Task PublishAsync(Acting acting, IReadOnlyCollection<string> obligations, string channel, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(obligations);
        ArgumentOutOfRangeException.ThrowIfZero(obligations.Count, nameof(obligations));
        Actor? actor = null;
        List<StreamAppend> appends = [];
        List<IView> rows = [];
        foreach (string obligation in obligations)
        {
            (DisclosureObligation open, int version) = await ReadAsync(obligation, cancellation);
            actor = acting.As(DisclosureSteps.Publish, open.Origin.DepartmentId);
            await RequirePublishableAsync(open, cancellation);
            appends.Add(new StreamAppend(Stream(obligation), version, [codec.Encode(open.Publish(channel, acting.Person.Id, acting.At))]));
            rows.Add(ObligationView.Of(open));
        }

        await PublishedAsync(actor!, acting.At, appends, rows, cancellation);
    }

    /// <summary>Loads a notice file into the calendar in use, and recomputes every open deadline by it.</summary>
    /// <param name="acting">An administrator.</param>
    /// <param name="text">The file: our JSON, holiday-cn JSON or ICS.</param>
    /// <param name="origin">What the format does not say.</param>
    /// <param name="seenCalendar">The <see cref="WorkingDayCalendar.Version"/> of the calendar by which the administrator looked at the effects.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many open deadlines changed.</returns>
    /// <exception cref="InputRefusedException">
    /// The calendar in use is not the one looked at (RI2211), the file is refused (RI41xx), says nothing new (RI2210), or role (RI2013).
    /// </exception>
    /// <exception cref="AppendConflictException">Somebody else loaded a notice or published something in between (RI6001).</exception>
    public async Task<int> LoadNoticesAsync(Acting acting, string text, NoticeOrigin? origin, string seenCalendar, CancellationToken cancellation)
    {
        Actor actor = acting.As(DisclosureSteps.LoadNotices);
        (WorkingDayCalendar calendar, int version) = await calendars.ReadAsync(cancellation);
        if (calendar.Version != seenCalendar)
        {
            throw DisclosureRefusals.CalendarChanged.Refuse();
        }

        ImmutableArray<HolidayNotice> notices = NoticeFile.Parse(text, origin, calendar);
        WorkingDayCalendar newer = calendar.With(notices);
        if (newer.Version == calendar.Version)
        {
            throw DisclosureRefusals.NoticeKnown.Refuse(("notices", string.Join(", ", notices.Select(n => n.Number))));
        }

        string file = await evidence.PutAsync(Encoding.UTF8.GetBytes(NoticeFile.Write(notices)), cancellation);
        NoticesLoaded loaded = new(file, [.. notices.Select(n => n.Number)], newer.Version, LocalDatePattern.Iso.Format(newer.Coverage.End));
        List<StreamAppend> appends = [new(CalendarInUse.Stream, version, [codec.Encode(loaded)])];
        List<IView> rows = [];
        List<StreamAppend> secret = [];
        List<IView> secretRows = [];
        foreach (ObligationView row in await views.QueryAllAsync(new OpenObligations(), cancellation))
        {
            (DisclosureObligation open, int seen) = await ReadAsync(row.Key, cancellation);
            if (open.Recompute(DueDate.By(rules, open.Origin.Occasion, open.Origin.EventDay, newer, open.ListDay)) is { } recomputed)
            {
                bool isSecret = SecretNumbers.Has(row.Key);
                (isSecret ? secret : appends).Add(new StreamAppend(Stream(row.Key), seen, [codec.Encode(recomputed)]));
                (isSecret ? secretRows : rows).Add(ObligationView.Of(open));
            }
        }

        await ledger.CommitAsync(new LedgerCommit(actor, acting.At, null, [.. appends], [.. rows]), cancellation);
        if (secret.Count > 0)
        {
            // In the other log: what is not written here is recomputed with the next notice, and stands with a date that is never too late.
            await ledger.CommitAsync(new LedgerCommit(actor, acting.At, null, [.. secret], [.. secretRows]), cancellation);
        }

        return rows.Count + secretRows.Count;
    }

    /// <summary>The obligation of an id.</summary>
    /// <param name="obligation">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is none (RI2201).</exception>
    public async Task<DisclosureObligation> FindAsync(string obligation, CancellationToken cancellation) => (await ReadAsync(obligation, cancellation)).Obligation;

    /// <summary>The duty to publish a version of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="version">The version's number.</param>
    public static string PlanDuty(string plan, int version) => version == 1 ? $"plan-{plan}" : $"plan-{plan}-v{version}";

    /// <summary>The duty to publish a drawn list.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="task">The task; <see langword="null"/> for the first of the draw.</param>
    public static string ListDuty(string draw, string? task) => task is null ? $"list-{draw}" : $"list-{draw}-{task}";

    internal static string Stream(string obligation) => $"disclosure/{obligation}";

    private async Task<(DisclosureObligation Obligation, int Version)> ReadAsync(string obligation, CancellationToken cancellation)
    {
        (ImmutableArray<DisclosureEvent> events, int version) = await ledger.ReadEventsAsync<DisclosureEvent>(codec, Stream(obligation), cancellation);
        return version > 0 ? (DisclosureObligation.Replay(events), version) : throw DisclosureRefusals.UnknownObligation.Refuse(("obligation", obligation));
    }
}
