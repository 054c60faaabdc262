using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>The match as <c>random-inspection-match/1</c> lays it down.</summary>
/// <remarks>Safe to share between threads; one match runs on one. Source: docs/match-specification.md.</remarks>
public sealed class InspectorMatcher : IInspectorMatcher
{
    /// <summary>Largest mixing factor: 1000.</summary>
    public const int MaxMixFactor = 1000;

    /// <inheritdoc />
    public MatchResult Match(MatchProblem problem, Seed seed, int mixFactor = IInspectorMatcher.DefaultMixFactor, IProgress<MatchProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(seed);
        if (mixFactor is < 0 or > MaxMixFactor)
        {
            throw MatchingRefusals.MalformedMixFactor.Refuse(("factor", mixFactor), ("most", MaxMixFactor));
        }

        MatchState state = new(new MatchGraph(problem, new MatchStream(problem.Digest, seed, "relabel")));
        Greedy.Fill(state);
        SeatSearch search = new(state);
        search.Complete();
        Shortage? shortage = ShortageFinder.Find(state, search);
        if (problem.LoadPolicy == LoadPolicy.Balanced)
        {
            search.Balance();
        }

        int kept = Mixing.Run(state, new MatchStream(problem.Digest, seed, "mix"), mixFactor, progress);
        MatchReport report = MatchReportBuilder.Build(state, kept);
        ImmutableArray<MatchedTeam> teams = TeamList.Of(state);
        ImmutableArray<InspectorLevel> levels = [.. problem.Inspectors.Select((inspector, i) => new InspectorLevel(inspector.Id, state.Level[state.Graph.PositionOf[i]]))];
        Digest digest = ResultDigest.Of(problem.Digest, seed, mixFactor, teams, levels);
        return new MatchResult(problem.Digest, seed, mixFactor, teams, levels, shortage, report, digest);
    }

    /// <inheritdoc />
    public MatchResult MatchExperts(MatchProblem experts, MatchResult officers, Seed seed, int mixFactor = IInspectorMatcher.DefaultMixFactor)
    {
        ArgumentNullException.ThrowIfNull(experts);
        ArgumentNullException.ThrowIfNull(officers);
        return Match(experts.Only(officers.CompleteVisits), seed, mixFactor);
    }

    /// <inheritdoc />
    public ReplacementOutcome Replace(MatchProblem problem, ImmutableArray<MatchedTeam> teams, ReplacementRequest request, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(seed);
        return SeatReplacement.Replace(problem, teams, request, seed);
    }
}
