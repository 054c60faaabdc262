using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>The teams of a state, with names again.</summary>
internal static class TeamList
{
    /// <summary>Visits in the order of ids, a visit's teams in canonical order, inspectors in the order of ids.</summary>
    public static ImmutableArray<MatchedTeam> Of(MatchState state)
    {
        MatchGraph graph = state.Graph;
        ImmutableArray<MatchedTeam>.Builder teams = ImmutableArray.CreateBuilder<MatchedTeam>(graph.Teams);
        for (int visit = 0; visit < graph.Problem.Visits.Length; visit++)
        {
            MatchVisit of = graph.Problem.Visits[visit];
            for (int place = 0; place < of.Teams.Length; place++)
            {
                int team = graph.TeamNumber[graph.TeamFirst[visit] + place];
                teams.Add(new MatchedTeam(of.Id, of.Teams[place], Ids(graph, [.. state.Locked(team), .. state.Movable(team)]), graph.PoolSize(team)));
            }
        }

        return teams.MoveToImmutable();
    }

    /// <summary>Ids of inspectors, in their order.</summary>
    public static ImmutableArray<string> Ids(MatchGraph graph, params ReadOnlySpan<int> positions)
    {
        // Stryker disable once Conditional,Equality: where they stand changes nothing
        Span<int> places = positions.Length <= 64 ? stackalloc int[positions.Length] : new int[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            places[i] = graph.InspectorAt[positions[i]];
        }

        places.Sort();
        ImmutableArray<string>.Builder ids = ImmutableArray.CreateBuilder<string>(positions.Length);
        foreach (int place in places)
        {
            ids.Add(graph.Problem.Inspectors[place].Id);
        }

        return ids.MoveToImmutable();
    }
}
