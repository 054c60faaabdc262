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

    private static ReplacementRequest Request(Visit vacant, string inspector, string approver, Seating seating) => new(
        vacant.Plan.TaskId, vacant.Plan.JointVisit, inspector, vacant.Left.Length + 1, "replacement", approver, seating.Settled);

    private static string SeatsStream(string match) => $"match/{match}/seats";

    private static InputRefusedException NobodyLeft(string visit, string inspector, ReplacementOutcome.NobodyLeft outcome) =>
        TeamRefusals.NobodyLeft.Refuse(
            ("visit", visit),
            ("inspector", inspector),
            ("outZh", string.Join("；", outcome.Out.Select(o => $"{o.Inspectors.Length} 人{o.Reason.With().Reason(Language.Chinese)}"))),
            ("outEn", string.Join("; ", outcome.Out.Select(o => $"{o.Inspectors.Length} {o.Reason.With().Reason(Language.English)}"))));
}
