using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>One seat is given anew after the match.</summary>
/// <remarks>Source: docs/match-specification.md "After the match".</remarks>
internal static class SeatReplacement
{
    public static ReplacementOutcome Replace(MatchProblem problem, ImmutableArray<MatchedTeam> teams, ReplacementRequest request, Seed seed)
    {
        request.RequireWellFormed();
        MatchedTeam vacant = teams.FirstOrDefault(team => team.Visit == request.Visit && team.Inspectors.Contains(request.Inspector))
            ?? throw MatchingRefusals.NotInTeam.Refuse(("visit", request.Visit), ("inspector", request.Inspector));
        Seed subSeed = SubSeed(seed, request, vacant.Department);
        MatchState state = new(new MatchGraph(problem, new MatchStream(problem.Digest, subSeed, "relabel")));
        MatchGraph graph = state.Graph;
        Dictionary<string, int> positions = Enumerable.Range(0, graph.Inspectors).ToDictionary(position => graph.Inspector(position).Id, StringComparer.Ordinal);
        int hole = Seat(state, teams, positions, vacant);
        int leaving = positions[request.Inspector];
        if (state.Locked(hole).Contains(leaving))
        {
            throw MatchingRefusals.NotInTeam.Refuse(("visit", request.Visit), ("inspector", request.Inspector));
        }

        state.Remove(hole, leaving);
        int[] free = [.. graph.Pools.Of(graph.TeamClass[hole]).Where(inspector => inspector != leaving && state.HasSpare(inspector) && state.MayTake(hole, inspector))];
        if (problem.LoadPolicy == LoadPolicy.Balanced && free.Length > 0)
        {
            int lowest = free.Min(inspector => state.Level[inspector]);
            free = Array.FindAll(free, inspector => state.Level[inspector] == lowest);
        }

        if (free.Length > 0)
        {
            int chosen = free[new MatchStream(problem.Digest, subSeed, "replace").Below(free.Length)];
            state.Add(hole, chosen);
            return new ReplacementOutcome.Replaced(request, subSeed, [new SeatMove(request.Visit, vacant.Department, graph.Inspector(chosen).Id, null)], TeamList.Of(state));
        }

        return Shift(state, hole, leaving, request, subSeed);
    }

    private static ReplacementOutcome Shift(MatchState state, int hole, int leaving, ReplacementRequest request, Seed subSeed)
    {
        MatchGraph graph = state.Graph;
        HashSet<string> settled = request.SettledVisits.IsDefault ? [] : new(request.SettledVisits, StringComparer.Ordinal);
        MatchState before = state.Copy();
        SeatSearch search = new(state);
        List<int> path = [];
        if (!search.CompleteOne(hole, team => !settled.Contains(graph.Visit(team).Id), leaving, path))
        {
            ShortPart part = new(state);
            part.Teams.Add(hole);
            part.Inspectors.AddRange(graph.Pools.Of(graph.TeamClass[hole]).Where(inspector => inspector != leaving && search.IsReached(inspector)));
            part.Finish(search);
            string id = graph.Inspector(leaving).Id;
            return new ReplacementOutcome.NobodyLeft(request, [.. ShortageText.Out(part, new PartObstacles(part))
                .Select(reason => reason with { Inspectors = reason.Inspectors.Remove(id) })
                .Where(reason => reason.Inspectors.Length > 0)]);
        }

        ImmutableArray<SeatMove>.Builder moves = ImmutableArray.CreateBuilder<SeatMove>();
        for (int i = 0; i < path.Count; i++)
        {
            if (path[i] < 0)
            {
                continue;
            }

            int comes = -1;
            foreach (int inspector in state.Movable(path[i]))
            {
                comes = before.Sits(path[i], inspector) ? comes : inspector;
            }

            int next = path.FindIndex(i + 1, node => node >= 0);
            moves.Add(new SeatMove(graph.Visit(path[i]).Id, graph.Need(path[i]).Department, graph.Inspector(comes).Id, next < 0 ? null : graph.Visit(path[next]).Id));
        }

        return new ReplacementOutcome.Replaced(request, subSeed, moves.ToImmutable(), TeamList.Of(state));
    }

    private static Seed SubSeed(Seed seed, ReplacementRequest request, string department) => Seed.Of(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{MatchStream.Specification} replacement\n{seed.Hex}\n{request.Task}\n{request.Visit}\n{department}\n{request.Counter}\n"))));

    /// <summary>Seats the teams as they stand; the number of the vacant one.</summary>
    private static int Seat(MatchState state, ImmutableArray<MatchedTeam> teams, Dictionary<string, int> positions, MatchedTeam vacant)
    {
        MatchGraph graph = state.Graph;
        if (teams.Length != graph.Teams)
        {
            throw MatchingRefusals.TeamsOfAnotherProblem.Refuse(("detailZh", $"检查组 {teams.Length} 个，应为 {graph.Teams} 个"), ("detailEn", $"{teams.Length} teams instead of {graph.Teams}"));
        }

        int found = -1, at = 0;
        for (int visit = 0; visit < graph.Problem.Visits.Length; visit++)
        {
            MatchVisit of = graph.Problem.Visits[visit];
            for (int place = 0; place < of.Teams.Length; place++, at++)
            {
                MatchedTeam given = teams[at];
                int team = graph.TeamNumber[graph.TeamFirst[visit] + place];
                if (given.Visit != of.Id || !given.Need.Equals(of.Teams[place]) || given.Missing < 0)
                {
                    throw Refused(given.Visit);
                }

                found = ReferenceEquals(given, vacant) ? team : found;
                foreach (string id in given.Inspectors)
                {
                    if (!positions.TryGetValue(id, out int inspector))
                    {
                        throw Refused($"{given.Visit} {id}");
                    }

                    if (!state.Locked(team).Contains(inspector))
                    {
                        if (state.SitsInVisit(team, inspector) || state.Open(team) == 0)
                        {
                            throw Refused($"{given.Visit} {id}");
                        }

                        state.Add(team, inspector);
                    }
                }
            }
        }

        return found;

        static InputRefusedException Refused(string what) => MatchingRefusals.TeamsOfAnotherProblem.Refuse(("detailZh", what), ("detailEn", what));
    }
}
