using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

public sealed partial class MatchWorkflow
{
    /// <summary>Replaces an officer who falls out: uniform among those who keep the policy, from a seed that follows from the match's.</summary>
    /// <param name="acting">The head of the department's authority.</param>
    /// <param name="visit">The visit, which has not begun.</param>
    /// <param name="inspector">Who falls out.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Who goes where, the vacant seat first.</returns>
    /// <exception cref="RefusalException">
    /// As <see cref="Visit.Replace"/>; nobody can take the seat (RI2405), there is no such visit (RI2314), or role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>Source: random-inspection-match/1 "After the match"; 行政处罚法 43.</remarks>
    public async Task<ImmutableArray<SeatMove>> ReplaceAsync(Acting acting, string visit, string inspector, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (Visit vacant, _) = await visits.ReadAsync(visit, cancellation);
        Actor actor = acting.As(MatchSteps.Replace, vacant.Team.DepartmentId);
        vacant.RequireReplaceable();
        string why = InspectionTexts.Required(reason, "更换理由", "Reason");
        if (!vacant.Team.Inspectors.Contains(inspector))
        {
            throw InspectionRefusals.NotInTeam.Refuse(("visit", visit), ("person", inspector));
        }

        // One change of seats after another: each is computed from the teams that the one before left.
        (ImmutableArray<SeatsChanged> earlier, int changes) = await ledger.ReadEventsAsync<SeatsChanged>(codec, SeatsStream(vacant.Plan.Match), cancellation);
        Seating seating = await SeatingAsync(vacant.Plan.Match, null, cancellation);
        ReplacementOutcome outcome = matcher.Replace(seating.Problem, seating.Teams, Request(vacant, inspector, acting.Person.Id, seating), seating.Seed);
        if (outcome is not ReplacementOutcome.Replaced replaced)
        {
            throw NobodyLeft(visit, inspector, (ReplacementOutcome.NobodyLeft)outcome);
        }

        string problemFile = await evidence.PutAsync(seating.Problem.ToCanonicalJson(), cancellation);
        SeatsChanged changed = new(earlier.Length + 1, vacant.Id, inspector, [.. replaced.Moves.Select(m => m.Inspector)], replaced.SubSeed.Hex, problemFile, acting.Person.Id);
        PersonalPieces pieces = new(salts);
        why = pieces.Keep(PersonalPieces.AboutInspector(inspector), why);
        ChangedVisits moved = new(visits);
        await MoveAsync(moved, seating, replaced, why, acting.Person.Id, problemFile, cancellation);
        await ledger.CommitAsync(
            new LedgerCommit(
                actor,
                acting.At,
                why,
                [new StreamAppend(SeatsStream(vacant.Plan.Match), changes, [codec.Encode(changed)]), .. moved.Appends(codec)],
                [.. moved.Rows])
            {
                Personal = pieces.All,
            },
            cancellation);
        return replaced.Moves;
    }

    /// <summary>Assigns an officer directly to a seat that nobody could take; region, qualification, capacity and rotation may be set aside, nothing else.</summary>
    /// <param name="acting">The head of the department's authority.</param>
    /// <param name="visit">The visit, which has not begun.</param>
    /// <param name="inspector">Who.</param>
    /// <param name="reason">Why; recorded and flagged.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <param name="insteadOf">Who falls out and has nobody to take the seat; <see langword="null"/> for an empty seat.</param>
    /// <exception cref="RefusalException">
    /// As <see cref="Visit.Assign"/>; the officer is not known (RI2407) or must not go (RI2406), somebody could take the seat of who falls out
    /// (RI2413), or role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(六); 行政处罚法 42, 43.</remarks>
    public async Task AssignAsync(Acting acting, string visit, string inspector, string reason, CancellationToken cancellation, string? insteadOf = null)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (Visit found, int version) = await visits.ReadAsync(visit, cancellation);
        Actor actor = acting.As(MatchSteps.Assign, found.Team.DepartmentId);
        Inspector officer = await inspectors.FindAsync(inspector, cancellation) ?? throw TeamRefusals.UnknownInspector.Refuse(("inspector", inspector));
        if (await ObstacleAsync(found, officer, cancellation) is { } obstacle)
        {
            throw TeamRefusals.NotAssignable.Refuse(
                ("inspector", inspector), ("visit", visit), ("whyZh", obstacle.With().Reason(Language.Chinese)), ("whyEn", obstacle.With().Reason(Language.English)));
        }

        VisitEvent.OfficerAssigned assigned = found.Assign(inspector, reason, acting.Person.Id, insteadOf);
        if (insteadOf is not null)
        {
            await RequireNobodyLeftAsync(found, insteadOf, acting.Person.Id, cancellation);
        }

        // Tasks of one department that share the visit share the team.
        PersonalPieces pieces = new(salts);
        string why = pieces.Keep(PersonalPieces.AboutInspector(inspector), assigned.Reason);
        List<StreamAppend> appends = [new(VisitWorkflow.Stream(visit), version, [codec.Encode(assigned with { Reason = why })])];
        List<IView> rows = [VisitView.Of(found), .. SeatView.Of(found)];
        foreach (string sibling in found.Plan.JointWith)
        {
            (Visit other, int seen) = await visits.ReadAsync(sibling, cancellation);
            if (other.Team.DepartmentId == found.Team.DepartmentId)
            {
                appends.Add(new StreamAppend(VisitWorkflow.Stream(sibling), seen, [codec.Encode(other.Assign(inspector, reason, acting.Person.Id, insteadOf) with { Reason = why })]));
                rows.AddRange([VisitView.Of(other), .. SeatView.Of(other)]);
            }
        }

        await ledger.CommitAsync(new LedgerCommit(actor, acting.At, why, [.. appends], [.. rows]) { Personal = pieces.All }, cancellation);
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

    private static ReplacementRequest Request(Visit vacant, string inspector, string approver, Seating seating) => new(
        vacant.Plan.TaskId, vacant.Plan.JointVisit, inspector, vacant.Left.Length + 1, "replacement", approver, seating.Settled);

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

    private static string SeatsStream(string match) => $"match/{match}/seats";

    private static InputRefusedException NobodyLeft(string visit, string inspector, ReplacementOutcome.NobodyLeft outcome) =>
        TeamRefusals.NobodyLeft.Refuse(
            ("visit", visit),
            ("inspector", inspector),
            ("outZh", string.Join("；", outcome.Out.Select(o => $"{o.Inspectors.Length} 人{o.Reason.With().Reason(Language.Chinese)}"))),
            ("outEn", string.Join("; ", outcome.Out.Select(o => $"{o.Inspectors.Length} {o.Reason.With().Reason(Language.English)}"))));

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
