namespace RandomInspection.Matching;

/// <summary>A problem relabelled by a seed: visits, inspectors and classes by shuffled position, pools by class, exclusions as short lists.</summary>
/// <remarks>
/// The edges are never built: a team's inspectors are its class's pool, less the visit's exclusions. From here on there are numbers only,
/// so that names and the order of input cannot matter. Source: docs/match-specification.md, stage A.
/// </remarks>
internal sealed class MatchGraph
{
    private readonly Exclusions _exclusions;

    public MatchGraph(MatchProblem problem, MatchStream relabel)
    {
        Problem = problem;
        int[] visitAt = relabel.Shuffle(problem.Visits.Length);
        InspectorAt = relabel.Shuffle(problem.Inspectors.Length);
        PositionOf = Inverse(InspectorAt);
        VisitPosition = Inverse(visitAt);
        Inspectors = InspectorAt.Length;
        Prior = Array.ConvertAll(InspectorAt, i => problem.Inspectors[i].Prior);
        Capacity = Array.ConvertAll(InspectorAt, i => problem.Inspectors[i].Capacity ?? problem.Visits.Length + 1);

        ClassList classes = new(problem);
        int[] classAt = relabel.Shuffle(classes.Count);
        Classes = Array.ConvertAll(classAt, c => classes[c]);
        int[] classPosition = Inverse(classAt);
        ClassOrder = classPosition;
        (ClassStart, TeamVisit, TeamClass, TeamNeedAt, TeamSeats, TeamNumber, TeamFirst) = classes.Number(classPosition, visitAt, Classes);
        Teams = TeamVisit.Length;
        SeatStart = new int[Teams + 1];
        for (int team = 0; team < Teams; team++)
        {
            SeatStart[team + 1] = SeatStart[team] + TeamSeats[team];
        }

        VisitAt = visitAt;
        Kinds = new InspectorKinds(problem, InspectorAt);
        Pools = new Pools(problem, InspectorAt, Kinds, Classes);
        Siblings = FindSiblings();
        _exclusions = new Exclusions(problem, VisitPosition, PositionOf);
    }

    /// <summary>The same with other capacities, pools and exclusions: for trying what would help.</summary>
    private MatchGraph(MatchGraph from, int[] capacity, Pools pools, Exclusions exclusions)
    {
        (Problem, VisitAt, InspectorAt, PositionOf, VisitPosition, Inspectors) = (from.Problem, from.VisitAt, from.InspectorAt, from.PositionOf, from.VisitPosition, from.Inspectors);
        (Prior, Capacity, Classes, ClassOrder, ClassStart) = (from.Prior, capacity, from.Classes, from.ClassOrder, from.ClassStart);
        (TeamVisit, TeamClass, TeamNeedAt, TeamNumber, TeamFirst, Teams) = (from.TeamVisit, from.TeamClass, from.TeamNeedAt, from.TeamNumber, from.TeamFirst, from.Teams);
        (TeamSeats, SeatStart, Kinds, Pools, Siblings) = (from.TeamSeats, from.SeatStart, from.Kinds, pools, from.Siblings);
        _exclusions = exclusions;
    }

    public MatchProblem Problem { get; }

    /// <summary>The problem's visit at a shuffled position.</summary>
    public int[] VisitAt { get; }

    public int[] VisitPosition { get; }

    /// <summary>The problem's inspector at a shuffled position.</summary>
    public int[] InspectorAt { get; }

    public int[] PositionOf { get; }

    public int Inspectors { get; }

    public int[] Prior { get; }

    public int[] Capacity { get; }

    /// <summary>The classes by shuffled position.</summary>
    public ClassKey[] Classes { get; }

    /// <summary>The shuffled position of each class in the order of first appearance.</summary>
    public int[] ClassOrder { get; }

    /// <summary>First team of each class, and the number of teams behind the last.</summary>
    public int[] ClassStart { get; }

    public InspectorKinds Kinds { get; }

    public Pools Pools { get; }

    public int Teams { get; }

    /// <summary>The shuffled position of each team's visit.</summary>
    public int[] TeamVisit { get; }

    public int[] TeamClass { get; }

    /// <summary>Each team's place among its visit's teams in canonical order.</summary>
    public int[] TeamNeedAt { get; }

    /// <summary>The team of each visit and place: <c>TeamNumber[TeamFirst[visit] + place]</c>, visits as in the problem.</summary>
    public int[] TeamNumber { get; }

    public int[] TeamFirst { get; }

    /// <summary>Seats of each team, those given directly included.</summary>
    public int[] TeamSeats { get; }

    public int[] SeatStart { get; }

    /// <summary>Other teams of the same visit and department, ascending; <see langword="null"/> for almost all teams.</summary>
    public int[]?[] Siblings { get; }

    public static int[] Inverse(int[] permutation)
    {
        int[] inverse = new int[permutation.Length];
        for (int i = 0; i < permutation.Length; i++)
        {
            inverse[permutation[i]] = i;
        }

        return inverse;
    }

    public MatchVisit Visit(int team) => Problem.Visits[VisitAt[TeamVisit[team]]];

    public TeamNeed Need(int team) => Visit(team).Teams[TeamNeedAt[team]];

    public MatchInspector Inspector(int position) => Problem.Inspectors[InspectorAt[position]];

    /// <summary>The inspectors excluded from a team's visit, ascending.</summary>
    public ReadOnlySpan<int> Excluded(int team) => _exclusions.Of(TeamVisit[team]);

    /// <summary>Why an inspector is excluded from a team's visit; <see langword="null"/> if they are not.</summary>
    public RefusalDefinition? WhyExcluded(int team, int inspector) => _exclusions.Reason(TeamVisit[team], inspector);

    public bool IsExcluded(int team, int inspector) => _exclusions.Contains(TeamVisit[team], inspector);

    /// <summary>Whether the class's pool has the inspector and the visit does not exclude them.</summary>
    public bool IsEligible(int team, int inspector) => Pools.Contains(TeamClass[team], inspector) && !IsExcluded(team, inspector);

    /// <summary>Inspectors who could serve a team.</summary>
    public int PoolSize(int team)
    {
        int size = Pools.Of(TeamClass[team]).Length;
        foreach (int excluded in Excluded(team))
        {
            size -= Pools.Contains(TeamClass[team], excluded) ? 1 : 0;
        }

        return size;
    }

    public MatchGraph With(int[] capacity) => new(this, capacity, Pools, _exclusions);

    public MatchGraph With(Pools pools) => new(this, Capacity, pools, _exclusions);

    /// <summary>The same with the exclusions of some visits lifted as far as they can be waived; <see langword="null"/> if none can.</summary>
    /// <param name="visits">Shuffled positions of visits.</param>
    public MatchGraph? WithWaivers(IReadOnlySet<int> visits) => _exclusions.Waived(visits) is { } fewer ? new(this, Capacity, Pools, fewer) : null;

    private int[]?[] FindSiblings()
    {
        int[]?[] siblings = new int[]?[Teams];
        for (int visit = 0; visit < Problem.Visits.Length; visit++)
        {
            MatchVisit needs = Problem.Visits[visit];
            for (int i = 1; i < needs.Teams.Length; i++)
            {
                if (needs.Teams[i].Department == needs.Teams[i - 1].Department && siblings[TeamNumber[TeamFirst[visit] + i]] is null)
                {
                    int[] same = [.. Enumerable.Range(0, needs.Teams.Length)
                        .Where(place => needs.Teams[place].Department == needs.Teams[i].Department)
                        .Select(place => TeamNumber[TeamFirst[visit] + place])
                        .Order()];
                    foreach (int team in same)
                    {
                        siblings[team] = [.. same.Where(other => other != team)];
                    }
                }
            }
        }

        return siblings;
    }
}
