using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>Every assignment of a small problem, by trying all of them: knows neither flows nor levels that move. Seats given directly are left out of its lines.</summary>
internal sealed class MatchOracle
{
    private readonly MatchProblem _problem;
    private readonly List<(MatchVisit Visit, TeamNeed Need, int[] Locked, int[] Pool)> _teams = [];
    private readonly int[] _load;
    private readonly int[][] _chosen;
    private readonly Dictionary<string, int> _all = [];
    private readonly int _mostSquares;
    private int _most = -1;

    /// <param name="problem">The problem.</param>
    /// <param name="mostSquares">Assignments with a larger sum of squared levels are passed over: for problems with far more of them than balanced ones.</param>
    public MatchOracle(MatchProblem problem, int mostSquares = int.MaxValue)
    {
        _problem = problem;
        _mostSquares = mostSquares;
        _load = new int[problem.Inspectors.Length];
        foreach (MatchVisit visit in problem.Visits)
        {
            foreach ((int place, TeamNeed need) in visit.Teams.Index())
            {
                int[] locked = [.. problem.Locked.Index().Where(l => l.Item.Visit == visit.Id && problem.LockedTeams[l.Index] == place).Select(l => Place(l.Item.Inspector))];
                int[] pool = [.. Enumerable.Range(0, problem.Inspectors.Length).Where(i =>
                    problem.Inspectors[i].Obstacles(need, visit.Window).IsEmpty && !problem.Exclusions.Any(e => e.Visit == visit.Id && e.Inspector == problem.Inspectors[i].Id))];
                _teams.Add((visit, need, locked, pool));
            }
        }

        foreach (LockedSeat seat in problem.Locked)
        {
            _load[Place(seat.Inspector)]++;
        }

        _chosen = new int[_teams.Count][];
        Try(0, 0);
    }

    /// <summary>Seats that can be staffed at most, those given directly left out.</summary>
    public int Staffed => _most;

    /// <summary>Assignments that staff the most, with their sums of squared levels.</summary>
    public IReadOnlyDictionary<string, int> Feasible => _all;

    public int SmallestSquareSum => _all.Values.Min();

    /// <summary>The assignments among which a match chooses with equal chances.</summary>
    public string[] Allowed => [.. _all.Where(a => _problem.LoadPolicy == LoadPolicy.CapacityOnly || a.Value == SmallestSquareSum).Select(a => a.Key)];

    private int Place(string id) => _problem.Inspectors.Index().First(i => i.Item.Id == id).Index;

    private void Try(int team, int staffed)
    {
        if (team == _teams.Count)
        {
            if (staffed > _most)
            {
                _most = staffed;
                _all.Clear();
            }

            if (staffed == _most)
            {
                int squares = _problem.Inspectors.Select((inspector, i) => (inspector.Prior + _load[i]) * (inspector.Prior + _load[i])).Sum();
                _all.Add(string.Join('|', _chosen.Select(c => string.Join(',', c.Order().Select(i => _problem.Inspectors[i].Id)))), squares);
            }

            return;
        }

        int left = _teams.Skip(team).Sum(t => t.Need.Count - t.Locked.Length);
        if (staffed + left >= _most && (_mostSquares == int.MaxValue || FewestSquares(left) <= _mostSquares))
        {
            Choose(team, staffed, 0, []);
        }
    }

    /// <summary>The sum of squares cannot become smaller than this: every seat left costs at least what it costs at the lowest level.</summary>
    private int FewestSquares(int left)
    {
        int[] levels = [.. _problem.Inspectors.Select((inspector, i) => inspector.Prior + _load[i])];
        return levels.Sum(level => level * level) + (left * ((2 * levels.Min()) + 1));
    }

    private void Choose(int team, int staffed, int from, List<int> chosen)
    {
        (MatchVisit visit, TeamNeed need, int[] locked, int[] pool) = _teams[team];
        _chosen[team] = [.. chosen];
        Try(team + 1, staffed + chosen.Count);
        for (int at = from; at < pool.Length && chosen.Count < need.Count - locked.Length; at++)
        {
            int i = pool[at];
            bool sits = Enumerable.Range(0, _teams.Count).Any(t => _teams[t].Visit == visit && (_teams[t].Locked.Contains(i) || (t < team && _chosen[t].Contains(i))));
            if (!sits && !(_load[i] >= _problem.Inspectors[i].Capacity))
            {
                _load[i]++;
                chosen.Add(i);
                Choose(team, staffed, at + 1, chosen);
                chosen.RemoveAt(chosen.Count - 1);
                _load[i]--;
            }
        }
    }
}
