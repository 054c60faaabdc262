using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>What stands in a match's document is what the match says, put together a second time; and what is said of a document that is none.</summary>
public sealed class MatchResultDocumentTests
{
    private const string Empty = """{"visits":[{"id":"V","teams":[{"department":"D","count":1}]}],"inspectors":[{"id":"O","department":"D"}]}""";
    private static readonly InspectorMatcher Matcher = new();
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Problems => ["words", "reasons", "C01_capacity", "C03_region", "C05_hall_subset", "C07_last_team", "B09_prior_load", "B11_locked_direct"];

    [Theory]
    [MemberData(nameof(Problems))]
    public void Write_AnyResult_EverythingThatTheMatchSays(string name)
    {
        MatchResult result = Matcher.Match(name switch { "words" => ShortageTests.TheDesignsExample, "reasons" => ShortageTests.EveryReason, _ => MatchVector.Of(name).Problem }, MatchVector.Seed(name));
        string text = Encoding.UTF8.GetString(MatchResultDocument.Write(result));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        JsonObject document = JsonNode.Parse(text)!.AsObject();
        Same(result.Short is { } shortage ? Of(shortage) : null, document["short"]);
        MatchReport report = result.Report;
        Same(
            new
            {
                squareSum = report.SquareSum,
                movableSeats = report.MovableSeats,
                keptSeats = report.KeptSeats,
                classes = report.Classes.Select(c => With(Need(c.Need, c.Window), new { teams = c.Teams, seats = c.Seats, pool = c.Pool, largestChance = new[] { c.LargestChance.Numerator, c.LargestChance.Denominator } })),
                forced = report.Forced.Select(f => new { visit = f.Visit, department = f.Department, inspector = f.Inspector, by = f.By == ForcedBy.Feasibility ? "feasibility" : "balance" }),
            },
            document["report"]);
    }

    [Fact]
    public void Digest_LabelsThatJsonEscapesAndManyTeams_OfTheCanonicalJson()
    {
        MatchProblem problem = MatchProblem.Of(
            Enumerable.Range(0, 900).Select(i => new MatchVisit($"\"V\\{i:000}", null, new TeamNeed("\"市场\\监管\"", 2))),
            Enumerable.Range(0, 300).Select(i => new MatchInspector(i % 2 == 0 ? $"O\\\"{i:000}" : $"O{i:000}", "\"市场\\监管\"", null)));
        MatchResult result = Matcher.Match(problem, MatchVector.Seed("escaped"), 1);
        string json = JsonSerializer.Serialize(
            new
            {
                specification = "random-inspection-match/1",
                problem = problem.Digest.Hex,
                seed = result.Seed.Hex,
                mixFactor = 1,
                teams = result.Teams.Select(t => new { visit = t.Visit, department = t.Department, inspectors = t.Inspectors }),
                levels = new JsonObject(result.Levels.Select(l => KeyValuePair.Create(l.Inspector, (JsonNode?)l.Level))),
            },
            Canonical);
        Assert.True(json.Length > 40_000);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))), result.Digest.Hex);
    }

    [Theory]
    [InlineData("""{"id":"V",""", """{"id":"V","more":1,""", "visits[0].more")]
    [InlineData("""[{"id":"O",""", """[{"id":"O","more":1,""", "inspectors[0].more")]
    [InlineData("\"count\":1", "\"count\":1,\"more\":1", "visits[0].teams[0].more")]
    [InlineData("{\"id\":\"V\",", """{"id":"V","window":{"from":"2026-03-02","to":"2026-03-03","more":1},""", "visits[0].window.more")]
    [InlineData(",\"inspectors\":", ""","exclusions":[{"visit":"V","inspector":"O","code":"RI3002","more":1}],"inspectors":""", "exclusions[0].more")]
    [InlineData(",\"inspectors\":", ""","locked":[{"visit":"V","inspector":"O","department":"D","more":1}],"inspectors":""", "locked[0].more")]
    public void ProblemParse_AnotherMember_RI1202NamesIt(string from, string to, string member) =>
        RefusalAssert.Contains("RI1202", () => MatchProblemDocument.Parse(Empty.Replace(from, to, StringComparison.Ordinal)), ("member", member));

    [Fact]
    public void ProblemParse_WindowThatIsNone_SaidWhoseAndWhy()
    {
        string With(string window) => Empty.Replace("\"id\":\"V\",", $"\"id\":\"V\",\"window\":{window},", StringComparison.Ordinal);
        RefusalAssert.Contains("RI3106", () => MatchProblemDocument.Parse(With("""{"from":"2026-03-03","to":"2026-03-02"}""")), ("what", "V.window"), ("from", "2026-03-03"), ("to", "2026-03-02"));
        RefusalAssert.Contains("RI1204", () => MatchProblemDocument.Parse(With("""{"from":"2026-3-2","to":"2026-03-02"}""")), ("expectedZh", "须为日期，如 2026-03-02"), ("expectedEn", "a date such as 2026-03-02"));
    }

    [Fact]
    public void ReadTeams_OfAnotherFormOrProblem_SaidWhy()
    {
        MatchProblem problem = MatchProblemDocument.Parse(Empty), other = MatchProblemDocument.Parse(Empty.Replace("\"V\"", "\"W\"", StringComparison.Ordinal));
        string text = Encoding.UTF8.GetString(MatchResultDocument.Write(Matcher.Match(problem, MatchVector.Seed("read"), 2)));
        Assert.Throws<ArgumentNullException>(() => MatchResultDocument.ReadTeams(null!, Encoding.UTF8.GetBytes(text)));
        RefusalAssert.Contains("RI3121", () => MatchResultDocument.ReadTeams(other, Encoding.UTF8.GetBytes(text)), ("detailZh", "问题的摘要不同"), ("detailEn", "the problem's digest is another"));
        Refused("\"mixFactor\": 2", "\"mixFactor\": 1", "RI3121", ("detailZh", "结果的摘要不符"), ("detailEn", "the result's digest does not fit"));
        Refused("\"mixFactor\": 2", "\"mixFactor\": 0", "RI1204", ("expectedZh", "0 与 unmixed 须同时出现"), ("expectedEn", "0 and unmixed stand together"));
        Refused("\"short\": null", "\"short\": null, \"more\": 1", "RI1202", ("member", "more"));
        Refused("\"pool\":", "\"more\": 1, \"pool\":", "RI1202", ("member", "teams[0].more"));

        void Refused(string from, string to, string code, params ReadOnlySpan<(string, string)> values)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            byte[] changed = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
            RefusalAssert.Contains(code, () => MatchResultDocument.ReadTeams(problem, changed), values);
        }
    }

    [Fact]
    public void Tally_OnceAndAPairTwice()
    {
        MatchProblem problem = MatchProblemDocument.Parse(Empty);
        PairTally tally = RepeatedMatch.Tally(problem, MatchVector.Seed("tally"), 1, 1, null, TestContext.Current.CancellationToken);
        Assert.Equal((1, new PairCount("V", "O", 1)), (tally.Repeats, Assert.Single(tally.Pairs)));
        string text = Encoding.UTF8.GetString(PairTallyDocument.Write(tally));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        string pair = text[text.IndexOf('{', 1)..(text.IndexOf('}') + 1)];
        RefusalAssert.Contains("RI1361", () => PairTallyDocument.Read(Encoding.UTF8.GetBytes(text.Replace(pair, $"{pair},{pair}", StringComparison.Ordinal))), ("what", "V O"));
    }

    private static object Of(Shortage shortage) => new
    {
        missing = shortage.Missing,
        parts = shortage.Parts.Select(part => new
        {
            words = Both(part.Words.Reason),
            remedy = Both(part.Words.Remedy),
            seats = part.Seats,
            capacity = part.Capacity,
            singleUse = part.SingleUse,
            missing = part.Missing,
            demand = part.Demand.Select(d => With(Need(d.Need, d.Window), new { visits = d.Visits, seats = d.Seats, missing = d.Missing })),
            visits = part.Visits,
            inspectors = part.Inspectors,
            singleUseInspectors = part.SingleUseInspectors,
            @out = part.Out.Select(o => new { code = o.Reason.Code, reason = new { zh = o.Reason.Chinese, en = o.Reason.English }, count = o.Inspectors.Length, inspectors = o.Inspectors }),
            relaxations = part.Relaxations.Select(Of),
        }),
    };

    private static JsonObject Of(Relaxation relaxation)
    {
        string kind = relaxation.Kind.ToString();
        JsonObject said = JsonSerializer.SerializeToNode(new { kind = char.ToLowerInvariant(kind[0]) + kind[1..], inspectors = relaxation.Inspectors }, Canonical)!.AsObject();
        return relaxation.Capacity is { } capacity ? With(said, new { capacity, helps = relaxation.Helps }) : With(said, new { helps = relaxation.Helps });
    }

    private static JsonObject Need(TeamNeed need, DateInterval? window)
    {
        JsonObject said = JsonSerializer.SerializeToNode(new { department = need.Department, qualifications = need.Qualifications, regions = need.Regions }, Canonical)!.AsObject();
        return window is null ? said : With(said, new { window = new { from = window.Start.ToString("R", null), to = window.End.ToString("R", null) } });
    }

    private static object Both(Func<Language, string> text) => new { zh = text(Language.Chinese), en = text(Language.English) };

    private static JsonObject With(JsonObject one, object more)
    {
        foreach ((string name, JsonNode? value) in JsonSerializer.SerializeToNode(more, Canonical)!.AsObject().ToArray())
        {
            one[name] = value?.DeepClone();
        }

        return one;
    }

    /// <summary>The same members in the same order.</summary>
    private static void Same(object? expected, JsonNode? said) => Assert.Equal(JsonSerializer.Serialize(expected, Canonical), said?.ToJsonString(Canonical) ?? "null");
}
