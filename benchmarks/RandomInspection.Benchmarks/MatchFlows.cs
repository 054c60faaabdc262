using Google.OrTools.Graph;
using RandomInspection.Matching;

namespace RandomInspection.Benchmarks;

/// <summary>The peer: the same problem as a flow, solved by Google.OrTools. The pairs that may be are found beforehand, and not measured.</summary>
internal sealed class MatchFlows
{
    private readonly MatchProblem _problem;
    private readonly int[] _seats;
    private readonly int[][] _eligible;
    private readonly Dictionary<string, int> _inspectors;

    public MatchFlows(MatchProblem problem)
    {
        _problem = problem;
        _inspectors = problem.Inspectors.Select((inspector, at) => (inspector.Id, at)).ToDictionary(StringComparer.Ordinal);
        ILookup<string, int> excluded = problem.Exclusions.ToLookup(exclusion => exclusion.Visit, exclusion => _inspectors[exclusion.Inspector], StringComparer.Ordinal);
        Dictionary<string, int[]> pools = new(StringComparer.Ordinal);
        List<int> seats = [];
        List<int[]> eligible = [];
        foreach (MatchVisit visit in problem.Visits)
        {
            foreach (TeamNeed need in visit.Teams)
            {
                string key = $"{need.Department} {string.Join(',', need.Qualifications)} {string.Join(',', need.Regions)} {visit.Window}";
                if (!pools.TryGetValue(key, out int[]? pool))
                {
                    pool = [.. Enumerable.Range(0, problem.Inspectors.Length).Where(i => problem.Inspectors[i].MayServe(need, visit.Window))];
                    pools.Add(key, pool);
                }

                seats.Add(need.Count);
                eligible.Add(excluded[visit.Id].Any(pool.Contains) ? [.. pool.Except(excluded[visit.Id])] : pool);
            }
        }

        (_seats, _eligible) = ([.. seats], [.. eligible]);
    }

    /// <summary>Arcs from teams to inspectors.</summary>
    public long Pairs => _eligible.Sum(static pool => (long)pool.Length);

    /// <summary>Maximum flow: seats that can be staffed.</summary>
    public long Staffed()
    {
        using MaxFlow flow = new();
        (int source, int sink) = (_seats.Length + _problem.Inspectors.Length, _seats.Length + _problem.Inspectors.Length + 1);
        for (int team = 0; team < _seats.Length; team++)
        {
            flow.AddArcWithCapacity(source, team, _seats[team]);
            foreach (int inspector in _eligible[team])
            {
                flow.AddArcWithCapacity(team, _seats.Length + inspector, 1);
            }
        }

        for (int inspector = 0; inspector < _problem.Inspectors.Length; inspector++)
        {
            flow.AddArcWithCapacity(_seats.Length + inspector, sink, Capacity(inspector));
        }

        Require(flow.Solve(source, sink) == MaxFlow.Status.OPTIMAL);
        return flow.OptimalFlow();
    }

    /// <summary>Minimum-cost flow with convex loads, an arc for each level: the smallest sum of squared levels of those that staff the most.</summary>
    public long SquareSum()
    {
        using MinCostFlow flow = new();
        int sink = _seats.Length + _problem.Inspectors.Length;
        for (int team = 0; team < _seats.Length; team++)
        {
            flow.SetNodeSupply(team, _seats[team]);
            foreach (int inspector in _eligible[team])
            {
                flow.AddArcWithCapacityAndUnitCost(team, _seats.Length + inspector, 1, 0);
            }
        }

        long prior = 0;
        for (int inspector = 0; inspector < _problem.Inspectors.Length; inspector++)
        {
            int level = _problem.Inspectors[inspector].Prior;
            prior += (long)level * level;
            for (int load = 0; load < Capacity(inspector); load++)
            {
                flow.AddArcWithCapacityAndUnitCost(_seats.Length + inspector, sink, 1, (2L * (level + load)) + 1);
            }
        }

        flow.SetNodeSupply(sink, -_seats.Sum());
        Require(flow.SolveMaxFlowWithMinCost() == MinCostFlow.Status.OPTIMAL);
        return prior + flow.OptimalCost();
    }

    private int Capacity(int inspector) => _problem.Inspectors[inspector].Capacity ?? _problem.Visits.Length;

    private static void Require(bool solved)
    {
        if (!solved)
        {
            throw new InvalidOperationException("The peer did not solve the problem.");
        }
    }
}
