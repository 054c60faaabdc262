namespace RandomInspection.Matching;

/// <summary>Stage B: each seat to the lowest level, ties to the lowest position.</summary>
/// <remarks>Source: docs/match-specification.md, stage B.</remarks>
internal static class Greedy
{
    public static void Fill(MatchState state)
    {
        MatchGraph graph = state.Graph;
        PriorityQueue<int, long> lowest = new();
        // Stryker disable once CollectionExpression: it is emptied first
        List<int> passed = [];
        for (int @class = 0; @class < graph.Classes.Length; @class++)
        {
            lowest.Clear();
            lowest.EnqueueRange(graph.Pools.Of(@class).Where(state.HasSpare).Select(inspector => (inspector, Rank(inspector))));
            for (int team = graph.ClassStart[@class]; team < graph.ClassStart[@class + 1]; team++)
            {
                for (int open = state.Open(team); open > 0; open--)
                {
                    passed.Clear();
                    while (lowest.TryDequeue(out int inspector, out _))
                    {
                        if (state.MayTake(team, inspector))
                        {
                            state.Add(team, inspector);
                            if (state.HasSpare(inspector))
                            {
                                lowest.Enqueue(inspector, Rank(inspector));
                            }

                            break;
                        }

                        passed.Add(inspector);
                    }

                    foreach (int inspector in passed)
                    {
                        lowest.Enqueue(inspector, Rank(inspector));
                    }
                }
            }
        }

        long Rank(int inspector) => ((long)state.Level[inspector] << 32) | (uint)inspector;
    }
}
