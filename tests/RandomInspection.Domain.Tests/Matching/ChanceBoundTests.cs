using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>What makes two visits or two inspectors alike, one thing at a time: the bound of a pair's chance rests on it.</summary>
public sealed class ChanceBoundTests
{
    private static readonly InspectorMatcher Matcher = new();
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly TeamNeed One = new("D", 1);

    public static TheoryData<string> Differences =>
        ["capacity", "prior", "region", "qualification", "valid from", "valid to", "leave", "longer leave", "another leave", "exclusion", "given directly"];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void InspectorsAlike_OneSeat_EachItsShare(int inspectors) =>
        Assert.Equal(new ChanceBound(1, inspectors), Largest([new MatchVisit("V", null, One)], [.. Enumerable.Range(0, inspectors).Select(i => new MatchInspector($"O{i}", "D", 3))]));

    [Theory]
    [MemberData(nameof(Differences))]
    public void Inspectors_DifferentInOneThing_NotAlike(string what)
    {
        MatchInspector other = new(
            "Q",
            "D",
            what == "capacity" ? 4 : 3,
            what == "prior" ? 0 : 1,
            what == "region" ? ["R", "S"] : ["R"],
            what == "qualification" ? ["A"] : null,
            what switch { "leave" => [], "longer leave" => [Days(0, 3)], "another leave" => [Days(1, 2)], _ => [Days(0, 2)] },
            what == "valid from" ? Monday : null,
            what == "valid to" ? Monday.PlusYears(1) : null);
        MatchVisit[] visits = [new("V", null, new TeamNeed("D", 1, null, ["R"])), new("W", null, new TeamNeed("E", 1, null, ["R"])), new("X", null, new TeamNeed("D", 1, null, ["R"]))];
        MatchInspector[] inspectors = [new("P", "D", 3, 1, ["R"], null, [Days(0, 2)]), other, new("E", "E", 1)];
        MatchExclusion[]? exclusions = what == "exclusion" ? [new("W", "Q", "RI3002")] : null;
        LockedSeat[]? locked = what == "given directly" ? [new("X", "Q", "D", "群众举报", "head")] : null;

        // Which of both has the seat of V is then not a question of symmetry; else each has half of it.
        Assert.Equal(new ChanceBound(1, 2), Largest(visits, [inspectors[0], new("Q", "D", 3, 1, ["R"], null, [Days(0, 2)]), inspectors[2]]));
        Assert.NotEqual(new ChanceBound(1, 2), Largest(visits, inspectors, exclusions, locked));
    }

    [Fact]
    public void Visits_OfOtherSeatsOrSomebodyGivenDirectly_NotAlike()
    {
        // Nobody is like anybody: what is left is one seat among alike visits.
        MatchInspector[] inspectors = [.. Enumerable.Range(0, 6).Select(i => new MatchInspector($"O{i}", "D", 1, 0, null, null, null, Monday.PlusDays(i)))];
        MatchVisit[] three = [.. Enumerable.Range(0, 3).Select(i => new MatchVisit($"V{i}", null, One))];
        Assert.Equal(new ChanceBound(1, 3), Largest(three, inspectors));
        Assert.Equal(new ChanceBound(1, 1), Largest([three[0], three[1], new MatchVisit("V2", null, new TeamNeed("D", 2))], inspectors));
        Assert.Equal(new ChanceBound(1, 1), Largest([.. three[..2], new MatchVisit("V2", null, new TeamNeed("D", 2))], inspectors, null, [new LockedSeat("V2", "O5", "D", "群众举报", "head")]));
        Assert.Equal(new ChanceBound(1, 1), Largest(three, inspectors, [new MatchExclusion("V2", "O0", "RI3002")]));
    }

    [Fact]
    public void Seats_WithSomebodyGivenDirectly_OnlyThoseThatAreLeft()
    {
        // Four alike share what is left of two seats: one, and nobody is the one who was given directly.
        MatchInspector[] inspectors = [.. Enumerable.Range(0, 4).Select(i => new MatchInspector($"O{i}", "D", 1)), new MatchInspector("P", "D", 1, 0, null, null, null, Monday)];
        MatchVisit[] visits = [new("V", null, new TeamNeed("D", 2))];
        LockedSeat[] locked = [new("V", "P", "D", "群众举报", "head")];
        Assert.Equal(new ChanceBound(1, 4), Largest(visits, inspectors, null, locked));

        // Two visits are alike only if the same are given directly.
        MatchInspector[] own = [.. Enumerable.Range(0, 4).Select(i => new MatchInspector($"O{i}", "D", 1, 0, null, null, null, Monday.PlusDays(i + 1))), inspectors[4], new MatchInspector("Q", "D", 1, 0, null, null, null, Monday)];
        MatchVisit[] both = [visits[0], new("W", null, new TeamNeed("D", 2))];
        Assert.Equal(new ChanceBound(1, 1), Largest(both, own, null, [locked[0], new LockedSeat("W", "Q", "D", "群众举报", "head")]));
    }

    [Fact]
    public void Match_ManyAwayInAWindow_OnlyWhoIsThereAndAShortageNamesThem()
    {
        const int Officers = 150;
        MatchInspector[] inspectors = [.. Enumerable.Range(0, Officers).Select(i => new MatchInspector($"O{i:000}", "D", 1, 0, null, null, i % 3 == 0 ? [Days(0, 0)] : null))];
        MatchVisit[] visits = [.. Enumerable.Range(0, 100).Select(i => new MatchVisit($"V{i:000}", Days(0, 1), One))];
        MatchResult all = Matcher.Match(MatchProblem.Of(visits, inspectors), MatchVector.Seed("away"));
        Assert.Null(all.Short);
        Assert.Equal(inspectors.Where((_, i) => i % 3 != 0).Select(i => i.Id), all.Teams.SelectMany(t => t.Inspectors).Order(StringComparer.Ordinal));
        ShortagePart part = Assert.Single(Matcher.Match(MatchProblem.Of([.. visits, new MatchVisit("W", Days(0, 1), One)], inspectors), MatchVector.Seed("away")).Short!.Parts);
        Assert.Equal((101, 100, 1), (part.Visits.Length, part.Inspectors.Length, part.Missing));
        Assert.Equal(["RI3008 50", "RI3009 100"], part.Out.Select(o => $"{o.Reason.Code} {o.Inspectors.Length}"));
    }

    [Theory]
    [InlineData(LoadPolicy.Balanced, 2, 4)]
    [InlineData(LoadPolicy.CapacityOnly, 1, 1)]
    public void Room_UnderThePolicy_OneMoreThanNowOrAllThereIs(LoadPolicy policy, int numerator, int denominator)
    {
        MatchVisit[] visits = [.. Enumerable.Range(0, 4).Select(i => new MatchVisit($"V{i}", null, One))];
        MatchInspector[] inspectors = [.. Enumerable.Range(0, 4).Select(i => new MatchInspector($"O{i}", "D", 9, 0, null, null, null, Monday.PlusDays(i)))];
        Assert.Equal(new ChanceBound(numerator, denominator), Largest(visits, inspectors, null, null, policy));
    }

    [Fact]
    public void Match_MoreNeedsAndWindowsThanAWordHasBits_EverybodyWhereTheyMayServe()
    {
        const int Districts = 150;
        MatchVisit[] visits =
        [
            .. from i in Enumerable.Range(0, Districts) from j in Enumerable.Range(0, 2) select new MatchVisit($"V{i:000}{j}", Days(i, i), new TeamNeed("D", 1, null, [$"R{i}"])),
            new MatchVisit("E", null, new TeamNeed("E", 1)),
        ];
        MatchInspector[] inspectors =
        [
            new("A", "E", 1),
            .. from i in Enumerable.Range(0, Districts) from j in Enumerable.Range(0, 2) select new MatchInspector($"O{i:000}{j}", "D", 1, 0, [$"R{i}"], null, [Days(i + 1, i + 1)]),
        ];
        HashSet<string> swapped = [];
        for (int seed = 0; seed < 8; seed++)
        {
            MatchResult result = Matcher.Match(MatchProblem.Of(visits, inspectors), MatchVector.Seed($"many {seed}"), 3);
            Assert.Null(result.Short);
            Assert.All(result.Teams.Where(t => t.Department == "D"), t => Assert.Equal(t.Visit[1..4], Assert.Single(t.Inspectors)[1..4]));
            swapped.UnionWith(result.Teams.Where(t => t.Visit[^1] != t.Inspectors[0][^1]).Select(t => t.Visit));
        }

        Assert.True(swapped.Count > Districts, $"{swapped.Count} visits met another than the first");
    }

    private static DateInterval Days(int from, int to) => new(Monday.PlusDays(from), Monday.PlusDays(to));

    /// <summary>The bound of the first visit's class.</summary>
    private static ChanceBound Largest(MatchVisit[] visits, MatchInspector[] inspectors, MatchExclusion[]? exclusions = null, LockedSeat[]? locked = null, LoadPolicy policy = LoadPolicy.Balanced) =>
        Matcher.Match(MatchProblem.Of(visits, inspectors, exclusions, locked, policy), MatchVector.Seed("chance")).Report.Classes.Single(c => c.Need.Department == "D").LargestChance;
}
