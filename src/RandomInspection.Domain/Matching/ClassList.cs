using NodaTime;

namespace RandomInspection.Matching;

/// <summary>What a class of teams has in common.</summary>
/// <param name="Need">Department, qualifications, regions; its count is the first team's.</param>
/// <param name="Window">The window, or <see langword="null"/>.</param>
internal sealed record ClassKey(TeamNeed Need, DateInterval? Window);

/// <summary>The classes in the order of first appearance, along the visits' ids and each visit's teams in canonical order.</summary>
internal sealed class ClassList
{
    private readonly MatchProblem _problem;
    private readonly List<ClassKey> _classes = [];
    private readonly int[] _classOf;

    public ClassList(MatchProblem problem)
    {
        _problem = problem;
        Dictionary<ClassKey, int> known = new(Comparer.Instance);
        List<int> classOf = new(problem.Visits.Length);
        foreach (MatchVisit visit in problem.Visits)
        {
            foreach (TeamNeed need in visit.Teams)
            {
                ClassKey key = new(need, visit.Window);
                if (!known.TryGetValue(key, out int number))
                {
                    number = _classes.Count;
                    known.Add(key, number);
                    _classes.Add(key);
                }

                classOf.Add(number);
            }
        }

        _classOf = [.. classOf];
    }

    public int Count => _classes.Count;

    public ClassKey this[int index] => _classes[index];

    /// <summary>Numbers the teams: class by class in shuffled order, within a class by their visits' shuffled positions.</summary>
    public (int[] ClassStart, int[] Visit, int[] Class, int[] NeedAt, int[] Number, int[] First) Number(int[] classPosition, int[] visitAt, ClassKey[] classes)
    {
        int[] first = new int[_problem.Visits.Length + 1];
        for (int visit = 0; visit < _problem.Visits.Length; visit++)
        {
            first[visit + 1] = first[visit] + _problem.Visits[visit].Teams.Length;
        }

        int[] start = new int[classes.Length + 1];
        foreach (int number in _classOf)
        {
            start[classPosition[number] + 1]++;
        }

        for (int i = 0; i < classes.Length; i++)
        {
            start[i + 1] += start[i];
        }

        int[] next = start[..^1], teamVisit = new int[_classOf.Length], teamClass = new int[_classOf.Length], needAt = new int[_classOf.Length], numbers = new int[_classOf.Length];
        for (int position = 0; position < visitAt.Length; position++)
        {
            int visit = visitAt[position];
            for (int place = 0; place < _problem.Visits[visit].Teams.Length; place++)
            {
                int at = classPosition[_classOf[first[visit] + place]];
                int team = next[at]++;
                (teamVisit[team], teamClass[team], needAt[team], numbers[first[visit] + place]) = (position, at, place, team);
            }
        }

        return (start, teamVisit, teamClass, needAt, numbers, first);
    }

    private sealed class Comparer : IEqualityComparer<ClassKey>
    {
        public static Comparer Instance { get; } = new();

        public bool Equals(ClassKey? x, ClassKey? y) =>
            ReferenceEquals(x!.Need, y!.Need) || (x.Need.Department == y.Need.Department && x.Need.Qualifications.SequenceEqual(y.Need.Qualifications) && x.Need.Regions.SequenceEqual(y.Need.Regions))
                ? Equals(x.Window, y.Window)
                : false;

        public int GetHashCode(ClassKey key)
        {
            HashCode hash = default;
            hash.Add(string.GetHashCode(key.Need.Department, StringComparison.Ordinal));
            foreach (string text in key.Need.Qualifications)
            {
                hash.Add(string.GetHashCode(text, StringComparison.Ordinal));
            }

            foreach (string text in key.Need.Regions)
            {
                hash.Add(string.GetHashCode(text, StringComparison.Ordinal));
            }

            if (key.Window is { } window)
            {
                hash.Add(window.Start.GetHashCode());
                hash.Add(window.End.GetHashCode());
            }

            return hash.ToHashCode();
        }
    }
}
