namespace RandomInspection.Matching;

/// <summary>A connected part of a shortage, in numbers.</summary>
internal sealed class ShortPart(MatchState state)
{
    public MatchState State { get; } = state;

    /// <summary>Teams, ascending once finished.</summary>
    public List<int> Teams { get; } = [];

    /// <summary>Inspectors reached, all without spare capacity, ascending once finished.</summary>
    public List<int> Inspectors { get; } = [];

    /// <summary>Inspectors not reached who sit in a team of the part, ascending once finished.</summary>
    public SortedSet<int> SingleUseInspectors { get; } = [];

    public int SingleUse { get; private set; }

    public int Seats { get; private set; }

    public long Capacity { get; private set; }

    public int Missing { get; private set; }

    /// <summary>The first of its teams, as the problem orders visits and their teams.</summary>
    public (int Visit, int Place) First { get; private set; } = (int.MaxValue, 0);

    /// <summary>The classes of its teams, ascending.</summary>
    public int[] Classes { get; private set; } = [];

    public void Finish(SeatSearch search)
    {
        Teams.Sort();
        Inspectors.Sort();
        MatchGraph graph = State.Graph;
        foreach (int team in Teams)
        {
            Seats += graph.TeamSeats[team] - State.Locked(team).Length;
            Missing += State.Open(team);
            (int, int) place = (graph.VisitAt[graph.TeamVisit[team]], graph.TeamNeedAt[team]);
            // Stryker disable once Equality: no two are equal
            First = place.CompareTo(First) < 0 ? place : First;
            foreach (int inspector in State.Movable(team))
            {
                if (!search.IsReached(inspector))
                {
                    SingleUse++;
                    SingleUseInspectors.Add(inspector);
                }
            }
        }

        Capacity = Inspectors.Sum(inspector => (long)State.Held(inspector).Length);
        Classes = [.. Teams.Select(team => graph.TeamClass[team]).Distinct()];
    }
}
