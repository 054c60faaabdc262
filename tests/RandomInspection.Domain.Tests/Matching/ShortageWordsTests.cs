using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>The sentences for people about a shortage: where, what is asked for, what would help; in both languages.</summary>
public sealed class ShortageWordsTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly DateInterval Day = new(Monday, Monday);
    private static readonly InspectorMatcher Matcher = new();
    private static readonly TeamNeed One = new("D", 1, null, ["R"]);
    private static readonly MatchInspector Full = new("full", "D", 1, 0, ["R"]);

    /// <summary>A visit where no higher capacity helps.</summary>
    private static readonly MatchVisit TwoAtOnce = new("V1", Day, new TeamNeed("D", 2, null, ["R"]));

    [Fact]
    public void Remedy_OtherRegions() => Said(
        Part([new MatchVisit("V1", Day, One), new MatchVisit("V2", Day, One), new MatchVisit("V3", Day, One)], Full, new MatchInspector("other", "D", 2, 0, ["S"])),
        "请市级或邻区 1 人支援，可补 2 人次。",
        "1 inspectors of the city level or another district would staff 2 of them.");

    [Fact]
    public void Remedy_Leave() => Said(
        Part([TwoAtOnce], Full, new MatchInspector("away", "D", 1, 0, ["R"], null, [Day])), "调整 1 人的休假，可补 1 人次。", "Moving the leave of 1 would staff 1 of them.");

    [Fact]
    public void Remedy_Certificate() => Said(
        Part([TwoAtOnce], Full, new MatchInspector("expired", "D", 1, 0, ["R"], null, null, null, Monday.PlusDays(-1))),
        "为 1 人换发执法证，可补 1 人次。",
        "Renewing the certificates of 1 would staff 1 of them.");

    [Fact]
    public void Remedy_DirectAssignment()
    {
        MatchResult result = Matcher.Match(
            MatchProblem.Of([new MatchVisit("V1", Day, new TeamNeed("D", 1, null, ["R"]))], [new MatchInspector("last", "D", 1, 0, ["R"])], [new MatchExclusion("V1", "last", "rotation")]),
            MatchVector.Seed("direct"));
        Said(Assert.Single(result.Short!.Parts), "经批准直接指派 1 人，可补 1 人次。", "Assigning 1 directly, with approval, would staff 1 of them.");
    }

    [Fact]
    public void Remedy_CapacityOrNothing()
    {
        MatchVisit[] two = [new("V1", null, new TeamNeed("D", 1)), new("V2", null, new TeamNeed("D", 1))];
        Said(Part(two, new MatchInspector("one", "D", 1)), "将上限提高到 2（涉及 1 人），可补 1 人次。", "A capacity of 2 (1 inspectors) would staff 1 of them.");
        Said(
            Part([new MatchVisit("V1", null, new TeamNeed("D", 2))], new MatchInspector("one", "D", 5)),
            "没有单项办法可补：请减少检查、改期，或增加有资格的人员。",
            "No single change helps: plan fewer visits, move them, or find more qualified inspectors.");
    }

    [Theory]
    [InlineData("", "", "D", "D")]
    [InlineData("R", "", "R", "R")]
    [InlineData("", "A", "D“A”", "D \"A\"")]
    [InlineData("R,S,T", "A,B,C", "R、S、T“A、B、C”", "R, S, T \"A, B, C\"")]
    [InlineData("U,T,S,R", "D,C,B,A", "R、S、T等“A、B、C等”", "R, S, T … \"A, B, C …\"")]
    public void Words_RegionsAndQualifications_ThreeOfThemByName(string regions, string qualifications, string chinese, string english)
    {
        string[] where = regions.Split(',', StringSplitOptions.RemoveEmptyEntries), what = qualifications.Split(',', StringSplitOptions.RemoveEmptyEntries);
        ShortagePart part = Part([new MatchVisit("V1", null, new TeamNeed("D", 2, what, where.Length == 0 ? null : where))], new MatchInspector("one", "D", 3, 0, where.Length == 0 ? null : where, what));
        Assert.Equal($"{chinese}1 户需 2 人次；有资格且可用 1 人，容量合计 1；缺 1 人次", part.Words.Reason(Language.Chinese));
        Assert.Equal($"{english}: 1 visits need 2 seats; 1 inspectors are eligible and available, with 1 seats together; 1 are missing", part.Words.Reason(Language.English));
    }

    [Fact]
    public void Demand_SeveralClasses_AsTheProblemFirstHasThem()
    {
        TeamNeed b = new("D", 2, ["B"]), a = new("D", 2, ["A"]), c = new("D", 3, ["C"]);
        MatchVisit[] visits = [new("V1", null, c), new("V2", null, b), new("V3", null, a), new("V4", null, b), new("V5", null, c), new("V6", null, a), new("V7", null, b)];
        for (int seed = 0; seed < 6; seed++)
        {
            ShortagePart part = Assert.Single(Matcher.Match(
                MatchProblem.Of(visits, [new MatchInspector("one", "D", 2, 0, null, ["A", "B", "C"]), new MatchInspector("two", "D", 2, 0, null, ["A", "B", "C"])]),
                MatchVector.Seed($"demand {seed}")).Short!.Parts);
            Assert.Equal(["C 2 6", "B 3 6", "A 2 4"], part.Demand.Select(d => $"{d.Need.Qualifications[0]} {d.Visits} {d.Seats}"));
            Assert.Equal(part.Missing, part.Demand.Sum(d => d.Missing));
        }
    }

    [Fact]
    public void Out_ExcludedForSeveralReasons_TheSmallestCode()
    {
        foreach ((string first, string second) in new[] { ("RI3002", "RI3003"), ("RI3003", "RI3002") })
        {
            ShortagePart part = Assert.Single(Matcher.Match(
                MatchProblem.Of(
                    [new MatchVisit("V1", null, One), new MatchVisit("V2", null, One), new MatchVisit("V3", null, One)],
                    [new MatchInspector("full", "D", 1, 0, ["R"]), new MatchInspector("related", "D", 3, 0, ["R"])],
                    [new MatchExclusion("V1", "related", first), new MatchExclusion("V2", "related", second), new MatchExclusion("V3", "related", "RI3004")]),
                MatchVector.Seed("out")).Short!.Parts);
            Assert.Equal(["RI3002 related", "RI3009 full"], part.Out.Select(o => $"{o.Reason.Code} {string.Join(' ', o.Inspectors)}"));
        }
    }

    private static void Said(ShortagePart part, string chinese, string english) => Assert.Equal((chinese, english), (part.Words.Remedy(Language.Chinese), part.Words.Remedy(Language.English)));

    private static ShortagePart Part(MatchVisit[] visits, params MatchInspector[] inspectors) =>
        Assert.Single(Matcher.Match(MatchProblem.Of(visits, inspectors), MatchVector.Seed("part")).Short!.Parts);
}
