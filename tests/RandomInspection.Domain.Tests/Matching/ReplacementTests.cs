using System.Collections.Immutable;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>One officer falls out after the match.</summary>
public sealed class ReplacementTests
{
    private static readonly InspectorMatcher Matcher = new();
    private static readonly MatchProblem Problem = MatchProblem.Of(
        [new MatchVisit("V1", null, new TeamNeed("D", 2)), new MatchVisit("V2", null, new TeamNeed("D", 1)), new MatchVisit("V3", null, new TeamNeed("D", 1, null, ["R"]))],
        [new MatchInspector("a", "D", 1), new MatchInspector("b", "D", 1), new MatchInspector("c", "D", 1, 0, ["R"]), new MatchInspector("d", "D", 1, 0, ["S"]), new MatchInspector("e", "D", 1, 3, ["S"])],
        [new MatchExclusion("V2", "e", "RI3002")]);

    [Fact]
    public void Replace_SomebodyFree_ThatSeatAloneAndUniform()
    {
        MatchProblem problem = MatchProblem.Of(
            [new MatchVisit("V1", null, new TeamNeed("D", 2))],
            [.. Enumerable.Range(0, 6).Select(i => new MatchInspector($"O{i}", "D", 1, i == 5 ? 1 : 0))]);
        ImmutableArray<MatchedTeam> teams = Matcher.Match(problem, MatchVector.Seed("x")).Teams;
        Dictionary<string, int> counts = [];
        for (int counter = 1; counter <= 1000; counter++)
        {
            ReplacementOutcome.Replaced replaced = Assert.IsType<ReplacementOutcome.Replaced>(Matcher.Replace(problem, teams, Request("V1", teams[0].Inspectors[0], counter), MatchVector.Seed("x")));
            SeatMove move = Assert.Single(replaced.Moves);
            Assert.Null(move.From);
            counts[move.Inspector] = counts.GetValueOrDefault(move.Inspector) + 1;
        }

        // Those of the lowest level only, about equally often.
        Assert.Equal(problem.Inspectors.Take(5).Select(i => i.Id).Except(teams[0].Inspectors), counts.Keys.Order(StringComparer.Ordinal));
        Assert.All(counts.Values, c => Assert.InRange(c, 275, 395));
    }

    [Fact]
    public void Replace_Counter_ChangesTheSubSeedAndNothingElseDoes()
    {
        ImmutableArray<MatchedTeam> teams = Matcher.Match(Problem, MatchVector.Seed("x")).Teams;
        string leaving = teams[0].Inspectors[0];
        string[] seeds = [.. new[] { Request("V1", leaving, 1), Request("V1", leaving, 2), Request("V1", leaving, 1) with { Reason = "回避成立" } }
            .Select(r => Matcher.Replace(Problem, teams, r, MatchVector.Seed("x"))).OfType<ReplacementOutcome.Replaced>().Select(r => r.SubSeed.Hex)];
        Assert.Equal(3, seeds.Length);
        Assert.NotEqual(seeds[0], seeds[1]);
        Assert.Equal(seeds[0], seeds[2]);
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
                $"random-inspection-match/1 replacement\n{MatchVector.Seed("x").Hex}\ntask\nV1\nD\n1\n"))),
            seeds[0]);
    }

    [Fact]
    public void Replace_NobodyFreeForTheSeat_OthersShift()
    {
        // Only e is free, and may not go to V2: somebody comes over from V1, and e goes there.
        ImmutableArray<MatchedTeam> teams =
        [
            new("V1", Problem.Visits[0].Teams[0], ["a", "d"], 5),
            new("V2", Problem.Visits[1].Teams[0], ["b"], 4),
            new("V3", Problem.Visits[2].Teams[0], ["c"], 3),
        ];
        ReplacementOutcome.Replaced replaced = Assert.IsType<ReplacementOutcome.Replaced>(Matcher.Replace(Problem, teams, Request("V2", "b", 1), MatchVector.Seed("x")));
        Assert.Equal(["V2 V1", "V1 "], replaced.Moves.Select(m => $"{m.Visit} {m.From}"));
        Assert.Equal("e", replaced.Moves[1].Inspector);
        Assert.Contains(replaced.Moves[0].Inspector, (string[])["a", "d"]);

        ReplacementOutcome.NobodyLeft nobody = Assert.IsType<ReplacementOutcome.NobodyLeft>(
            Matcher.Replace(Problem, teams, Request("V2", "b", 1) with { SettledVisits = ["V1", "V3"] }, MatchVector.Seed("x")));
        Assert.Equal(["RI3002 e", "RI3009 a c d"], nobody.Out.Select(o => $"{o.Reason.Code} {string.Join(' ', o.Inspectors)}"));
    }

    [Fact]
    public void Replace_BadRequests_Refused()
    {
        ImmutableArray<MatchedTeam> teams = Matcher.Match(Problem, MatchVector.Seed("x")).Teams;
        string leaving = teams[0].Inspectors[0];
        RefusalAssert.Input("RI3122", () => Replace(teams, Request("V9", leaving, 1)), ("visit", "V9"), ("inspector", leaving));
        RefusalAssert.Input("RI3123", () => Replace(teams, Request("V1", leaving, 0)), ("counter", "0"));
        RefusalAssert.Input("RI3102", () => Replace(teams, Request("V1", leaving, 1) with { Reason = "" }), ("what", "reason"), ("text", ""));
        RefusalAssert.Input("RI3101", () => Replace(teams, Request("V1", leaving, 1) with { Task = "a b" }), ("what", "task"), ("id", "a b"));
        RefusalAssert.Contains("RI3121", () => Replace(teams[..2], Request("V1", leaving, 1)), ("detailEn", "2 teams instead of 3"));
        RefusalAssert.Contains("RI3121", () => Replace([teams[1], teams[0], teams[2]], Request("V1", leaving, 1)), ("detailEn", "V2"));
        RefusalAssert.Contains("RI3121", () => Replace([teams[0], teams[1] with { Inspectors = ["x"] }, teams[2]], Request("V1", leaving, 1)), ("detailEn", "V2 x"));

        static void Replace(ImmutableArray<MatchedTeam> teams, ReplacementRequest request) => Matcher.Replace(Problem, teams, request, MatchVector.Seed("x"));
    }

    private static ReplacementRequest Request(string visit, string inspector, int counter) => new("task", visit, inspector, counter, "病假", "head", []);
}
