using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <content>直接指派: where chance cannot fill a seat one person proposes and another approves.</content>
public sealed partial class MatchWorkflow
{
    /// <summary>Proposes to assign an officer directly to a seat that nobody could take; region, qualification, capacity and rotation may be set aside, nothing else. The team stays as it is until somebody else approves.</summary>
    /// <param name="acting">A drawing operator of the department.</param>
    /// <param name="visit">The visit, which has not begun.</param>
    /// <param name="special">The special case.</param>
    /// <param name="inspector">Who.</param>
    /// <param name="reason">Why; recorded.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <param name="insteadOf">Who falls out and has nobody to take the seat; <see langword="null"/> for an empty seat.</param>
    /// <exception cref="RefusalException">
    /// As <see cref="Visit.Propose"/>; the officer is not known (RI2407) or must not go (RI2406), somebody could take the seat of who falls out
    /// (RI2413), or role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(六); 行政处罚法 42, 43.</remarks>
    public async Task ProposeAssignmentAsync(
        Acting acting, string visit, AssignmentCase special, string inspector, string reason, CancellationToken cancellation, string? insteadOf = null)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (Visit found, int version) = await visits.ReadAsync(visit, cancellation);
        Actor actor = acting.As(MatchSteps.ProposeAssignment, found.Team.DepartmentId);
        await RequireAssignableAsync(found, inspector, cancellation);
        VisitEvent.OfficerProposed proposed = found.Propose(inspector, special, reason, acting.Person.Id, insteadOf);
        if (insteadOf is not null)
        {
            await RequireNobodyLeftAsync(found, insteadOf, acting.Person.Id, cancellation);
        }

        PersonalPieces pieces = new(salts);
        string why = pieces.Keep(PersonalPieces.AboutInspector(inspector), proposed.Reason);
        await CommitToTeamAsync(
            found, version, proposed with { Reason = why }, other => other.Propose(inspector, special, reason, acting.Person.Id, insteadOf) with { Reason = why }, actor, acting, why, pieces, cancellation);
    }

    /// <summary>Approves the assignment that is proposed: the officer is of the team, which is flagged wherever the visit is told of.</summary>
    /// <param name="acting">The head of the department's authority, who neither proposed it nor is assigned.</param>
    /// <param name="visit">The visit, which has not begun.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">
    /// As <see cref="Visit.Assign"/>; the officer must not go any more (RI2406), by now somebody could take the seat of who falls out (RI2413), or
    /// role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(六); 行政处罚法 42, 43.</remarks>
    public async Task AssignAsync(Acting acting, string visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (Visit found, int version) = await visits.ReadAsync(visit, cancellation);
        Actor actor = acting.As(MatchSteps.Assign, found.Team.DepartmentId);
        VisitEvent.OfficerAssigned assigned = found.Assign(acting.Person.Id);
        await RequireAssignableAsync(found, assigned.Inspector, cancellation);
        if (assigned.InsteadOf is { } leaves)
        {
            await RequireNobodyLeftAsync(found, leaves, acting.Person.Id, cancellation);
        }

        await CommitToTeamAsync(found, version, assigned, other => other.Assign(acting.Person.Id), actor, acting, assigned.Reason, new PersonalPieces(salts), cancellation);
    }

    /// <summary>Refuses the assignment that is proposed: the team stays as it is.</summary>
    /// <param name="acting">The head of the department's authority, who neither proposed it nor is to be assigned.</param>
    /// <param name="visit">The visit, which has not begun.</param>
    /// <param name="reason">Why not; recorded.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="RefusalException">As <see cref="Visit.RefuseProposal"/>; role (RI2013) or department (RI2012).</exception>
    public async Task RefuseAssignmentAsync(Acting acting, string visit, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (Visit found, int version) = await visits.ReadAsync(visit, cancellation);
        Actor actor = acting.As(MatchSteps.RefuseAssignment, found.Team.DepartmentId);
        VisitEvent.ProposalRefused refused = found.RefuseProposal(reason, acting.Person.Id);
        PersonalPieces pieces = new(salts);
        string why = pieces.Keep(PersonalPieces.AboutInspector(refused.Inspector), refused.Reason);
        await CommitToTeamAsync(
            found, version, refused with { Reason = why }, other => other.RefuseProposal(reason, acting.Person.Id) with { Reason = why }, actor, acting, why, pieces, cancellation);
    }

    /// <summary>The officers of the department and of those below it who may be assigned to a visit: the department's own first, each in the order of ids.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is no such visit (RI2314).</exception>
    public async Task<ImmutableArray<Inspector>> AssignableAsync(string visit, CancellationToken cancellation)
    {
        (Visit found, _) = await visits.ReadAsync(visit, cancellation);
        ImmutableArray<Inspector>.Builder assignable = ImmutableArray.CreateBuilder<Inspector>();
        foreach (string department in OfficersOf(found.Team.DepartmentId))
        {
            await foreach (Inspector inspector in inspectors.ReadAsync(department, cancellation))
            {
                if (!found.Team.Inspectors.Contains(inspector.Id) && await ObstacleAsync(found, inspector, cancellation) is null)
                {
                    assignable.Add(inspector);
                }
            }
        }

        return assignable.DrainToImmutable();
    }

    /// <summary>Tasks of one department that share the visit share the team.</summary>
    private async Task CommitToTeamAsync(
        Visit found, int version, VisitEvent happened, Func<Visit, VisitEvent> elsewhere, Actor actor, Acting acting, string why, PersonalPieces pieces, CancellationToken cancellation)
    {
        List<StreamAppend> appends = [new(VisitWorkflow.Stream(found.Id), version, [codec.Encode(happened)])];
        List<IView> rows = [VisitView.Of(found), .. SeatView.Of(found)];
        foreach (string sibling in found.Plan.JointWith)
        {
            (Visit other, int seen) = await visits.ReadAsync(sibling, cancellation);
            if (other.Team.DepartmentId == found.Team.DepartmentId)
            {
                appends.Add(new StreamAppend(VisitWorkflow.Stream(sibling), seen, [codec.Encode(elsewhere(other))]));
                rows.AddRange([VisitView.Of(other), .. SeatView.Of(other)]);
            }
        }

        await ledger.CommitAsync(new LedgerCommit(actor, acting.At, why, [.. appends], [.. rows]) { Personal = pieces.All }, cancellation);
    }

    private async Task RequireAssignableAsync(Visit visit, string inspector, CancellationToken cancellation)
    {
        Inspector officer = await inspectors.FindAsync(inspector, cancellation) ?? throw TeamRefusals.UnknownInspector.Refuse(("inspector", inspector));
        if (await ObstacleAsync(visit, officer, cancellation) is { } obstacle)
        {
            throw TeamRefusals.NotAssignable.Refuse(
                ("inspector", inspector), ("visit", visit.Id), ("whyZh", obstacle.With().Reason(Language.Chinese)), ("whyEn", obstacle.With().Reason(Language.English)));
        }
    }

    /// <summary>Where the match finds somebody, nobody is picked.</summary>
    private async Task RequireNobodyLeftAsync(Visit visit, string leaves, string approver, CancellationToken cancellation)
    {
        // The visit is changed already: its counter is asked for as it was.
        (Visit before, _) = await visits.ReadAsync(visit.Id, cancellation);
        Seating seating = await SeatingAsync(before.Plan.Match, null, cancellation);
        if (matcher.Replace(seating.Problem, seating.Teams, Request(before, leaves, approver, seating), seating.Seed) is ReplacementOutcome.Replaced)
        {
            throw TeamRefusals.SomebodyLeft.Refuse(("visit", before.Id), ("inspector", leaves));
        }
    }

    /// <summary>本级或下级：whose officers may take a department's seats (三(六)).</summary>
    private ImmutableArray<string> OfficersOf(string departmentId) => [departmentId, .. staff is null ? [] : staff.SubordinatesOf(departmentId)];

    private async Task<RefusalDefinition?> ObstacleAsync(Visit visit, Inspector inspector, CancellationToken cancellation)
    {
        if (!OfficersOf(visit.Team.DepartmentId).Contains(inspector.DepartmentId))
        {
            return MatchingReasons.Department;
        }

        DateInterval window = new(visit.Plan.From, visit.Plan.To);
        return MatchSource.ReasonNotMatched(inspector) is not null || !inspector.Certificates.Any(c => c.ValidFrom <= window.Start && window.End <= c.ValidTo)
                ? MatchingReasons.Certificate
            : inspector.Leave.Any(leave => leave.Start <= window.End && window.Start <= leave.End) ? MatchingReasons.Leave
            : (await views.QueryAsync(new RecusalsBetween(inspector.Id, visit.Plan.SubjectCode), cancellation)).Any(r => r.Decision == RecusalDecision.Upheld)
                ? MatchingReasons.Recusal
            : null;
    }
}
