using System.Globalization;
using System.Text;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>The table of docs/quality/matching.md: ours beside what is simpler. Runs only if <c>RI_MATCH_STUDY</c> names the file to write (eng/match-uniformity.sh).</summary>
public sealed class UniformityStudy
{
    private const int LargestEnumerated = 9_000;
    private static readonly string? Target = Environment.GetEnvironmentVariable("RI_MATCH_STUDY");
    private static readonly int Draws = int.Parse(Environment.GetEnvironmentVariable("RI_MATCH_DRAWS") ?? "20000", CultureInfo.InvariantCulture);

    [Fact]
    public void Study_AllMethods_Table()
    {
        Assert.SkipWhen(Target is null, "RI_MATCH_STUDY is not set.");
        StringBuilder table = new("| Instance | Balanced assignments | Random order, augmenting | Random costs | Swaps of two | Trades and hole walks |\n| --- | ---: | --- | --- | --- | --- |\n");
        foreach (string name in MatchVector.Names)
        {
            MatchVector vector = MatchVector.Of(name);
            if (!vector.IsFeasible || vector.Known.GetProperty("balancedAssignments").GetInt32() is < 2 or > LargestEnumerated)
            {
                continue;
            }

            string[] allowed = new MatchOracle(vector.Problem).Allowed;
            string[] cells =
            [
                Measure(allowed, i => Line(vector.Problem, i, 0)),
                Measure(allowed, i => RandomCosts(allowed, new System.Random(i))),
                Measure(allowed, i => Swaps(allowed, Line(vector.Problem, i, 0), new System.Random(i))),
                Measure(allowed, i => Line(vector.Problem, i, IInspectorMatcher.DefaultMixFactor)),
            ];
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {allowed.Length} | {string.Join(" | ", cells)} |\n");
        }

        File.WriteAllText(Target!, table.ToString());
    }

    private static string Line(MatchProblem problem, int i, int mixFactor) =>
        MatchVector.Line(problem, new InspectorMatcher().Match(problem, MatchVector.Seed($"study {i}"), mixFactor).Teams);

    /// <summary>Chi-square in standard deviations, and the largest error of a pair's chance.</summary>
    private static string Measure(string[] allowed, Func<int, string> draw)
    {
        Dictionary<string, int> counts = allowed.ToDictionary(a => a, _ => 0);
        for (int i = 0; i < Draws; i++)
        {
            counts[draw(i)]++;
        }

        double expected = (double)Draws / allowed.Length;
        double chiSquare = counts.Values.Sum(c => (c - expected) * (c - expected) / expected), degrees = allowed.Length - 1;
        Dictionary<string, (double Due, double Found)> pairs = [];
        foreach (string assignment in allowed)
        {
            foreach ((int team, string inspectors) in assignment.Split('|').Index())
            {
                foreach (string inspector in inspectors.Split(',', StringSplitOptions.RemoveEmptyEntries))
                {
                    (double due, double found) = pairs.GetValueOrDefault($"{team} {inspector}");
                    pairs[$"{team} {inspector}"] = (due + (1.0 / allowed.Length), found + ((double)counts[assignment] / Draws));
                }
            }
        }

        bool rejected = chiSquare > UniformityTests.Quantile((int)degrees);
        return string.Create(CultureInfo.InvariantCulture, $"{(rejected ? "**rejected**" : "ok")} ({(chiSquare - degrees) / Math.Sqrt(2 * degrees):+0.0;-0.0}), {pairs.Values.Max(p => Math.Abs(p.Due - p.Found)):0.000}");
    }

    /// <summary>Minimum-cost flow with random costs: the cheapest of all balanced assignments.</summary>
    private static string RandomCosts(string[] allowed, System.Random random)
    {
        Dictionary<string, double> costs = [];
        return allowed.MinBy(assignment => assignment.Split('|').Index()
            .SelectMany(t => t.Item.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => $"{t.Index} {i}"))
            .Sum(pair => costs.TryGetValue(pair, out double cost) ? cost : costs[pair] = random.NextDouble()))!;
    }

    /// <summary>A hundred swaps of two inspectors for each seat.</summary>
    private static string Swaps(string[] allowed, string start, System.Random random)
    {
        HashSet<string> known = [.. allowed];
        string[][] teams = [.. start.Split('|').Select(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries))];
        (int Team, int Seat)[] seats = [.. teams.Index().SelectMany(t => Enumerable.Range(0, t.Item.Length).Select(s => (t.Index, s)))];
        for (int round = 0; round < 100 * seats.Length; round++)
        {
            ((int t1, int s1), (int t2, int s2)) = (seats[random.Next(seats.Length)], seats[random.Next(seats.Length)]);
            (teams[t1][s1], teams[t2][s2]) = (teams[t2][s2], teams[t1][s1]);
            if (!known.Contains(string.Join('|', teams.Select(t => string.Join(',', t.Order(StringComparer.Ordinal))))))
            {
                (teams[t1][s1], teams[t2][s2]) = (teams[t2][s2], teams[t1][s1]);
            }
        }

        return string.Join('|', teams.Select(t => string.Join(',', t.Order(StringComparer.Ordinal))));
    }
}
