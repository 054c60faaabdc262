using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>Visits, step by step: each method is one transaction.</summary>
/// <remarks>Roles, departments and certificates are checked here, the visit's own rules in <see cref="Visit"/>.</remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows, for recusals.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="evidence">Where evidence is kept.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="noticeRule">When the notice of inspection is given.</param>
public sealed partial class VisitWorkflow(ILedger ledger, IViews views, IInspectorDirectory inspectors, IEvidenceStore evidence, EventCodec codec, NoticeRule noticeRule)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The visit of an id.</summary>
    /// <param name="visit">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is none (RI2314).</exception>
    public async Task<Visit> FindAsync(string visit, CancellationToken cancellation) => (await ReadAsync(visit, cancellation)).Visit;

    /// <summary>The team arrives.</summary>
    /// <param name="acting">An officer of the team, with a certificate valid today.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Arrive(string, LocalDate, IEnumerable{ValueTuple{string, LocalDate}}, string?, string?)"/>; an officer of the team has no valid certificate (RI2315) or was recused (RI2317); role (RI2013) or department (RI2012).</exception>
    public Task ArriveAsync(Acting acting, string visit, CancellationToken cancellation) => ArriveAsync(acting, visit, null, cancellation);

    /// <summary>The team arrives.</summary>
    /// <param name="acting">An officer of the team, with a certificate valid today.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="separately">Why not on the day that was drawn, or on which others began the same visit; <see langword="null"/> where it is that day.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <param name="emergency">What makes it too urgent to be approved first; <see langword="null"/> where it is approved.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Arrive(string, LocalDate, IEnumerable{ValueTuple{string, LocalDate}}, string?, string?)"/>; an officer of the team has no valid certificate (RI2315) or was recused (RI2317); role (RI2013) or department (RI2012).</exception>
    public async Task ArriveAsync(Acting acting, string visit, string? separately, CancellationToken cancellation, string? emergency = null)
    {
        ArgumentNullException.ThrowIfNull(acting);
        LocalDate today = Today(acting);
        (Visit found, int version) = await ReadAsync(visit, cancellation);
        Actor actor = acting.As(VisitSteps.Arrive, found.Team.DepartmentId);
        List<(string, LocalDate)> others = [];
        foreach (string other in found.Plan.JointWith)
        {
            if ((await FindAsync(other, cancellation)).BegunOn is { } day)
            {
                others.Add((other, day));
            }
        }

        VisitEvent begun = found.Arrive(acting.Person.Id, today, others, separately, emergency);
        ImmutableDictionary<string, Inspector> team = await inspectors.FindAsync(found.Team.Inspectors, cancellation);
        foreach (string officer in found.Team.Inspectors)
        {
            if (!team.TryGetValue(officer, out Inspector? known) || !known.Certificates.Any(c => c.ValidFrom <= today && today <= c.ValidTo))
            {
                throw InspectionRefusals.CertificateInvalid.Refuse(("person", officer), ("today", $"{today:R}"));
            }

            string subject = found.Plan.SubjectCode;
            if ((await views.QueryAsync(new RecusalsBetween(officer, subject), cancellation)).FirstOrDefault(r => r.Decision == RecusalDecision.Upheld) is { } recusal)
            {
                throw InspectionRefusals.RecusedOfficer.Refuse(("visit", visit), ("person", officer), ("subject", subject), ("recusal", recusal.Key));
            }
        }

        await CommitAsync(found, version, [begun], actor, acting.At, found.Emergency, cancellation);
    }

    /// <summary>Enters the result of one item.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="item">The item.</param>
    /// <param name="result">The result.</param>
    /// <param name="note">What was found.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Enter"/>; role (RI2013) or department (RI2012).</exception>
    public Task EnterAsync(Acting acting, string visit, string item, ItemResult result, string note, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Enter, null, found => [found.Enter(item, result, note, acting.Person.Id)], cancellation);

    /// <summary>Enters results of several items in one transaction: all or none.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="results">Item, result and note.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <param name="seen">The <see cref="Visit.Entries"/> that were there when the form was opened; <see langword="null"/> to enter whatever stands.</param>
    /// <exception cref="RefusalException">
    /// As <see cref="Visit.Enter"/>; results were entered since (RI2390), role (RI2013) or department (RI2012).
    /// </exception>
    public Task EnterAsync(
        Acting acting, string visit, IEnumerable<(string Item, ItemResult Result, string Note)> results, CancellationToken cancellation, int? seen = null) =>
        StepAsync(
            acting,
            visit,
            VisitSteps.Enter,
            null,
            found => seen is { } entries && entries != found.Entries
                ? throw InspectionRefusals.EnteredSince.Refuse(("visit", visit), ("seen", entries), ("now", found.Entries))
                : [.. results.Select(r => found.Enter(r.Item, r.Result, r.Note, acting.Person.Id))],
            cancellation);

    /// <summary>Gives every item the same result: the subject cannot be contacted, or is no longer there.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="result">The result.</param>
    /// <param name="note">What was found.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Enter"/>; role (RI2013) or department (RI2012).</exception>
    public Task EnterAllAsync(Acting acting, string visit, ItemResult result, string note, CancellationToken cancellation) =>
        StepAsync(
            acting, visit, VisitSteps.EnterAll, null, found => [.. found.Plan.Items.Select(item => found.Enter(item, result, note, acting.Person.Id))], cancellation);

    /// <summary>Concludes a visit.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Conclude"/>; role (RI2013) or department (RI2012).</exception>
    public Task ConcludeAsync(Acting acting, string visit, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Conclude, null, found => [found.Conclude(acting.Person.Id, Today(acting))], cancellation);

    /// <summary>Sends a result back to the team.</summary>
    /// <param name="acting">A result auditor of the department, not of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Return"/>; role (RI2013) or department (RI2012).</exception>
    public Task ReturnAsync(Acting acting, string visit, string reason, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Return, reason, found => [found.Return(reason, acting.Person.Id)], cancellation);

    /// <summary>Audits a result.</summary>
    /// <param name="acting">A result auditor of the department, not of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Audit"/>; role (RI2013) or department (RI2012).</exception>
    public Task AuditAsync(Acting acting, string visit, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Audit, null, found => [found.Audit(acting.Person.Id)], cancellation);

    /// <summary>Keeps how the notice of results was served.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="service">How.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Serve"/>; role (RI2013) or department (RI2012).</exception>
    public Task ServeAsync(Acting acting, string visit, NoticeService service, CancellationToken cancellation) =>
        StepAsync(acting, visit, VisitSteps.Serve, null, found => [found.Serve(service, acting.Person.Id, Today(acting))], cancellation);

    /// <summary>Keeps a measure that was decided.</summary>
    /// <param name="acting">An officer of the team.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="kind">Of what kind.</param>
    /// <param name="text">What was decided.</param>
    /// <param name="legalBasis">The article.</param>
    /// <param name="decidedOn">The day of the decision.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.Decide"/>; role (RI2013) or department (RI2012).</exception>
    public Task DecideAsync(
        Acting acting, string visit, MeasureKind kind, string text, string legalBasis, LocalDate decidedOn, CancellationToken cancellation) =>
        StepAsync(
            acting, visit, VisitSteps.Decide, null, found => [found.Decide(kind, text, legalBasis, decidedOn, acting.Person.Id, Today(acting))], cancellation);

    internal static string Stream(string visit) => $"visit/{visit}";

    /// <summary>The day in the authority's zone on which somebody acts.</summary>
    internal static LocalDate Today(Acting acting) => acting.At.InZone(Zone).Date;

    internal async Task<(Visit Visit, int Version)> ReadAsync(string visit, CancellationToken cancellation)
    {
        (ImmutableArray<VisitEvent> events, int version) = await ledger.ReadEventsAsync<VisitEvent>(codec, Stream(visit), cancellation);
        return version > 0 ? (Visit.Replay(events), version) : throw InspectionRefusals.UnknownVisit.Refuse(("visit", visit));
    }

    private async Task StepAsync(
        Acting acting, string visit, WorkStep rule, string? reason, Func<Visit, ImmutableArray<VisitEvent>> step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (Visit found, int version) = await ReadAsync(visit, cancellation);
        Actor actor = acting.As(rule, found.Team.DepartmentId);
        await CommitAsync(found, version, step(found), actor, acting.At, reason, cancellation);
    }

    private Task CommitAsync(
        Visit visit, int version, ImmutableArray<VisitEvent> happened, Actor actor, Instant at, string? reason, CancellationToken cancellation) =>
        ledger.CommitAsync(
            new LedgerCommit(
                actor,
                at,
                reason,
                [new StreamAppend(Stream(visit.Id), version, [.. happened.Select(codec.Encode)])],
                [VisitView.Of(visit), .. SeatView.Of(visit)]),
            cancellation);
}
