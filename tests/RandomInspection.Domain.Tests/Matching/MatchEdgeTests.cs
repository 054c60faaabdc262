using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>Matches at their edges: labels that JSON escapes, results that somebody changed, many seats of few, integers that are thrown away.</summary>
public sealed class MatchEdgeTests
{
    private static readonly InspectorMatcher Matcher = new();
    private static readonly Seed Seed = MatchVector.Seed("edge");

    [Fact]
    public void Labels_WithQuotesAndBackslashes_AreJsonAndAreReadAgain()
    {
        MatchProblem problem = MatchProblem.Of(
            [new MatchVisit("V\"1", null, new TeamNeed("市场\"监管\"\\一处", 1, ["特\"种\\"]))],
            [new MatchInspector("O\\1", "市场\"监管\"\\一处", 1, 0, null, ["特\"种\\"])]);
        byte[] canonical = problem.ToCanonicalJson();
        using JsonDocument json = JsonDocument.Parse(canonical);
        Assert.Equal("V\"1", json.RootElement.GetProperty("visits")[0].GetProperty("id").GetString());
        Assert.Equal("O\\1", json.RootElement.GetProperty("inspectors")[0].GetProperty("id").GetString());
        Assert.Equal("市场\"监管\"\\一处", json.RootElement.GetProperty("inspectors")[0].GetProperty("department").GetString());
        MatchProblem read = MatchProblemDocument.Parse(canonical);
        Assert.Equal(canonical, read.ToCanonicalJson());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(canonical)), problem.Digest.Hex);

        MatchResult result = Matcher.Match(problem, Seed);
        MatchedTeam team = Assert.Single(MatchResultDocument.ReadTeams(problem, MatchResultDocument.Write(result)));
        Assert.Equal(("V\"1", "O\\1"), (team.Visit, Assert.Single(team.Inspectors)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("编号")]
    [InlineData(129)]
    public void MatchInspector_IdOfAnotherForm_RI3101(object id)
    {
        string text = id as string ?? new string('x', (int)id);
        RefusalAssert.Input("RI3101", () => _ = new MatchInspector(text, "D", 1), ("what", "inspector"), ("id", text));
        Assert.Equal(128, new MatchInspector(new string('x', 128), "D", 1).Id.Length);
    }

    [Fact]
    public void Parse_OnlyWhatIsNeeded_NothingElseAndBalanced()
    {
        MatchProblem problem = MatchProblemDocument.Parse("""{"visits":[{"id":"V","teams":[{"department":"D","count":1}]}],"inspectors":[{"id":"O","department":"D"}]}""");
        Assert.Empty(problem.Exclusions);
        Assert.Empty(problem.Locked);
        Assert.Equal(LoadPolicy.Balanced, problem.LoadPolicy);
        Assert.Equal(LoadPolicy.Balanced, MatchProblemDocument.Parse("""{"visits":[],"inspectors":[],"loadPolicy":"balanced"}""").LoadPolicy);
        Assert.Equal(LoadPolicy.CapacityOnly, MatchProblemDocument.Parse("""{"visits":[],"inspectors":[],"loadPolicy":"capacityOnly"}""").LoadPolicy);
    }

    [Theory]
    [InlineData("2026-3-2")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-02T")]
    [InlineData("tomorrow..")]
    public void Parse_NoDate_RI1204NamesTheMember(string date) => RefusalAssert.Contains(
        "RI1204",
        () => MatchProblemDocument.Parse($$"""{"visits":[{"id":"V","window":{"from":"{{date}}","to":"2026-03-09"},"teams":[{"department":"D","count":1}]}],"inspectors":[]}"""),
        ("member", "visits[0].window.from"));

    [Fact]
    public void ReadTeams_MixingSaidTwoWays_Refused()
    {
        MatchProblem problem = Pairs();
        string mixed = Text(Matcher.Match(problem, Seed)), unmixed = Text(Matcher.Match(problem, Seed, 0));
        Assert.Contains("\"unmixed\": true", unmixed, StringComparison.Ordinal);
        Assert.Equal(2, Read(unmixed).Length);
        foreach (string changed in new[]
        {
            unmixed.Replace("\"mixFactor\": 0", "\"mixFactor\": 3", StringComparison.Ordinal),
            unmixed.Replace("\"unmixed\": true", "\"unmixed\": false", StringComparison.Ordinal),
            mixed.Replace("\"mixFactor\": 3", "\"mixFactor\": 0", StringComparison.Ordinal),
            mixed.Replace("\"mixFactor\": 3,", "\"mixFactor\": 3, \"unmixed\": true,", StringComparison.Ordinal),
        })
        {
            RefusalAssert.Contains("RI1204", () => Read(changed), ("member", "mixFactor"));
        }

        ImmutableArray<MatchedTeam> Read(string text) => MatchResultDocument.ReadTeams(problem, Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void ReadTeams_TeamsMissingMoreOrOfAnotherNeed_RI3121()
    {
        MatchProblem problem = Pairs();
        MatchResult result = Matcher.Match(problem, Seed);
        MatchedTeam first = result.Teams[0], second = result.Teams[1];
        Refused(result with { Teams = [first] }, "the result's digest does not fit");
        Refused(result with { Teams = [first, second, second] }, second.Visit);
        Refused(result with { Teams = [second, first] }, second.Visit);
        Refused(result with { Teams = [first, new MatchedTeam(second.Visit, new TeamNeed("E", 2), second.Inspectors, 4)] }, second.Visit);
        Refused(result with { Teams = [first, new MatchedTeam(second.Visit, second.Need, second.Inspectors.Add("O9"), 4)] }, second.Visit);
        Refused(result with { Levels = result.Levels.SetItem(0, result.Levels[0] with { Level = 9 }) }, "the result's digest does not fit");

        void Refused(MatchResult changed, string detail) =>
            RefusalAssert.Contains("RI3121", () => MatchResultDocument.ReadTeams(problem, MatchResultDocument.Write(changed)), ("detailEn", detail));
    }

    [Fact]
    public void Write_RelaxationOfNoName_NotGuessed()
    {
        MatchResult result = Matcher.Match(MatchProblem.Of([new MatchVisit("V", null, new TeamNeed("D", 2))], [new MatchInspector("O", "D", 1)]), Seed);
        ShortagePart part = Assert.Single(result.Short!.Parts);
        Assert.ThrowsAny<Exception>(() => MatchResultDocument.Write(result with { Short = result.Short with { Parts = [part with { Relaxations = [new Relaxation((RelaxationKind)99, [], null, 1)] }] } }));
    }

    [Theory]
    [InlineData(LoadPolicy.Balanced)]
    [InlineData(LoadPolicy.CapacityOnly)]
    public void Match_ManyVisitsOfTwo_AllStaffedAndAsEvenAsThePolicySays(LoadPolicy policy)
    {
        MatchProblem problem = MatchProblem.Of(
            Enumerable.Range(0, 300).Select(i => new MatchVisit($"V{i:000}", null, new TeamNeed("D", 1))),
            Enumerable.Range(0, 3).Select(i => new MatchInspector($"O{i}", "D", null)), loadPolicy: policy);
        List<MatchProgress> told = [];
        MatchResult result = Matcher.Match(problem, Seed, progress: new Told(told));
        Assert.Null(result.Short);
        int[] loads = [.. problem.Inspectors.Select(inspector => result.Teams.Count(team => team.Inspectors.Contains(inspector.Id)))];
        Assert.Equal(300, loads.Sum());
        Assert.Equal(loads, result.Levels.Select(level => level.Level));
        Assert.True(policy == LoadPolicy.CapacityOnly || loads.All(load => load == 100), string.Join(' ', loads));
        Assert.NotEmpty(told);
        Assert.Equal(told[^1].Total, told[^1].Done);
        Assert.True(told.Zip(told.Skip(1)).All(pair => pair.First.Done < pair.Second.Done));
        Assert.Equal(result.Digest, Matcher.Match(problem, Seed).Digest); // whoever listens changes nothing
    }

    [Fact]
    public void Match_ManyWithoutALimit_EverySeatIsStaffedAndEveryLevelTrue()
    {
        MatchProblem problem = MatchProblem.Of(
            Enumerable.Range(0, 400).Select(i => new MatchVisit($"V{i:000}", null, new TeamNeed("D", 2))),
            Enumerable.Range(0, 25).Select(i => new MatchInspector($"O{i:00}", "D", null)), loadPolicy: LoadPolicy.CapacityOnly);
        MatchResult result = Matcher.Match(problem, Seed);
        Assert.Null(result.Short);
        Assert.All(result.Teams, team => Assert.Equal(2, team.Inspectors.Distinct().Count()));
        Assert.Equal(problem.Inspectors.Select(inspector => result.Teams.Count(team => team.Inspectors.Contains(inspector.Id))), result.Levels.Select(level => level.Level));
    }

    [Fact]
    public void Match_TeamsOfManySeats_EverybodyOnceInEach()
    {
        MatchProblem problem = MatchProblem.Of(
            Enumerable.Range(0, 3).Select(i => new MatchVisit($"V{i}", null, new TeamNeed("D", 20))),
            Enumerable.Range(0, 30).Select(i => new MatchInspector($"O{i:00}", "D", 2)));
        MatchResult result = Matcher.Match(problem, Seed);
        Assert.Null(result.Short);
        Assert.All(result.Teams, team => Assert.Equal(20, team.Inspectors.Distinct().Count()));
        Assert.All(result.Levels, level => Assert.Equal(2, level.Level));
    }

    [Fact]
    public void Below_WordsThatWouldFavourTheSmall_AreThrownAway()
    {
        const ulong Bound = 3UL << 62; // of the words of 64 bits, a quarter is too large
        Digest problem = Digest.Parse(new string('a', 64));
        ulong[] words = [.. Enumerable.Range(0, 100).SelectMany(counter => Words($"random-inspection-match/1\n{problem.Hex}\n{Seed.Hex}\nedge\n{counter}"))];
        ulong[] fair = [.. words.Where(word => word < Bound)];
        Assert.InRange(fair.Length, 250, 350);
        MatchStream stream = new(problem, Seed, "edge");
        Assert.Equal(fair, fair.Select(_ => stream.Below(Bound)));

        static IEnumerable<ulong> Words(string text)
        {
            byte[] digest = SHA256.HashData(Encoding.ASCII.GetBytes(text));
            return Enumerable.Range(0, 4).Select(word => BinaryPrimitives.ReadUInt64BigEndian(digest.AsSpan(8 * word)));
        }
    }

    [Fact]
    public void ClassKey_CountDifferent_EqualAndNothingElse()
    {
        DateInterval week = new(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 6));
        ClassKey key = new(new TeamNeed("D", 2, ["A"], ["R"]), week);
        ClassKey same = new(new TeamNeed("D", 1, ["A"], ["R"]), new DateInterval(week.Start, week.End));
        Assert.Equal(key, same);
        Assert.Equal(key.GetHashCode(), same.GetHashCode());
        Assert.Equal(key, key with { });
        Assert.False(key.Equals(null));
        Assert.All(
            [key.WithoutWindow, key with { Need = new TeamNeed("E", 2, ["A"], ["R"]) }, key with { Need = new TeamNeed("D", 2, ["B"], ["R"]) }, key with { Need = new TeamNeed("D", 2, ["A"], ["S"]) }],
            other => Assert.NotEqual(key, other));
        Assert.Equal(key.WithoutWindow, same.WithoutWindow);
        Assert.Equal(key.WithoutWindow.GetHashCode(), same.WithoutWindow.GetHashCode());
    }

    [Fact]
    public void WhyExcluded_ExcludedOrNot_TheSmallestCodeOrNothing()
    {
        MatchProblem problem = MatchProblem.Of(
            [new MatchVisit("V", null, new TeamNeed("D", 1))],
            [new MatchInspector("a", "D", 1), new MatchInspector("b", "D", 1)],
            [new MatchExclusion("V", "a", "rotation"), new MatchExclusion("V", "a", "RI3002")]);
        MatchGraph graph = new(problem, new MatchStream(problem.Digest, Seed, "relabel"));
        int[] positions = [.. Enumerable.Range(0, 2).OrderBy(position => graph.Inspector(position).Id, StringComparer.Ordinal)];
        Assert.Equal("RI3002", graph.WhyExcluded(0, positions[0])?.Code);
        Assert.Null(graph.WhyExcluded(0, positions[1]));
    }

    [Fact]
    public void Match_NoVisits_NothingToDo()
    {
        MatchResult result = Matcher.Match(MatchProblem.Of([], [new MatchInspector("a", "D", 1)]), Seed);
        Assert.Empty(result.Teams);
        Assert.Equal(0, Assert.Single(result.Levels).Level);
        Assert.Null(result.Short);
    }

    [Fact]
    public void Replace_WhoIsAssignedDirectly_Refused()
    {
        MatchProblem problem = MatchProblem.Of(
            [new MatchVisit("V", null, new TeamNeed("D", 2))],
            [new MatchInspector("a", "D", 1), new MatchInspector("b", "D", 1), new MatchInspector("c", "D", 1)],
            null,
            [new LockedSeat("V", "a", "D")]);
        ImmutableArray<MatchedTeam> teams = Matcher.Match(problem, Seed).Teams;
        RefusalAssert.Input("RI3122", () => Matcher.Replace(problem, teams, Request("V", "a"), Seed), ("visit", "V"), ("inspector", "a"));
        string other = teams[0].Inspectors.Single(inspector => inspector != "a");
        ReplacementOutcome.Replaced replaced = Assert.IsType<ReplacementOutcome.Replaced>(Matcher.Replace(problem, teams, Request("V", other), Seed));
        Assert.Equal(["a", other == "b" ? "c" : "b"], replaced.Teams[0].Inspectors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Replace_TeamsThatCannotBe_RI3121NamesTheSeat()
    {
        MatchProblem problem = Pairs();
        ImmutableArray<MatchedTeam> teams = Matcher.Match(problem, Seed).Teams;
        MatchedTeam second = teams[1];
        Refused([teams[0]], "1 teams instead of 2");
        RefusalAssert.Contains("RI3121", () => Matcher.Replace(problem, [teams[0]], Request(teams[0].Visit, teams[0].Inspectors[0]), Seed), ("detailZh", "检查组 1 个，应为 2 个"));
        Refused([teams[0], new MatchedTeam(second.Visit, second.Need, [second.Inspectors[0], second.Inspectors[0]], 4)], $"{second.Visit} {second.Inspectors[0]}");
        Refused([teams[0], new MatchedTeam(second.Visit, second.Need, [.. problem.Inspectors.Select(inspector => inspector.Id)], 4)], second.Visit);
        Refused([teams[0], new MatchedTeam(second.Visit, second.Need, ["nobody"], 4)], $"{second.Visit} nobody");
        Refused([teams[0], new MatchedTeam("V9", second.Need, second.Inspectors, 4)], "V9");

        void Refused(ImmutableArray<MatchedTeam> changed, string detail) =>
            RefusalAssert.Contains("RI3121", () => Matcher.Replace(problem, changed, Request(teams[0].Visit, teams[0].Inspectors[0]), Seed), ("detailEn", detail));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void Match_MixingFactorUpToTheMost_ElseRI3120(int factor, bool may)
    {
        if (may)
        {
            Assert.Equal(factor, Matcher.Match(Pairs(), Seed, factor).MixFactor);
        }
        else
        {
            RefusalAssert.Input("RI3120", () => Matcher.Match(Pairs(), Seed, factor), ("factor", $"{factor}"), ("most", "1000"));
        }
    }

    [Fact]
    public void Replace_NoVisitSaidToBeSettled_OthersMayMove()
    {
        // c alone may go to V2, and sits in V1, where d may go.
        MatchProblem problem = MatchProblem.Of(
            [new MatchVisit("V1", null, new TeamNeed("D", 1)), new MatchVisit("V2", null, new TeamNeed("D", 1, null, ["R"]))],
            [new MatchInspector("b", "D", 1, 0, ["R"]), new MatchInspector("c", "D", 1, 0, ["R"]), new MatchInspector("d", "D", 1, 0, ["S"])]);
        ImmutableArray<MatchedTeam> teams = [new("V1", problem.Visits[0].Teams[0], ["c"], 3), new("V2", problem.Visits[1].Teams[0], ["b"], 2)];
        foreach (ImmutableArray<string> settled in new ImmutableArray<string>[] { default, [] })
        {
            ReplacementOutcome.Replaced replaced = Assert.IsType<ReplacementOutcome.Replaced>(Matcher.Replace(problem, teams, Request("V2", "b") with { SettledVisits = settled }, Seed));
            Assert.Equal(["V2 c V1", "V1 d "], replaced.Moves.Select(move => $"{move.Visit} {move.Inspector} {move.From}"));
        }
    }

    [Theory]
    [InlineData("2026-03-03", null, "RI3007")]
    [InlineData(null, "2026-03-05", "RI3007")]
    [InlineData("2026-03-02", "2026-03-06", null)]
    public void Shortage_CertificateOfPartOfTheWindow_IsWhatStandsAgainst(string? from, string? to, string? code)
    {
        DateInterval week = new(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 6));
        MatchResult result = Matcher.Match(
            MatchProblem.Of([new MatchVisit("V", week, new TeamNeed("D", 2))], [new MatchInspector("a", "D", 1), new MatchInspector("b", "D", 1, certificateValidFrom: Day(from), certificateValidTo: Day(to))]), Seed);
        Assert.Equal(code is null, result.Short is null);
        if (code is not null)
        {
            ShortagePart part = Assert.Single(result.Short!.Parts);
            Assert.Contains(part.Out, reason => reason.Reason.Code == code && reason.Inspectors is ["b"]);
            Assert.Equal((RelaxationKind.Certificate, "b", 1), (part.Relaxations[0].Kind, Assert.Single(part.Relaxations[0].Inspectors), part.Relaxations[0].Helps));
        }

        static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }

    private static MatchProblem Pairs() => MatchProblem.Of(
        [new MatchVisit("V1", null, new TeamNeed("D", 2)), new MatchVisit("V2", null, new TeamNeed("D", 2))],
        Enumerable.Range(0, 4).Select(i => new MatchInspector($"O{i.ToString(CultureInfo.InvariantCulture)}", "D", 1)));

    private static string Text(MatchResult result) => Encoding.UTF8.GetString(MatchResultDocument.Write(result));

    private static ReplacementRequest Request(string visit, string inspector) => new("task", visit, inspector, 1, "病假", "head", []);

    private sealed class Told(List<MatchProgress> told) : IProgress<MatchProgress>
    {
        public void Report(MatchProgress value) => told.Add(value);
    }
}
