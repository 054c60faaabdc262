using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>What problems are refused for, with code and values.</summary>
public sealed class MatchRefusalTests
{
    private const string Team = """{"department":"MR","count":2}""";
    private const string Visit = $$"""{"id":"V1","window":{"from":"2026-03-02","to":"2026-03-06"},"teams":[{{Team}}]}""";
    private const string One = """{"id":"O1","department":"MR","capacity":2,"qualifications":["A"]}""";
    private const string Two = """{"id":"O2","department":"FD","capacity":1}""";
    private const string Sound = $$"""{"visits":[{{Visit}}],"inspectors":[{{One}},{{Two}}],"exclusions":[{"visit":"V1","inspector":"O2","code":"RI3002"}],"locked":[{"visit":"V1","inspector":"O1","department":"MR"}],"loadPolicy":"balanced"}""";

    public static TheoryData<string, string, string, string, string> Changes => new()
    {
        // code, what is replaced, by what, a value's name, the value
        { "RI1201", "]}", "]", "document", "problem" },
        { "RI1201", "\"loadPolicy\"", "\"visits\"", "document", "problem" },
        { "RI1202", "\"loadPolicy\"", "\"policy\"", "member", "policy" },
        { "RI1202", "\"capacity\":2", "\"capacity\":2,\"name\":\"Li\"", "member", "inspectors[0].name" },
        { "RI1203", "\"department\":\"MR\",\"count\":2", "\"count\":2", "member", "visits[0].teams[0].department" },
        { "RI1203", ",\"code\":\"RI3002\"", "", "member", "exclusions[0].code" },
        { "RI1204", "\"balanced\"", "\"fair\"", "value", "\"fair\"" },
        { "RI1204", "\"count\":2", "\"count\":2.0", "value", "2.0" },
        { "RI1204", "\"capacity\":1", "\"capacity\":-1", "value", "-1" },
        { "RI1204", "2026-03-06", "2026-3-6", "value", "\"2026-3-6\"" },
        { "RI1204", "2026-03-06", "2026-02-30", "value", "\"2026-02-30\"" },
        { "RI3101", "\"id\":\"V1\"", "\"id\":\"V 1\"", "id", "V 1" },
        { "RI3101", "\"id\":\"O1\"", "\"id\":\"李\"", "id", "李" },
        { "RI3101", "\"id\":\"O1\"", "\"id\":\"\"", "id", "" },
        { "RI3102", "\"department\":\"FD\"", "\"department\":\"\"", "what", "department" },
        { "RI3102", "[\"A\"]", "[\"A\\u0000\"]", "what", "qualification" },
        { "RI3102", "[\"A\"]", "[\"e\\u0301\"]", "what", "qualification" },
        { "RI3103", "\"id\":\"O2\"", "\"id\":\"O1\"", "id", "O1" },
        { "RI3103", Visit, Visit + "," + Visit, "id", "V1" },
        { "RI3103", "[\"A\"]", "[\"A\",\"A\"]", "id", "A" },
        { "RI3104", "\"capacity\":1", "\"capacity\":0", "capacity", "0" },
        { "RI3104", "\"capacity\":1", "\"capacity\":1000001", "capacity", "1000001" },
        { "RI3105", "\"teams\":[" + Team + "]", "\"teams\":[]", "visit", "V1" },
        { "RI3106", "2026-03-06", "2026-03-01", "to", "2026-03-01" },
        { "RI3106", "\"capacity\":1", "\"capacity\":1,\"leave\":[{\"from\":\"2026-03-02\",\"to\":\"2026-03-01\"}]", "what", "O2.leave" },
        { "RI3106", "\"capacity\":1", "\"capacity\":1,\"certificateValidFrom\":\"2026-03-02\",\"certificateValidTo\":\"2026-03-01\"", "what", "O2.certificate" },
        { "RI3107", "\"count\":2", "\"count\":0", "count", "0" },
        { "RI3107", "\"count\":2", "\"count\":1001", "count", "1001" },
        { "RI3108", "\"count\":2", "\"count\":2,\"regions\":[]", "id", "MR" },
        { "RI3108", "\"capacity\":1", "\"capacity\":1,\"regions\":[]", "id", "O2" },
        { "RI3109", Team, Team + "," + """{"department":"MR","count":1,"regions":["*"]}""", "department", "MR" },
        { "RI3110", "\"capacity\":1", "\"capacity\":1,\"prior\":1000001", "prior", "1000001" },
        { "RI3111", "\"exclusions\":[{\"visit\":\"V1\"", "\"exclusions\":[{\"visit\":\"V2\"", "visit", "V2" },
        { "RI3112", "\"inspector\":\"O2\"", "\"inspector\":\"O3\"", "inspector", "O3" },
        { "RI3113", "\"code\":\"RI3002\"}", "\"code\":\"RI3002\"},{\"visit\":\"V1\",\"inspector\":\"O2\",\"code\":\"RI3002\"}", "code", "RI3002" },
        { "RI3114", "\"department\":\"MR\"}],\"load", "\"department\":\"MR\"},{\"visit\":\"V1\",\"inspector\":\"O1\",\"department\":\"MR\"}],\"load", "inspector", "O1" },
        { "RI3115", "\"department\":\"MR\"}],\"load", "\"department\":\"FD\"}],\"load", "department", "FD" },
        { "RI3116", "\"inspector\":\"O1\",\"department\":\"MR\"}],\"load", "\"inspector\":\"O2\",\"department\":\"MR\"}],\"load", "reasonCode", "RI3002" },
        { "RI3116", "\"capacity\":2", "\"capacity\":2,\"certificateValidTo\":\"2026-03-05\"", "reasonCode", "RI3007" },
        { "RI3116", "\"capacity\":2", "\"capacity\":2,\"leave\":[{\"from\":\"2026-03-06\",\"to\":\"2026-03-06\"}]", "reasonCode", "RI3008" },
        { "RI3116", "\"count\":2", "\"count\":2,\"qualifications\":[\"B\"]", "reasonCode", "RI3006" },
        { "RI3116", "\"inspector\":\"O2\",\"code\"", "\"inspector\":\"O1\",\"code\"", "reasonCode", "RI3002" },
    };

    [Fact]
    public void Parse_Sound_EveryMemberRead()
    {
        MatchProblem problem = MatchProblemDocument.Parse("""
            {"loadPolicy":"capacityOnly","inspectors":[{"id":"O1","department":"市场监管","regions":["浑南区","*"],"qualifications":["特种设备","A"],"capacity":6,"prior":2,
            "leave":[{"from":"2026-05-01","to":"2026-05-02"},{"from":"2026-04-01","to":"2026-04-01"}],"certificateValidFrom":"2025-01-01","certificateValidTo":"2028-01-01"},{"id":"O0","department":"市场监管"}],
            "visits":[{"id":"V1","window":{"from":"2026-03-02","to":"2026-03-20"},"teams":[{"department":"市场监管","count":2,"qualifications":["A"],"regions":["浑南区"]}]}],
            "exclusions":[{"visit":"V1","inspector":"O0","code":"rotation"},{"visit":"V1","inspector":"O0","code":"RI3002"}],
            "locked":[{"visit":"V1","inspector":"O1","department":"市场监管","reason":"投诉举报","approver":"head"}]}
            """);
        Assert.Equal(
            """
            {"visits":[{"id":"V1","window":{"from":"2026-03-02","to":"2026-03-20"},"teams":[{"department":"市场监管","count":2,"qualifications":["A"],"regions":["浑南区"]}]}],"inspectors":[{"id":"O0","department":"市场监管","regions":["*"],"qualifications":[],"prior":0,"leave":[]},{"id":"O1","department":"市场监管","regions":["*"],"qualifications":["A","特种设备"],"capacity":6,"prior":2,"leave":[{"from":"2026-04-01","to":"2026-04-01"},{"from":"2026-05-01","to":"2026-05-02"}],"certificateValidFrom":"2025-01-01","certificateValidTo":"2028-01-01"}],"exclusions":[{"visit":"V1","inspector":"O0","code":"RI3002"},{"visit":"V1","inspector":"O0","code":"rotation"}],"locked":[{"visit":"V1","inspector":"O1","department":"市场监管","reason":"投诉举报","approver":"head"}],"loadPolicy":"capacityOnly"}
            """,
            System.Text.Encoding.UTF8.GetString(problem.ToCanonicalJson()));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(problem.ToCanonicalJson())), problem.Digest.Hex);
        Assert.Equal([0], MatchProblemDocument.Parse(Sound).LockedTeams);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Parse_Unsound_RefusedWithItsValue(string code, string old, string now, string name, string value)
    {
        Assert.Contains(old, Sound, StringComparison.Ordinal);
        int at = Sound.IndexOf(old, StringComparison.Ordinal);
        RefusalAssert.Contains(code, () => MatchProblemDocument.Parse(Sound[..at] + now + Sound[(at + old.Length)..]), (name, value));
    }

    [Fact]
    public void Of_MoreLocksThanSeatsOrCapacity_Refused()
    {
        MatchVisit[] visits = [new("V1", null, new TeamNeed("D", 1)), new("V2", null, new TeamNeed("D", 1))];
        MatchInspector[] inspectors = [new("O1", "D", 1), new("O2", "D", 1)];
        RefusalAssert.Input(
            "RI3117",
            () => MatchProblem.Of(visits, inspectors, null, [new LockedSeat("V1", "O1", "D"), new LockedSeat("V1", "O2", "D")]),
            ("visit", "V1"), ("department", "D"), ("inspector", "O2"), ("count", "1"));
        RefusalAssert.Input(
            "RI3118",
            () => MatchProblem.Of(visits, inspectors, null, [new LockedSeat("V1", "O1", "D"), new LockedSeat("V2", "O1", "D")]),
            ("inspector", "O1"), ("locks", "2"), ("capacity", "1"));
    }

    [Fact]
    public void Of_MoreSeatsThanMillions_RI3119() => RefusalAssert.Input(
        "RI3119",
        () => MatchProblem.Of(Enumerable.Range(0, 4001).Select(i => new MatchVisit($"V{i}", null, new TeamNeed("D", 1000))), []),
        ("what", "seats"), ("count", "4001000"), ("most", "4000000"));

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public void Match_MixFactorOutOfRange_RI3120(int factor) => RefusalAssert.Input(
        "RI3120",
        () => new InspectorMatcher().Match(MatchProblemDocument.Parse(Sound), MatchVector.Seed("x"), factor),
        ("factor", $"{factor}"), ("most", "1000"));

    [Fact]
    public void MatchInspector_NegativeValues_Refused()
    {
        RefusalAssert.Input("RI3104", () => _ = new MatchInspector("O", "D", -1), ("inspector", "O"), ("capacity", "-1"), ("most", "1000000"));
        RefusalAssert.Input("RI3110", () => _ = new MatchInspector("O", "D", 1, -1), ("inspector", "O"), ("prior", "-1"), ("most", "1000000"));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-06", null, null, "RI3007")]
    [InlineData("2026-03-02", "2026-03-06", null, null, "")]
    [InlineData("2026-03-02", "2026-03-07", null, null, "RI3007")]
    [InlineData("2026-03-02", "2026-03-06", "2026-03-06", "2026-03-08", "RI3008")]
    [InlineData("2026-03-03", "2026-03-06", "2026-02-01", "2026-03-02", "")]
    [InlineData("2026-03-03", "2026-03-05", "2026-03-04", "2026-03-04", "RI3008")]
    public void Obstacles_CertificateAndLeave_EveryDayOfTheWindowCounts(string from, string to, string? leaveFrom, string? leaveTo, string code)
    {
        MatchInspector inspector = new(
            "O", "D", 1, leave: leaveFrom is null ? null : [new DateInterval(Day(leaveFrom), Day(leaveTo!))], certificateValidFrom: new LocalDate(2026, 3, 2), certificateValidTo: new LocalDate(2026, 3, 6));
        Assert.Equal(code, string.Join(' ', inspector.Obstacles(new TeamNeed("D", 2), new DateInterval(Day(from), Day(to))).Select(o => o.Code)));
        Assert.Empty(inspector.Obstacles(new TeamNeed("D", 2), null));

        static LocalDate Day(string text) => LocalDate.FromDateTime(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void ReadTeams_ChangedResult_RI3121()
    {
        MatchProblem problem = MatchVector.Of("B11_locked_direct").Problem;
        string text = System.Text.Encoding.UTF8.GetString(MatchResultDocument.Write(new InspectorMatcher().Match(problem, MatchVector.Seed("x"))));
        Assert.Equal(4, MatchResultDocument.ReadTeams(problem, System.Text.Encoding.UTF8.GetBytes(text)).Length);
        RefusalAssert.Contains("RI3121", () => Read(text.Replace("\"mixFactor\": 3", "\"mixFactor\": 4", StringComparison.Ordinal)), ("detailEn", "the result's digest does not fit"));
        RefusalAssert.Contains("RI3121", () => Read(text.Replace("\"visit\": \"T4\"", "\"visit\": \"T5\"", StringComparison.Ordinal)), ("detailEn", "T5"));
        RefusalAssert.Contains("RI1303", () => Read(text.Replace("match/1", "match/2", StringComparison.Ordinal)), ("specification", "random-inspection-match/2"));
        RefusalAssert.Contains("RI3121", () => MatchResultDocument.ReadTeams(MatchVector.Of("B17_medium").Problem, System.Text.Encoding.UTF8.GetBytes(text)), ("detailEn", "the problem's digest is another"));

        void Read(string changed) => MatchResultDocument.ReadTeams(problem, System.Text.Encoding.UTF8.GetBytes(changed));
    }
}
