using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>A part of a shortage with names, reasons and words.</summary>
internal static class ShortageText
{
    private const int MostNamed = 3;

    /// <summary>The part as the report has it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="search">The search that found the shortage; <see langword="null"/> if nothing that could help is tried.</param>
    public static ShortagePart Describe(ShortPart part, SeatSearch? search)
    {
        PartObstacles obstacles = new(part);
        ImmutableArray<Relaxation> relaxations = search is null ? [] : Relaxations.Of(part, obstacles, search);
        MatchGraph graph = part.State.Graph;
        ImmutableArray<string> visits = Visits(part);
        ImmutableArray<ShortTeams> demand = Demand(part);
        Relaxation? best = relaxations.FirstOrDefault();
        Refusal words = MatchingRefusals.Short.With(
            ("where", Where(demand, "、", "“", "”", "等")),
            ("whereEn", Where(demand, ", ", " \"", "\"", " …")),
            ("visits", visits.Length),
            ("seats", part.Seats),
            ("inspectors", part.Inspectors.Count + part.SingleUseInspectors.Count),
            ("capacity", part.Capacity + part.SingleUse),
            ("missing", part.Missing),
            ("remedyZh", search is null ? "缺口部分太多，此处未逐项试算；请先补足前面各处。" : Remedy(best, Language.Chinese)),
            ("remedyEn", search is null ? "Too many parts are short to try here what would help: mend those above first." : Remedy(best, Language.English)));
        return new ShortagePart(
            demand,
            visits,
            part.Seats,
            TeamList.Ids(graph, [.. part.Inspectors]),
            part.Capacity,
            part.SingleUse,
            TeamList.Ids(graph, [.. part.SingleUseInspectors]),
            part.Missing,
            Out(part, obstacles),
            relaxations,
            words)
        {
            RelaxationsTried = search is not null,
        };
    }

    /// <summary>Every inspector of the department by what keeps them from giving more.</summary>
    public static ImmutableArray<InspectorsOut> Out(ShortPart part, PartObstacles obstacles)
    {
        MatchGraph graph = part.State.Graph;
        bool[] outside = new bool[graph.Inspectors];
        foreach (int inspector in obstacles.Outside)
        {
            outside[inspector] = true;
        }

        Dictionary<int, RefusalDefinition> excluded = [];
        foreach (int team in part.Teams)
        {
            foreach (int inspector in graph.Excluded(team))
            {
                if (!outside[inspector])
                {
                    continue;
                }

                RefusalDefinition reason = graph.WhyExcluded(team, inspector)!;
                if (!excluded.TryGetValue(inspector, out RefusalDefinition? known) || string.CompareOrdinal(reason.Code, known.Code) < 0)
                {
                    excluded[inspector] = reason;
                }
            }
        }

        return [.. obstacles.Inspectors
            .GroupBy(inspector => !outside[inspector] ? MatchingReasons.Capacity
                : part.SingleUseInspectors.Contains(inspector) ? MatchingReasons.SitsThere
                : part.Classes.Any(@class => graph.Pools.Contains(@class, inspector)) ? excluded.GetValueOrDefault(inspector, MatchingReasons.SitsThere)
                : obstacles.First(inspector))
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => new InspectorsOut(group.Key, TeamList.Ids(graph, [.. group])))];
    }

    /// <summary>Ids of the part's visits, as the problem orders them.</summary>
    private static ImmutableArray<string> Visits(ShortPart part)
    {
        MatchGraph graph = part.State.Graph;
        bool[] has = new bool[graph.VisitAt.Length];
        foreach (int team in part.Teams)
        {
            has[graph.VisitAt[graph.TeamVisit[team]]] = true;
        }

        ImmutableArray<string>.Builder ids = ImmutableArray.CreateBuilder<string>();
        for (int visit = 0; visit < has.Length; visit++)
        {
            if (has[visit])
            {
                ids.Add(graph.Problem.Visits[visit].Id);
            }
        }

        return ids.DrainToImmutable();
    }

    /// <summary>What the part's teams ask for by class, in the order in which the problem first has one of them.</summary>
    private static ImmutableArray<ShortTeams> Demand(ShortPart part)
    {
        MatchState state = part.State;
        MatchGraph graph = state.Graph;
        List<((int, int) First, ShortTeams Teams)> demand = [];
        for (int from = 0, to; from < part.Teams.Count; from = to)
        {
            // A class's teams are numbered one after the other.
            int @class = graph.TeamClass[part.Teams[from]], seats = 0, open = 0;
            (int, int) first = (int.MaxValue, 0);
            for (to = from; to < part.Teams.Count && part.Teams[to] < graph.ClassStart[@class + 1]; to++)
            {
                int team = part.Teams[to];
                (int, int) place = (graph.VisitAt[graph.TeamVisit[team]], graph.TeamNeedAt[team]);
                // Stryker disable once Equality: no two are equal
                first = place.CompareTo(first) < 0 ? place : first;
                seats += graph.TeamSeats[team] - state.Locked(team).Length;
                open += state.Open(team);
            }

            demand.Add((first, new ShortTeams(graph.Classes[@class].Need, graph.Classes[@class].Window, to - from, seats, open)));
        }

        demand.Sort(static (x, y) => x.First.CompareTo(y.First));
        return [.. demand.Select(of => of.Teams)];
    }

    private static string Where(ImmutableArray<ShortTeams> demand, string separator, string open, string close, string more)
    {
        IEnumerable<string> regions = demand.SelectMany(teams => teams.Need.Regions).Where(region => region != TeamNeed.AnyRegion);
        IEnumerable<string> qualifications = demand.SelectMany(teams => teams.Need.Qualifications);
        string where = Joined(regions), what = Joined(qualifications);
        return (where.Length > 0 ? where : demand[0].Need.Department) + (what.Length > 0 ? open + what + close : "");

        string Joined(IEnumerable<string> texts)
        {
            string[] distinct = [.. texts.Distinct().Order(StringComparer.Ordinal)];
            return string.Join(separator, distinct.Take(MostNamed)) + (distinct.Length > MostNamed ? more : "");
        }
    }

    private static string Remedy(Relaxation? best, Language language)
    {
        bool chinese = language == Language.Chinese;
        if (best is null)
        {
            return chinese ? "没有单项办法可补：请减少检查、改期，或增加有资格的人员。" : "No single change helps: plan fewer visits, move them, or find more qualified inspectors.";
        }

        int count = best.Inspectors.Length;
        return best.Kind switch
        {
            RelaxationKind.OtherRegions => chinese ? $"请市级或邻区 {count} 人支援，可补 {best.Helps} 人次。" : $"{count} inspectors of the city level or another district would staff {best.Helps} of them.",
            RelaxationKind.Capacity => chinese ? $"将上限提高到 {best.Capacity}（涉及 {count} 人），可补 {best.Helps} 人次。" : $"A capacity of {best.Capacity} ({count} inspectors) would staff {best.Helps} of them.",
            RelaxationKind.Leave => chinese ? $"调整 {count} 人的休假，可补 {best.Helps} 人次。" : $"Moving the leave of {count} would staff {best.Helps} of them.",
            RelaxationKind.Certificate => chinese ? $"为 {count} 人换发执法证，可补 {best.Helps} 人次。" : $"Renewing the certificates of {count} would staff {best.Helps} of them.",
            _ => chinese ? $"经批准直接指派 {count} 人，可补 {best.Helps} 人次。" : $"Assigning {count} directly, with approval, would staff {best.Helps} of them.",
        };
    }
}
