using System.Text.Json;
using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>What a shortage says: in words, as data, and what would help.</summary>
public sealed class ShortageTests
{
    private static readonly InspectorMatcher Matcher = new();
    private static readonly DateInterval Week = new(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 6));

    /// <summary>Too little capacity in one district, with an officer of another.</summary>
    internal static MatchProblem TheDesignsExample { get; } = MatchProblem.Of(
        Enumerable.Range(0, 40).Select(i => new MatchVisit($"V{i}", null, new TeamNeed("市场监管", 2, ["特种设备"], ["浑南区"]))),
        Enumerable.Range(0, 12).Select(i => new MatchInspector($"O{i:00}", "市场监管", i < 6 ? 2 : 3, 0, ["浑南区"], ["特种设备"]))
            .Append(new MatchInspector("P", "市场监管", 20, 0, ["沈河区"], ["特种设备"])));

    /// <summary>A visit that nobody may take but one, each for another reason.</summary>
    internal static MatchProblem EveryReason { get; } = MatchProblem.Of(
        [new MatchVisit("V1", Week, new TeamNeed("D", 9, ["A"], ["R"])), new MatchVisit("V2", Week, new TeamNeed("E", 1))],
        [
            new MatchInspector("other", "E", 1),
            new MatchInspector("region", "D", 1, 0, ["S"], ["A"]),
            new MatchInspector("unqualified", "D", 1, 0, ["R"]),
            new MatchInspector("expired", "D", 1, 0, ["R"], ["A"], null, null, new LocalDate(2026, 3, 5)),
            new MatchInspector("away", "D", 1, 0, ["R"], ["A"], [new DateInterval(new LocalDate(2026, 3, 6), new LocalDate(2026, 3, 9))]),
            new MatchInspector("recused", "D", 1, 0, ["R"], ["A"]),
            new MatchInspector("last", "D", 1, 0, ["R"], ["A"]),
            new MatchInspector("rotates", "D", 1, 0, ["R"], ["A"]),
            new MatchInspector("own", "D", 1, 0, ["R"], ["A"]),
            new MatchInspector("sits", "D", 1, 0, ["R"], ["A"]),
        ],
        [
            new MatchExclusion("V1", "recused", "RI3002"),
            new MatchExclusion("V1", "recused", "RI3003"),
            new MatchExclusion("V1", "last", "same-subject-last-time"),
            new MatchExclusion("V1", "rotates", "rotation"),
            new MatchExclusion("V1", "own", "培训"),
        ]);

    [Fact]
    public void Words_TheDesignsExample_AsInTheDesign()
    {
        MatchResult result = Matcher.Match(TheDesignsExample, MatchVector.Seed("words"));
        ShortagePart part = Assert.Single(result.Short!.Parts);
        Assert.Equal("浑南区“特种设备”40 户需 80 人次；有资格且可用 12 人，容量合计 30；缺 50 人次", part.Words.Reason(Language.Chinese));
        Assert.Equal("浑南区 \"特种设备\": 40 visits need 80 seats; 12 inspectors are eligible and available, with 30 seats together; 50 are missing", part.Words.Reason(Language.English));
        Assert.Equal("将上限提高到 7（涉及 12 人），可补 50 人次。", part.Words.Remedy(Language.Chinese));
        Assert.Equal("RI3201", part.Words.Code);
        Assert.Equal(
            [(RelaxationKind.Capacity, 12, 7, 50), (RelaxationKind.OtherRegions, 1, null, 20)],
            part.Relaxations.Select(r => (r.Kind, r.Inspectors.Length, r.Capacity, r.Helps)));
        Assert.Equal(["RI3005 P", "RI3009 " + string.Join(' ', Enumerable.Range(0, 12).Select(i => $"O{i:00}"))], part.Out.Select(o => $"{o.Reason.Code} {string.Join(' ', o.Inspectors)}"));
        Assert.Equal(50, result.Teams.Sum(t => t.Missing));
    }

    [Fact]
    public void Out_EveryReason_EachInspectorUnderTheirs()
    {
        MatchResult result = Matcher.Match(EveryReason, MatchVector.Seed("out"));
        ShortagePart part = Assert.Single(result.Short!.Parts);
        Assert.Equal(
            ["RI3002 recused", "RI3003 last", "RI3004 rotates", "RI3005 region", "RI3006 unqualified", "RI3007 expired", "RI3008 away", "RI3010 sits", "RI3011 own"],
            part.Out.Select(o => $"{o.Reason.Code} {string.Join(' ', o.Inspectors)}"));
        Assert.Equal((9, 0L, 1, 8), (part.Seats, part.Capacity, part.SingleUse, part.Missing));

        // Each alone gives one seat, rotation and "last time" two; a recusal is never waived.
        Assert.Equal(
            [(RelaxationKind.DirectAssignment, 2, "last rotates"), (RelaxationKind.OtherRegions, 1, "region"), (RelaxationKind.Leave, 1, "away"), (RelaxationKind.Certificate, 1, "expired")],
            part.Relaxations.Select(r => (r.Kind, r.Helps, string.Join(' ', r.Inspectors))));
    }

    [Fact]
    public void Parts_TwoDistricts_OneEach()
    {
        MatchResult result = Matcher.Match(
            MatchProblem.Of(
                [.. Visits("A", 3), .. Visits("B", 2), .. Visits("C", 1)],
                [new MatchInspector("a", "D", 2, 0, ["A"]), new MatchInspector("b", "D", 1, 0, ["B"]), new MatchInspector("c", "D", 9, 0, ["C"])]),
            MatchVector.Seed("parts"));
        Assert.Equal(2, result.Short!.Missing);
        Assert.Equal(["A0 A1 A2: 3 − 2 = 1, a", "B0 B1: 2 − 1 = 1, b"], result.Short.Parts.Select(p => $"{string.Join(' ', p.Visits)}: {p.Seats} − {p.Capacity} = {p.Missing}, {string.Join(' ', p.Inspectors)}"));
        Assert.Equal(["C0"], result.CompleteVisits.Where(v => v.StartsWith('C')));

        static IEnumerable<MatchVisit> Visits(string region, int count) => Enumerable.Range(0, count).Select(i => new MatchVisit($"{region}{i}", null, new TeamNeed("D", 1, null, [region])));
    }

    [Theory]
    [InlineData("2026-02-20/2026-03-02")]
    [InlineData("2026-03-06/2026-03-09")]
    [InlineData("2026-03-02/2026-03-02 2026-03-06/2026-03-06")]
    [InlineData("2026-02-01/2026-02-02 2026-03-04/2026-03-04 2026-04-01/2026-04-01")]
    public void Out_LeaveInTheWindow_KeepsOutAndItsCancelling_Helps(string leaves)
    {
        DateInterval[] away = [.. leaves.Split(' ').Select(leave => NodaTime.Text.LocalDatePattern.Iso is var day && leave.Split('/') is [var from, var to]
            ? new DateInterval(day.Parse(from).Value, day.Parse(to).Value)
            : throw new FormatException(leave))];
        ShortagePart part = Assert.Single(Matcher.Match(
            MatchProblem.Of([new MatchVisit("V", Week, new TeamNeed("D", 2))], [new MatchInspector("here", "D", 1), new MatchInspector("away", "D", 1, 0, null, null, away)]),
            MatchVector.Seed("leave")).Short!.Parts);
        Assert.Equal(["RI3008 away", "RI3010 here"], part.Out.Select(o => $"{o.Reason.Code} {string.Join(' ', o.Inspectors)}"));
        Assert.Equal([(RelaxationKind.Leave, 1, "away")], part.Relaxations.Select(r => (r.Kind, r.Helps, string.Join(' ', r.Inspectors))));
    }

    [Theory]
    [InlineData(2, "Capacity 1, OtherRegions 2")] // the same help from fewer
    [InlineData(1, "OtherRegions 1, Capacity 1")] // the same help from as many
    public void Relaxations_TheSameHelp_FewerPeopleFirstThenInTheirOrder(int missing, string expected)
    {
        ShortagePart part = Assert.Single(Matcher.Match(
            MatchProblem.Of(
                Enumerable.Range(0, missing + 1).Select(i => new MatchVisit($"V{i}", null, new TeamNeed("D", 1, null, ["R"]))),
                Enumerable.Range(0, missing).Select(i => new MatchInspector($"S{i}", "D", 1, 0, ["S"])).Append(new MatchInspector("o", "D", 1, 0, ["R"]))),
            MatchVector.Seed("order")).Short!.Parts);
        Assert.Equal(expected, string.Join(", ", part.Relaxations.Select(r => $"{r.Kind} {r.Inspectors.Length}")));
        Assert.All(part.Relaxations, r => Assert.Equal(missing, r.Helps));
    }

    [Fact]
    public void Relaxations_OthersMakeRoom_OnlyThoseWhomItLetsInAreNamed()
    {
        // "far" may take V0 alone once regions give way, so "near" moves from it to V1: of the two only "far" is let in.
        for (int seed = 0; seed < 6; seed++)
        {
            ShortagePart part = Assert.Single(Matcher.Match(
                MatchProblem.Of(
                    [new MatchVisit("V0", null, new TeamNeed("D", 1, null, ["R"])), new MatchVisit("V1", null, new TeamNeed("D", 1, ["A"], ["R"]))],
                    [new MatchInspector("near", "D", 1, 0, ["R"], ["A"]), new MatchInspector("far", "D", 1, 0, ["S"])]),
                MatchVector.Seed($"room {seed}")).Short!.Parts);
            Assert.Contains((RelaxationKind.OtherRegions, "far", 1), part.Relaxations.Select(r => (r.Kind, string.Join(' ', r.Inspectors), r.Helps)));
        }
    }

    [Fact]
    public void Relaxations_NothingHelps_SaidSo()
    {
        MatchResult result = Matcher.Match(MatchProblem.Of([new MatchVisit("V", null, new TeamNeed("D", 2))], [new MatchInspector("o", "D", 5)]), MatchVector.Seed("none"));
        ShortagePart part = Assert.Single(result.Short!.Parts);
        Assert.Empty(part.Relaxations);
        Assert.Contains("没有单项办法", part.Words.Remedy(Language.Chinese), StringComparison.Ordinal);
        Assert.Equal(1, result.Teams[0].Missing);
        Assert.True(result.Teams[0].IsHardlyRandom);
    }

    [Fact]
    public void Relaxations_MorePartsThanAreTried_SaidSo()
    {
        const int Districts = 1100, Tried = 2_000_000 / (2 * Districts);
        MatchResult result = Matcher.Match(
            MatchProblem.Of(
                Enumerable.Range(0, Districts).Select(i => new MatchVisit($"V{i:0000}", null, new TeamNeed("D", 2, null, [$"R{i}"]))),
                Enumerable.Range(0, Districts).Select(i => new MatchInspector($"O{i:0000}", "D", 1, 0, [$"R{i}"])).Append(new MatchInspector("P", "D", null, 0, ["X"]))),
            MatchVector.Seed("parts"),
            0);
        Assert.Equal(Districts, result.Short!.Parts.Length);
        Assert.All(result.Short.Parts[..Tried], p => Assert.Equal((true, RelaxationKind.OtherRegions), (p.RelaxationsTried, p.Relaxations[0].Kind)));
        Assert.All(result.Short.Parts[Tried..], p => Assert.Equal((false, 0), (p.RelaxationsTried, p.Relaxations.Length)));
        Assert.Contains("未逐项试算", result.Short.Parts[^1].Words.Remedy(Language.Chinese), StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(MatchResultDocument.Write(result), new JsonDocumentOptions { AllowDuplicateProperties = false });
        Assert.Equal(
            result.Short.Parts.Select(p => p.RelaxationsTried ? JsonValueKind.Array : JsonValueKind.Null),
            document.RootElement.GetProperty("short").GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("relaxations").ValueKind));
    }

    [Fact]
    public void MatchExperts_VisitsShortOfOfficers_GetNone()
    {
        MatchVisit[] visits = [new("V1", null, new TeamNeed("D", 1, null, ["R"])), new("V2", null, new TeamNeed("D", 1, null, ["S"]))];
        MatchResult officers = Matcher.Match(MatchProblem.Of(visits, [new MatchInspector("o", "D", 5, 0, ["R"])]), MatchVector.Seed("experts"));
        MatchProblem experts = MatchProblem.Of(
            [new MatchVisit("V1", null, new TeamNeed("institute", 1)), new MatchVisit("V2", null, new TeamNeed("institute", 1)), new MatchVisit("V3", null, new TeamNeed("institute", 1))],
            [new MatchInspector("e", "institute", 5), new MatchInspector("f", "institute", 5)],
            [new MatchExclusion("V2", "e", "RI3002")]);
        MatchResult result = Matcher.MatchExperts(experts, officers, MatchVector.Seed("experts"));
        Assert.Equal(["V1"], result.Teams.Select(t => t.Visit));
        Assert.Equal(experts.Only(["V1"]).Digest, result.Problem);
        Assert.Null(result.Short);
    }
}
