using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <content>What becomes of a team when the subject of its visit is replaced on the drawn list.</content>
public sealed partial class MatchWorkflow
{
    /// <summary>The team that a match drew goes to the reserve instead; an officer who must not go there is replaced in that one seat, from the match's seed.</summary>
    /// <param name="planned">The visit to the reserve, with the team that was drawn for the one that is closed.</param>
    /// <param name="closed">The visit that is closed.</param>
    /// <param name="acting">Who acts.</param>
    /// <param name="why">Why, for the officers who change.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>What to append and to write, the new visit included. A seat that nobody can take stays empty, for the head to fill.</returns>
    /// <remarks>Recusal, region, rotation, certificate and leave count for the reserve as they did for the list. Source: docs/reserves.md; random-inspection-match/1 "After the match".</remarks>
    internal async Task<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Rows)> TakeOverAsync(
        VisitEvent.Planned planned, string closed, Acting acting, string why, CancellationToken cancellation)
    {
        string approver = acting.Person.Id;
        planned = await WithDayAsync(planned, acting.At.InZone(Zone).Date, cancellation);
        (ImmutableArray<SeatsChanged> earlier, int changes) = await ledger.ReadEventsAsync<SeatsChanged>(codec, SeatsStream(planned.Match), cancellation);
        Seating seating = await SeatingAsync(planned.Match, (planned, closed), cancellation);
        TeamNeed need = seating.Problem.Visits.Single(visit => visit.Id == planned.Visit).Teams[0];
        Dictionary<string, MatchInspector> known = seating.Problem.Inspectors.ToDictionary(i => i.Id, StringComparer.Ordinal);
        HashSet<string> excluded = [.. seating.Problem.Exclusions.Where(e => e.Visit == planned.Visit).Select(e => e.Inspector)];
        DateInterval window = new(planned.From, planned.To);
        List<ReplacementOutcome.Replaced> replacements = [];
        foreach (string officer in planned.Team.Inspectors)
        {
            if (known.TryGetValue(officer, out MatchInspector? inspector) && !excluded.Contains(officer) && inspector.MayServe(need, window))
            {
                continue;
            }

            ReplacementRequest request = new(planned.TaskId, planned.Visit, officer, replacements.Count + 1, "replacement", approver, seating.Settled);
            if (known.ContainsKey(officer) && matcher.Replace(seating.Problem, seating.Teams, request, seating.Seed) is ReplacementOutcome.Replaced replaced)
            {
                replacements.Add(replaced);
                seating = seating with { Teams = replaced.Teams };
            }
            else
            {
                planned = planned with { Team = planned.Team with { Inspectors = planned.Team.Inspectors.Remove(officer) } };
                seating = seating with { Teams = [.. seating.Teams.Select(team => team.Visit == planned.Visit ? team with { Inspectors = team.Inspectors.Remove(officer) } : team)] };
            }
        }

        ChangedVisits changed = new(visits);
        changed.Begin(planned);
        if (replacements.Count == 0)
        {
            return ([.. changed.Appends(codec)], [.. changed.Rows]);
        }

        string problemFile = await evidence.PutAsync(seating.Problem.ToCanonicalJson(), cancellation);
        List<EncodedEvent> seats = [];
        foreach (ReplacementOutcome.Replaced replaced in replacements)
        {
            seats.Add(codec.Encode(new SeatsChanged(
                earlier.Length + seats.Count + 1, planned.Visit, replaced.Request.Inspector, [.. replaced.Moves.Select(m => m.Inspector)], replaced.SubSeed.Hex, problemFile, approver)));
            await MoveAsync(changed, seating, replaced, why, approver, problemFile, cancellation);
        }

        return ([new StreamAppend(SeatsStream(planned.Match), changes, [.. seats]), .. changed.Appends(codec)], [.. changed.Rows]);
    }

    /// <summary>Who moves where, in every visit that shares the seat.</summary>
    private static async Task MoveAsync(
        ChangedVisits changed, Seating seating, ReplacementOutcome.Replaced replaced, string why, string approver, string problemFile, CancellationToken cancellation)
    {
        string leaves = replaced.Request.Inspector;
        foreach (SeatMove move in replaced.Moves)
        {
            foreach (string visit in seating.Seated[(move.Visit, move.Department)])
            {
                await changed.HappenAsync(
                    visit,
                    moved => moved.Replace(new OfficerReplacement(leaves, move.Inspector, moved.Left.Length + 1, replaced.SubSeed.Hex, problemFile, why, approver)),
                    cancellation);
            }

            leaves = move.Inspector;
        }
    }

    /// <summary>A match's problem and teams as they stand: with what was frozen, the visits to reserves since, and the leave, certificates and recusals of now.</summary>
    /// <param name="match">The match.</param>
    /// <param name="reserve">A visit to a reserve that is about to take over another's team; <see langword="null"/> if none is.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    private async Task<Seating> SeatingAsync(string match, (VisitEvent.Planned Planned, string Closed)? reserve, CancellationToken cancellation)
    {
        DrawCeremony ceremony = await draws.FindAsync(match, cancellation);
        MatchProblem frozen = await ProblemOfAsync(Frozen(ceremony), cancellation);
        VisitView[] open = [.. (await views.QueryAllAsync(new VisitsOfMatch(match), cancellation)).Where(v => v.Status != VisitStatus.Closed && v.Key != reserve?.Closed)];
        HashSet<string> places = [.. frozen.Visits.Select(v => v.Id)];
        List<ReservePlace> takenOver = [.. open.Where(v => !places.Contains(v.JointVisit)).Select(v => new ReservePlace(v.Key, v.SubjectCode, v.Region, v.DepartmentId, new DateInterval(v.From, v.To)))];
        List<(string Subject, string JointVisit, string Department, string Visit)> seated = [.. open.Select(v => (v.SubjectCode, v.JointVisit, v.DepartmentId, v.Key))];
        if (reserve is { Planned: { } planned })
        {
            takenOver.Add(new ReservePlace(planned.Visit, planned.SubjectCode, planned.Region, planned.Team.DepartmentId, new DateInterval(planned.From, planned.To)));
            seated.Add((planned.SubjectCode, planned.JointVisit, planned.Team.DepartmentId, planned.Visit));
        }

        Dictionary<string, string[]> visitsOf = seated.GroupBy(s => s.Subject, s => s.JointVisit, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        MatchProblem problem = await _source.RenewAsync(frozen, visitsOf, takenOver, cancellation);
        HashSet<string> known = [.. problem.Inspectors.Select(i => i.Id)];
        ILookup<(string, string), string> seats = (await views.QueryAllAsync(new SeatsOfMatch(match), cancellation))
            .Where(seat => seat.Visit != reserve?.Closed)
            .Select(seat => (seat.JointVisit, seat.DepartmentId, seat.Inspector))
            .Concat((reserve?.Planned.Team.Inspectors ?? []).Select(officer => (reserve!.Value.Planned.JointVisit, reserve.Value.Planned.Team.DepartmentId, officer)))
            .Where(seat => known.Contains(seat.Item3))
            .ToLookup(seat => (seat.Item1, seat.Item2), seat => seat.Item3);
        return new Seating(
            problem,
            [
                .. problem.Visits.SelectMany(visit => visit.Teams.Select(need => new MatchedTeam(
                    visit.Id, need, [.. seats[(visit.Id, need.Department)].Distinct().Order(StringComparer.Ordinal)], Pool: 0))),
            ],
            [.. open.Where(v => v.Status != VisitStatus.Planned).Select(v => v.JointVisit).Distinct()],
            seated.ToLookup(s => (s.JointVisit, s.Department), s => s.Visit),
            ceremony.Seed());
    }

    /// <summary>A match as it stands.</summary>
    /// <param name="Problem">The problem.</param>
    /// <param name="Teams">The teams, in the problem's order.</param>
    /// <param name="Settled">Visits that have begun: nobody is moved out of them.</param>
    /// <param name="Seated">The ids of the visits that share a place and a department.</param>
    /// <param name="Seed">The match's seed.</param>
    private sealed record Seating(
        MatchProblem Problem, ImmutableArray<MatchedTeam> Teams, ImmutableArray<string> Settled, ILookup<(string JointVisit, string Department), string> Seated, Seed Seed);
}
