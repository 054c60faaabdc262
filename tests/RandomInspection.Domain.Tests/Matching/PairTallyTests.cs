using System.Text;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>Matches repeated with seeds that follow from one, and their counts as a document.</summary>
public sealed class PairTallyTests
{
    private static readonly MatchProblem Problem = MatchProblem.Of(
        [new MatchVisit("V1", null, new TeamNeed("D", 1)), new MatchVisit("V2", null, new TeamNeed("D", 1))],
        [new MatchInspector("a", "D", 1), new MatchInspector("b", "D", 1)]);

    [Fact]
    public void Tally_TwoVisitsTwoInspectors_EveryRepeatCountedInOrder()
    {
        List<long> told = [];
        PairTally tally = RepeatedMatch.Tally(Problem, MatchVector.Seed("x"), 1, 40, new Told(told), TestContext.Current.CancellationToken);
        Assert.Equal(40, tally.Repeats);
        Assert.Equal([("V1", "a"), ("V1", "b"), ("V2", "a"), ("V2", "b")], tally.Pairs.Select(pair => (pair.Visit, pair.Inspector)));
        Assert.Equal(40, tally.Pairs[0].Count + tally.Pairs[1].Count);
        Assert.Equal((tally.Pairs[0].Count, tally.Pairs[1].Count), (tally.Pairs[3].Count, tally.Pairs[2].Count));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), told);
        Assert.Equal(PairTallyDocument.Write(tally), PairTallyDocument.Write(RepeatedMatch.Tally(Problem, MatchVector.Seed("x"), 1, 40, cancellation: TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void Tally_RepeatsOutOfRange_RI1360(int repeats) =>
        RefusalAssert.Input("RI1360", () => RepeatedMatch.Tally(Problem, MatchVector.Seed("x"), 1, repeats), ("repeats", $"{repeats}"), ("most", "1000000"));

    [Fact]
    public void Tally_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => RepeatedMatch.Tally(Problem, MatchVector.Seed("x"), 1, 3, cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void Write_Tally_TheseBytes() => Assert.Equal(
        "{\n \"repeat\": 3,\n \"pairs\": [\n  {\n   \"visit\": \"V1\",\n   \"inspector\": \"a\",\n   \"count\": 2\n  }\n ]\n}\n",
        Encoding.UTF8.GetString(PairTallyDocument.Write(new PairTally(3, [new PairCount("V1", "a", 2)]))));

    [Fact]
    public void Read_PairsInAnyOrder_InOrder()
    {
        PairTally tally = PairTallyDocument.Read("""{"repeat":3,"pairs":[{"visit":"V2","inspector":"a","count":0},{"visit":"V1","inspector":"b","count":1},{"visit":"V1","inspector":"a","count":3}]}"""u8);
        Assert.Equal([new PairCount("V1", "a", 3), new PairCount("V1", "b", 1), new PairCount("V2", "a", 0)], tally.Pairs);
        Assert.Equal(3, tally.Repeats);
    }

    [Theory]
    [InlineData("RI1204", """{"repeat":0,"pairs":[]}""")]
    [InlineData("RI1204", """{"repeat":1000001,"pairs":[]}""")]
    [InlineData("RI1204", """{"repeat":1,"pairs":[{"visit":"V1","inspector":"a","count":2}]}""")]
    [InlineData("RI1204", """{"repeat":1,"pairs":[{"visit":"V1","inspector":"a","count":-1}]}""")]
    [InlineData("RI1203", """{"repeat":1,"pairs":[{"visit":"V1","count":1}]}""")]
    [InlineData("RI1202", """{"repeat":1,"pairs":[],"more":1}""")]
    [InlineData("RI1361", """{"repeat":1,"pairs":[{"visit":"V1","inspector":"a","count":1},{"visit":"V2","inspector":"a","count":1},{"visit":"V1","inspector":"a","count":0}]}""")]
    public void Read_NoTally_Refused(string code, string text) => RefusalAssert.Contains(code, () => PairTallyDocument.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void TeamNeed_OneThingDifferent_NotEqual()
    {
        TeamNeed need = new("D", 2, ["A"], ["R"]);
        Assert.True(need.Equals((object)new TeamNeed("D", 2, ["A"], ["R"])));
        Assert.Equal(need.GetHashCode(), new TeamNeed("D", 2, ["A"], ["R"]).GetHashCode());
        Assert.All([new TeamNeed("E", 2, ["A"], ["R"]), new TeamNeed("D", 1, ["A"], ["R"]), new TeamNeed("D", 2, ["B"], ["R"]), new TeamNeed("D", 2, ["A"], ["S"]), new TeamNeed("D", 2)], other => Assert.False(need.Equals(other)));
        Assert.False(need.Equals((object)"D"));
    }

    [Fact]
    public void MatchProblem_LoadPolicyOfNoName_Refused() =>
        Assert.Equal("loadPolicy", Assert.Throws<ArgumentOutOfRangeException>(() => MatchProblem.Of([], [], loadPolicy: (LoadPolicy)9)).ParamName);

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}
