using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>What a class of teams has in common.</summary>
/// <param name="Need">Department, qualifications, regions; its count is the first team's.</param>
/// <param name="Window">The window, or <see langword="null"/>.</param>
internal sealed record ClassKey(TeamNeed Need, DateInterval? Window)
{
    /// <summary>The same at any time.</summary>
    public ClassKey WithoutWindow => this with { Window = null };

    /// <summary>Whether department, qualifications, regions and window are equal: the count is not asked.</summary>
    /// <param name="other">Another class.</param>
    public bool Equals(ClassKey? other) =>
        other is not null && Equals(Window, other.Window)
        && (ReferenceEquals(Need, other.Need)
            || (Need.Department == other.Need.Department
                && Need.Qualifications.AsSpan().SequenceEqual(other.Need.Qualifications.AsSpan())
                && Need.Regions.AsSpan().SequenceEqual(other.Need.Regions.AsSpan())));

    /// <inheritdoc />
    public override int GetHashCode()
    {
        HashCode hash = default;
        // Stryker disable once Statement: what is hashed less finely is found as well
        hash.Add(Need.Department);
        // Stryker disable once Block: what is hashed less finely is found as well
        foreach (string text in Need.Qualifications)
        {
            // Stryker disable once Statement: what is hashed less finely is found as well
            hash.Add(text);
        }

        // Stryker disable once Block: what is hashed less finely is found as well
        foreach (string text in Need.Regions)
        {
            // Stryker disable once Statement: what is hashed less finely is found as well
            hash.Add(text);
        }

        // Stryker disable once Statement: what is hashed less finely is found as well
        hash.Add(Window?.Start);
        // Stryker disable once Statement: what is hashed less finely is found as well
        hash.Add(Window?.End);
        return hash.ToHashCode();
    }
}

/// <summary>The classes in the order of first appearance, along the visits' ids and each visit's teams in canonical order.</summary>
internal sealed class ClassList
{
    private readonly MatchProblem _problem;
    private readonly List<ClassKey> _classes = [];
    private readonly int[] _classOf;

    public ClassList(MatchProblem problem)
    {
        _problem = problem;
        Dictionary<ClassKey, int> known = [];
        _classOf = new int[problem.Visits.Sum(static visit => visit.Teams.Length)];
        int team = 0;
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

                _classOf[team++] = number;
            }
        }
    }

    public int Count => _classes.Count;

    public ClassKey this[int index] => _classes[index];

    /// <summary>Numbers the teams: class by class in shuffled order, within a class by their visits' shuffled positions.</summary>
    public (int[] ClassStart, int[] Visit, int[] Class, int[] NeedAt, int[] Seats, int[] Number, int[] First) Number(int[] classPosition, int[] visitAt, ClassKey[] classes)
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

        int[] next = start[..^1], teamVisit = new int[_classOf.Length], teamClass = new int[_classOf.Length], needAt = new int[_classOf.Length], numbers = new int[_classOf.Length], seats = new int[_classOf.Length];
        for (int position = 0; position < visitAt.Length; position++)
        {
            int visit = visitAt[position];
            ImmutableArray<TeamNeed> needs = _problem.Visits[visit].Teams;
            for (int place = 0; place < needs.Length; place++)
            {
                int at = classPosition[_classOf[first[visit] + place]];
                int team = next[at]++;
                (teamVisit[team], teamClass[team], needAt[team], seats[team], numbers[first[visit] + place]) = (position, at, place, needs[place].Count, team);
            }
        }

        return (start, teamVisit, teamClass, needAt, seats, numbers, first);
    }
}
