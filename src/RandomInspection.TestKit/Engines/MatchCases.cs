using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.TestKit;

/// <summary>What every matcher does: the match of every other implementation, staffed whenever it can be, as even as it can be.</summary>
internal static class MatchCases
{
    private const string Specification = "random-inspection-match/1";
    private const string Law = "沈政办发〔2020〕19号 三(六)";

    public static ConformanceContract<IInspectorMatcher> Contract { get; } = new(
        typeof(IInspectorMatcher),
        "MATCH",
        "匹配引擎",
        "Matcher",
        new("MATCH-01", "已知答案：另一实现算出的匹配", "Known answers: the matches of another implementation", Specification, KnownAsync),
        new("MATCH-02", "能配齐则必配齐，且负载最均衡", "What can be staffed is staffed, as evenly as can be", Specification, FeasibleAsync),
        new("MATCH-03", "配不齐时给出证书：缺几席、缺在何处", "What cannot be staffed comes with the certificate of what is short", Specification + " “When it is short”", ShortAsync),
        new("MATCH-04", "无一人违反资格、回避、休假与容量", "Nobody sits where anything stands against it", Law, EligibleAsync),
        new("MATCH-05", "输入次序不影响结果", "The order of the input does not matter", Specification, OrderAsync),
        new("MATCH-06", "任何区域设置下结果相同，并发亦然", "Under every culture and for many at once the result is the same", "IInspectorMatcher", EverywhereAsync),
        new("MATCH-07", "没有检查任务则没有检查组", "Without visits there are no teams", Specification, NobodyAsync),
        new("MATCH-08", "混合系数越界被拒绝，为零则如实说明", "A mixing factor out of range is refused; 0 says that nothing was mixed", Specification, MixFactorAsync),
        new("MATCH-09", "进度至多报告一百次", "Progress is told a hundred times at most", "IInspectorMatcher", ProgressAsync),
        new("MATCH-10", "专家只配给人员已齐的检查", "Experts go only where the officers are complete", "沈政办发〔2020〕19号 三(四)", ExpertsAsync),
        new("MATCH-11", "替换一人，其余各席不动", "One falls out: another takes the seat, and the rest stay", Specification + " “After the match”", ReplaceAsync));

    private static ImmutableArray<string> Names => Vectors.Names("matching", ".json");

    private static Task KnownAsync(Trial<IInspectorMatcher> trial)
    {
        foreach (string line in Encoding.UTF8.GetString(Vectors.Bytes("matching/digests.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] known = line.Split(' ');
            Expect.Equal(known[1], trial.Subject.Match(Problem(known[0]), SeedOf(known[0])).Digest.Hex, $"Digest of {known[0]}");
        }

        return Task.CompletedTask;
    }

    private static Task FeasibleAsync(Trial<IInspectorMatcher> trial)
    {
        foreach (string name in Names.Where(n => Known(n).GetProperty("feasible").GetBoolean()))
        {
            HashSet<string> possible =
            [
                .. Known(name).GetProperty("balancedMarginals").EnumerateObject().SelectMany(visit => visit.Value.EnumerateObject().Select(pair => $"{visit.Name} {pair.Name}")),
            ];
            for (int i = 0; i < 8; i++)
            {
                MatchResult result = trial.Subject.Match(Problem(name), SeedOf($"{name} {i}"), i % 4);
                Expect.True(result.Short is null && result.Teams.All(t => t.Missing == 0), $"{name} is staffed");
                Expect.Equal(Known(name).GetProperty("smallestSquareSum").GetInt64(), result.Levels.Sum(l => (long)l.Level * l.Level), $"Sum of squared levels of {name}");
                foreach (string pair in result.Teams.SelectMany(t => t.Inspectors.Select(inspector => $"{t.Visit} {inspector}")))
                {
                    Expect.True(possible.Contains(pair), $"{pair} is in some balanced match of {name}");
                }
            }
        }

        return Task.CompletedTask;
    }

    private static Task ShortAsync(Trial<IInspectorMatcher> trial)
    {
        foreach (string name in Names.Where(n => !Known(n).GetProperty("feasible").GetBoolean()))
        {
            JsonElement due = Known(name).GetProperty("certificate");
            MatchResult result = trial.Subject.Match(Problem(name), SeedOf(name));
            Shortage found = result.Short ?? throw new ConformanceException($"{name} cannot be staffed, and nothing is said to be short.");
            Expect.Equal(due.GetProperty("deficit").GetInt32(), found.Missing, $"Seats missing in {name}");
            Expect.Equal(due.GetProperty("max_flow").GetInt32(), result.Teams.Sum(t => t.Inspectors.Length), $"Seats staffed in {name}");
            Expect.Equal(due.GetProperty("demand_S").GetInt32(), found.Parts.Sum(p => p.Seats), $"Seats of what is short in {name}");
            Expect.Same(
                due.GetProperty("violated_demand").EnumerateArray().Select(d => d.GetProperty("target").GetString()!).Distinct().Order(StringComparer.Ordinal),
                found.Parts.SelectMany(p => p.Visits).Order(StringComparer.Ordinal),
                $"Visits of what is short in {name}");
        }

        return Task.CompletedTask;
    }

    private static Task EligibleAsync(Trial<IInspectorMatcher> trial)
    {
        foreach (MatchProblem problem in Names.Select(Problem).Append(Large(Math.Min(trial.Settings.Rows, 1_000) / 5)))
        {
            MatchResult result = trial.Subject.Match(problem, SeedOf("eligible"));
            Dictionary<string, MatchInspector> inspectors = problem.Inspectors.ToDictionary(i => i.Id, StringComparer.Ordinal);
            foreach (MatchedTeam team in result.Teams)
            {
                foreach (string inspector in team.Inspectors)
                {
                    Expect.True(inspectors[inspector].MayServe(team.Need, problem.Visits.Single(v => v.Id == team.Visit).Window), $"{inspector} may serve {team.Visit}");
                    Expect.True(!problem.Exclusions.Any(e => e.Visit == team.Visit && e.Inspector == inspector), $"{inspector} is not excluded from {team.Visit}");
                }

                Expect.True(team.Inspectors.Distinct().Count() == team.Inspectors.Length && team.Missing >= 0, $"{team.Visit} has nobody twice, and not more than it needs");
            }

            foreach (IGrouping<string, string> seats in result.Teams.SelectMany(t => t.Inspectors).GroupBy(i => i))
            {
                Expect.True(inspectors[seats.Key].Capacity is not { } most || seats.Count() <= most, $"{seats.Key} carries {seats.Count()} visits");
            }
        }

        return Task.CompletedTask;
    }

    private static Task OrderAsync(Trial<IInspectorMatcher> trial)
    {
        foreach (string name in Names)
        {
            MatchProblem problem = Problem(name);
            MatchProblem reversed = MatchProblem.Of(problem.Visits.Reverse(), problem.Inspectors.Reverse(), problem.Exclusions.Reverse(), problem.Locked.Reverse(), problem.LoadPolicy);
            Expect.Equal(trial.Subject.Match(problem, SeedOf(name)).Digest, trial.Subject.Match(reversed, SeedOf(name)).Digest, $"Digest of {name}, given the other way round");
        }

        return Task.CompletedTask;
    }

    private static async Task EverywhereAsync(Trial<IInspectorMatcher> trial)
    {
        MatchProblem problem = Large(60);
        Elsewhere.SameInEveryCulture(Answer, "Digest");
        await Elsewhere.SameAtOnceAsync(trial.Settings.AtOnce, Answer, "Digest");

        string Answer() => trial.Subject.Match(problem, SeedOf("everywhere")).Digest.Hex;
    }

    private static Task NobodyAsync(Trial<IInspectorMatcher> trial)
    {
        MatchResult result = trial.Subject.Match(MatchProblem.Of([], [Inspector(1)]), SeedOf("nobody"));
        Expect.True(result.Teams.IsEmpty && result.Short is null, "No teams, and nothing short");
        Expect.Same([new InspectorLevel("I001", 0)], result.Levels, "Levels");
        return Task.CompletedTask;
    }

    private static Task MixFactorAsync(Trial<IInspectorMatcher> trial)
    {
        MatchProblem problem = Large(10);
        Expect.Refuses("RI3120", () => trial.Subject.Match(problem, SeedOf("mix"), -1), "A mixing factor of −1");
        Expect.Refuses("RI3120", () => trial.Subject.Match(problem, SeedOf("mix"), 1_001), "A mixing factor of 1001");
        Expect.Refuses("RI3120", () => trial.Subject.MatchExperts(problem, trial.Subject.Match(problem, SeedOf("mix")), SeedOf("mix"), -1), "A mixing factor of −1 for experts");
        Expect.True(trial.Subject.Match(problem, SeedOf("mix"), 0).IsUnmixed, "A factor of 0 says that nothing was mixed");
        Expect.True(!trial.Subject.Match(problem, SeedOf("mix")).IsUnmixed, "The default factor mixes");
        return Task.CompletedTask;
    }

    private static Task ProgressAsync(Trial<IInspectorMatcher> trial)
    {
        Told told = new();
        trial.Subject.Match(Large(60), SeedOf("progress"), progress: told);
        Expect.True(told.Reports.Count is > 0 and <= 100, $"Told {told.Reports.Count} times");
        Expect.Same(told.Reports.OrderBy(r => r.Done), told.Reports, "Progress goes forward");
        return Task.CompletedTask;
    }

    private static Task ExpertsAsync(Trial<IInspectorMatcher> trial)
    {
        MatchProblem officers = MatchProblem.Of(
            [new MatchVisit("V1", null, new TeamNeed("market", 2)), new MatchVisit("V2", null, new TeamNeed("market", 2, ["rare"]))], [Inspector(1), Inspector(2), Inspector(3)]);
        MatchProblem experts = MatchProblem.Of(
            [new MatchVisit("V1", null, new TeamNeed("institute", 1)), new MatchVisit("V2", null, new TeamNeed("institute", 1)), new MatchVisit("V3", null, new TeamNeed("institute", 1))],
            [new MatchInspector("E1", "institute", null), new MatchInspector("E2", "institute", null)]);
        MatchResult first = trial.Subject.Match(officers, SeedOf("officers"));
        MatchResult second = trial.Subject.MatchExperts(experts, first, SeedOf("experts"));
        Expect.Same(["V1"], second.Teams.Select(t => t.Visit), "Visits that get experts");
        Expect.Equal(trial.Subject.Match(experts.Only(["V1"]), SeedOf("experts")).Digest, second.Digest, "Digest beside that of a match of the complete visits alone");
        return Task.CompletedTask;
    }

    private static Task ReplaceAsync(Trial<IInspectorMatcher> trial)
    {
        MatchProblem problem = Large(12);
        ImmutableArray<MatchedTeam> teams = trial.Subject.Match(problem, SeedOf("replace")).Teams;
        MatchedTeam team = teams[0];
        ReplacementRequest request = new("T1", team.Visit, team.Inspectors[0], 1, "病假", "机关负责人", []);
        ReplacementOutcome.Replaced replaced = trial.Subject.Replace(problem, teams, request, SeedOf("replace")) as ReplacementOutcome.Replaced
            ?? throw new ConformanceException("Inspectors are left, and nobody took the seat.");
        Expect.True(replaced.Moves.Length == 1 && !team.Inspectors.Contains(replaced.Moves[0].Inspector), "One move, of somebody who did not sit there");
        Expect.True(!replaced.Teams[0].Inspectors.Contains(request.Inspector) && replaced.Teams[0].Missing == 0, "The team is complete without who fell out");
        Expect.Same(teams.Skip(1).Select(Line), replaced.Teams.Skip(1).Select(Line), "The other teams");
        Expect.Refuses("RI3122", () => trial.Subject.Replace(problem, teams, request with { Inspector = "nobody" }, SeedOf("replace")), "Somebody who does not sit there");
        Expect.Refuses("RI3121", () => trial.Subject.Replace(problem, teams.RemoveAt(1), request, SeedOf("replace")), "Teams that are not the problem's");
        return Task.CompletedTask;

        static string Line(MatchedTeam of) => $"{of.Visit}: {string.Join(' ', of.Inspectors)}";
    }

    private static MatchProblem Problem(string name) => MatchProblemDocument.Parse(Vectors.Json($"matching/{name}.json").GetProperty("problem").GetRawText());

    private static JsonElement Known(string name) => Vectors.Json($"matching/{name}.json").GetProperty("known");

    private static Seed SeedOf(string text) => Seed.Of(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static MatchInspector Inspector(int number) => new($"I{number:D3}", "market", null);

    private static MatchProblem Large(int visits) => MatchProblem.Of(
        Enumerable.Range(0, visits).Select(n => new MatchVisit($"V{n:D4}", null, new TeamNeed("market", 2))),
        Enumerable.Range(0, 3 + (visits / 3)).Select(Inspector),
        Enumerable.Range(0, visits / 2).Select(n => new MatchExclusion($"V{2 * n:D4}", "I001", "RI3002")));

    private sealed class Told : IProgress<MatchProgress>
    {
        public List<MatchProgress> Reports { get; } = [];

        public void Report(MatchProgress value) => Reports.Add(value);
    }
}
