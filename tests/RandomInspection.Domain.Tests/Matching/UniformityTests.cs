using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>Every assignment that the policy allows is as likely as any other. The suite draws a few thousand times, eng/match-uniformity.sh 20,000 times.</summary>
public sealed class UniformityTests
{
    private static readonly int Draws = int.Parse(Environment.GetEnvironmentVariable("RI_MATCH_DRAWS") ?? "2000", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly InspectorMatcher Matcher = new();

    /// <summary>The normal quantiles of 1 − 10⁻⁴ and 1 − 10⁻³.</summary>
    internal const double OncePerTenThousand = 3.719;
    internal const double OncePerThousand = 3.090;

    /// <summary>Vectors with few enough assignments for that many draws.</summary>
    public static TheoryData<string> Small =>
        [.. MatchVector.Names.Where(name => MatchVector.Of(name) is { IsFeasible: true } v && v.Known.GetProperty("balancedAssignments").GetInt32() <= Draws / 5)];

    public static TheoryData<string> Feasible => MatchVectorTests.Feasible;

    /// <summary>Name, size, recusals of each inspector, assignments.</summary>
    public static TheoryData<string, int, int, int> Traps => new()
    {
        { "derangements of 3", 3, 1, 2 },
        { "ménage 5", 5, 2, 13 },
        { "cycle of 5", 5, 3, 2 },
        { "cycle of 8", 8, 6, 2 },
    };

    [Theory]
    [MemberData(nameof(Small))]
    public void Match_ManySeeds_ChiSquareOverAllAssignments(string name)
    {
        MatchProblem problem = MatchVector.Of(name).Problem;
        RequireUniform(problem, new MatchOracle(problem).Allowed, name);
    }

    [Theory]
    [MemberData(nameof(Feasible))]
    public void Match_ManySeeds_MarginalsAsExact(string name)
    {
        MatchVector vector = MatchVector.Of(name);
        Dictionary<(string, string), int> counts = vector.Marginals.Keys.ToDictionary(pair => pair, _ => 0);
        for (int i = 0; i < Draws; i++)
        {
            foreach (MatchedTeam team in Matcher.Match(vector.Problem, MatchVector.Seed($"{name} {i}")).Teams)
            {
                foreach (string inspector in team.Inspectors)
                {
                    counts[(team.Visit, inspector)]++;
                }
            }
        }

        // 4.5 standard deviations; the seeds are fixed, so this fails always or never.
        foreach ((var pair, (int numerator, int denominator)) in vector.Marginals)
        {
            double chance = (double)numerator / denominator;
            Assert.InRange(counts[pair], (Draws * chance) - (4.5 * Math.Sqrt(Draws * chance * (1 - chance))), (Draws * chance) + (4.5 * Math.Sqrt(Draws * chance * (1 - chance))));
        }
    }

    /// <summary>Where plain trades or swaps get stuck: all assignments must come up, and equally often.</summary>
    [Theory]
    [MemberData(nameof(Traps))]
    public void Match_IrreducibilityTrap_EveryAssignment(string name, int size, int recused, int assignments)
    {
        MatchProblem problem = Trap(size, recused);
        string[] allowed = new MatchOracle(problem).Allowed;
        Assert.Equal(assignments, allowed.Length);
        RequireUniform(problem, allowed, name);
    }

    [Theory]
    [InlineData(LoadPolicy.Balanced)]
    [InlineData(LoadPolicy.CapacityOnly)]
    public void Match_TwoTeamsOfOneDepartmentInAVisit_Uniform(LoadPolicy policy)
    {
        MatchProblem problem = MatchProblem.Of(
            [new MatchVisit("V0", null, new TeamNeed("D", 1, ["A"]), new TeamNeed("D", 1)), new MatchVisit("V1", null, new TeamNeed("D", 1, ["A"]), new TeamNeed("D", 1))],
            [new MatchInspector("O0", "D", 2, 0, null, ["A"]), new MatchInspector("O1", "D", 2, 0, null, ["A"]), new MatchInspector("O2", "D", 2)],
            loadPolicy: policy);
        RequireUniform(problem, new MatchOracle(problem).Allowed, policy.ToString());
    }

    [Fact]
    public void Match_CapacityOnly_UniformOverAllWithinCapacity()
    {
        MatchProblem problem = MatchProblem.Of(
            [new MatchVisit("V0", null, new TeamNeed("D", 2)), new MatchVisit("V1", null, new TeamNeed("D", 1)), new MatchVisit("V2", null, new TeamNeed("D", 1, null, ["R"]))],
            [new MatchInspector("O0", "D", 3), new MatchInspector("O1", "D", 1), new MatchInspector("O2", "D", 2, 5, ["R"]), new MatchInspector("O3", "D", 2, 0, ["S"])],
            [new MatchExclusion("V1", "O0", "RI3002")],
            [new LockedSeat("V0", "O2", "D")],
            LoadPolicy.CapacityOnly);
        RequireUniform(problem, new MatchOracle(problem).Allowed, "capacity only");
    }

    [Fact]
    public void Match_InterchangeableInspectors_SameChances()
    {
        MatchProblem problem = MatchVector.Of("B13_identical_types").Problem;
        Dictionary<string, int> seats = problem.Inspectors.ToDictionary(i => i.Id, _ => 0);
        for (int i = 0; i < Draws; i++)
        {
            foreach (string inspector in Matcher.Match(problem, MatchVector.Seed($"alike {i}")).Teams.First(t => t.Visit == problem.Visits[0].Id).Inspectors)
            {
                seats[inspector]++;
            }
        }

        foreach (IGrouping<string, MatchInspector> alike in problem.Inspectors.GroupBy(i => string.Join(',', i.Regions)))
        {
            double mean = alike.Average(i => seats[i.Id]);
            Assert.All(alike, i => Assert.InRange(seats[i.Id], mean - (4 * Math.Sqrt(mean)), mean + (4 * Math.Sqrt(mean))));
        }
    }

    private static void RequireUniform(MatchProblem problem, string[] allowed, string name)
    {
        Dictionary<string, int> counts = allowed.ToDictionary(a => a, _ => 0);
        for (int i = 0; i < Draws; i++)
        {
            counts[MatchVector.Line(problem, Matcher.Match(problem, MatchVector.Seed($"{name} uniform {i}")).Teams)]++;
        }

        double expected = (double)Draws / allowed.Length;
        double chiSquare = counts.Values.Sum(c => (c - expected) * (c - expected) / expected);
        Assert.True(chiSquare <= Quantile(allowed.Length - 1), $"{name}: chi-square {chiSquare:f1} with {allowed.Length - 1} degrees of freedom");
    }

    /// <summary>Inspector i is recused from the visits i, i + 1, … around the circle.</summary>
    internal static MatchProblem Trap(int size, int recused) => MatchProblem.Of(
        Enumerable.Range(0, size).Select(v => new MatchVisit($"V{v}", null, new TeamNeed("D", 1))),
        Enumerable.Range(0, size).Select(o => new MatchInspector($"O{o}", "D", 1)),
        from o in Enumerable.Range(0, size) from r in Enumerable.Range(0, recused) select new MatchExclusion($"V{(o + r) % size}", $"O{o}", "RI3002"));

    /// <summary>Chi-square is above this with a chance of 10⁻⁴, or the chance whose normal quantile is given (Wilson and Hilferty 1931).</summary>
    internal static double Quantile(int degrees, double normal = OncePerTenThousand)
    {
        double ninth = 2.0 / (9 * Math.Max(degrees, 1));
        return degrees == 0 ? 0 : degrees * Math.Pow(1 - ninth + (normal * Math.Sqrt(ninth)), 3);
    }
}
