using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>The theorems of the match, on any problem and seed, against trying everything.</summary>
[Properties(Arbitrary = [typeof(MatchCase)], MaxTest = 300)]
public sealed class MatchProperties
{
    private static readonly InspectorMatcher Matcher = new();

    public static TheoryData<string> Cultures => UnderCulture.Names;

    [Property(MaxTest = 2500)]
    public void Match_AnyProblem_AsTheOracle(MatchCase match)
    {
        MatchOracle oracle = new(match.Problem);
        MatchResult result = Matcher.Match(match.Problem, match.Seed);
        int seats = match.Problem.Visits.Sum(v => v.Teams.Sum(t => t.Count));
        Assert.Equal(oracle.Staffed, result.Teams.Sum(t => t.Inspectors.Length) - match.Problem.Locked.Length);
        Assert.Equal(seats - oracle.Staffed - match.Problem.Locked.Length, result.Short?.Missing ?? 0);
        Assert.Contains(MatchVector.Line(match.Problem, result.Teams), oracle.Allowed);
    }

    [Property(MaxTest = 1000)]
    public void Match_AnyProblem_ForcedPairsAsTheOracle(MatchCase match)
    {
        MatchResult result = Matcher.Match(match.Problem, match.Seed);
        MatchOracle oracle = new(match.Problem);
        string[][][] feasible = [.. oracle.Feasible.Keys.Select(Split)], allowed = [.. oracle.Allowed.Select(Split)];
        List<ForcedPair> due = [];
        string[][] teams = Split(MatchVector.Line(match.Problem, result.Teams));
        for (int team = 0; team < teams.Length; team++)
        {
            foreach (string inspector in teams[team])
            {
                if (allowed.All(a => a[team].Contains(inspector)))
                {
                    due.Add(new ForcedPair(
                        result.Teams[team].Visit, result.Teams[team].Department, inspector, feasible.All(a => a[team].Contains(inspector)) ? ForcedBy.Feasibility : ForcedBy.Balance));
                }
            }
        }

        Assert.Equal(due, result.Report.Forced);
    }

    [Property]
    public void Match_AnyProblem_NobodyAgainstARule(MatchCase match) => Check(match.Problem, Matcher.Match(match.Problem, match.Seed));

    [Property]
    public void Match_AnyShortage_SumsTrueAndEveryInspectorExplained(MatchCase match)
    {
        MatchResult result = Matcher.Match(match.Problem, match.Seed);
        if (result.Short is not { } shortage)
        {
            Assert.DoesNotContain(result.Teams, t => t.Missing > 0);
            return;
        }

        Assert.Equal(result.Teams.Sum(t => t.Missing), shortage.Missing);
        Assert.Equal(shortage.Missing, shortage.Parts.Sum(p => p.Missing));
        foreach (ShortagePart part in shortage.Parts)
        {
            Assert.Equal(part.Missing, part.Seats - part.Capacity - part.SingleUse);
            Assert.True(part.Missing > 0);
            Assert.Equal((part.Seats, part.Missing), (part.Demand.Sum(d => d.Seats), part.Demand.Sum(d => d.Missing)));
            string department = part.Demand[0].Need.Department;
            Assert.Equal(
                match.Problem.Inspectors.Where(i => i.Department == department).Select(i => i.Id),
                part.Out.SelectMany(o => o.Inspectors).Order(StringComparer.Ordinal));
            Assert.All(part.Relaxations, r => Assert.InRange(r.Helps, 1, part.Missing));
            Assert.Equal(part.Relaxations.OrderByDescending(r => r.Helps).Select(r => r.Helps), part.Relaxations.Select(r => r.Helps));
            Assert.All(Enum.GetValues<Language>(), l => Assert.DoesNotMatch("\\{[a-z]", part.Words.Reason(l) + part.Words.Remedy(l)));
        }
    }

    /// <summary>The violator is the unique smallest one: it does not depend on the seed.</summary>
    [Property]
    public void Match_TwoSeeds_SameCertificate(MatchCase match)
    {
        Shortage? one = Matcher.Match(match.Problem, match.Seed).Short, two = Matcher.Match(match.Problem, MatchVector.Seed("another")).Short;
        Assert.Equal(Lines(one), Lines(two));

        static IEnumerable<string> Lines(Shortage? shortage) => shortage is null ? [] :
            shortage.Parts.Select(p => $"{string.Join(',', p.Visits)} {string.Join(',', p.Inspectors)} {p.Seats} {p.Capacity} {p.SingleUse} {string.Join(',', p.SingleUseInspectors)} {p.Missing}");
    }

    [Property]
    public void Match_InputInAnyOrder_SameBytes(MatchCase match)
    {
        MatchProblem shuffled = match.Shuffled();
        Assert.Equal(match.Problem.ToCanonicalJson(), shuffled.ToCanonicalJson());
        Assert.Equal(Bytes(match.Problem, match), Bytes(shuffled, match));
        Assert.Equal(Bytes(match.Problem, match), Bytes(MatchProblemDocument.Parse(match.Problem.ToCanonicalJson()), match));
    }

    [Property(MaxTest = 40)]
    public void Match_OneEngineManyThreads_SameBytes(MatchCase match)
    {
        byte[] one = Bytes(match.Problem, match);
        Assert.All(ParallelEnumerable.Range(0, 8).WithDegreeOfParallelism(4).Select(_ => Bytes(match.Problem, match)), other => Assert.Equal(one, other));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Match_OtherCulture_SameBytes(string culture) =>
        Prop.ForAll(MatchCase.Cases(), match => Assert.Equal(Bytes(match.Problem, match), UnderCulture.Run(culture, () => Bytes(match.Problem, match))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Property]
    public void Replace_AnySeat_KeepsTheRulesAndMovesAsLittleAsPossible(MatchCase match)
    {
        MatchResult result = Matcher.Match(match.Problem, match.Seed, 1);
        foreach (MatchedTeam team in result.Teams)
        {
            foreach (string inspector in team.Inspectors.Where(i => !match.Problem.Locked.Any(l => l.Visit == team.Visit && l.Inspector == i)))
            {
                ReplacementRequest request = new("task", team.Visit, inspector, 1, "病假", "head", []);
                switch (Matcher.Replace(match.Problem, result.Teams, request, match.Seed))
                {
                    case ReplacementOutcome.Replaced replaced:
                        MatchedTeam now = replaced.Teams.Single(t => t.Visit == team.Visit && t.Need.Equals(team.Need));
                        Assert.DoesNotContain(inspector, now.Inspectors);
                        Assert.Equal(team.Inspectors.Length, now.Inspectors.Length);
                        Assert.Equal(replaced.Moves[0], replaced.Moves.First(m => m.Visit == team.Visit && m.Department == team.Department));
                        Assert.Equal(replaced.Moves.Length, replaced.Teams.Zip(result.Teams).Count(p => !p.First.Inspectors.SequenceEqual(p.Second.Inspectors)));
                        Check(match.Problem, replaced.Teams);
                        break;
                    case ReplacementOutcome.NobodyLeft nobody:
                        Assert.Equal(
                            match.Problem.Inspectors.Where(i => i.Department == team.Department && i.Id != inspector).Select(i => i.Id),
                            nobody.Out.SelectMany(o => o.Inspectors).Order(StringComparer.Ordinal));
                        break;
                }
            }
        }
    }

    private static void Check(MatchProblem problem, MatchResult result)
    {
        Check(problem, result.Teams);
        Assert.Equal(
            problem.Inspectors.Select(i => new InspectorLevel(i.Id, i.Prior + result.Teams.Count(t => t.Inspectors.Contains(i.Id)))),
            result.Levels);
    }

    private static void Check(MatchProblem problem, IReadOnlyList<MatchedTeam> teams)
    {
        Assert.Equal(problem.Visits.SelectMany(v => v.Teams.Select(t => (v.Id, t))), teams.Select(t => (t.Visit, t.Need)));
        foreach (MatchedTeam team in teams)
        {
            MatchVisit visit = problem.Visits.Single(v => v.Id == team.Visit);
            foreach (string id in team.Inspectors)
            {
                MatchInspector inspector = problem.Inspectors.Single(i => i.Id == id);
                Assert.Empty(inspector.Obstacles(team.Need, visit.Window));
                Assert.DoesNotContain(problem.Exclusions, e => e.Visit == team.Visit && e.Inspector == id);
                Assert.Single(teams, t => t.Visit == team.Visit && t.Inspectors.Contains(id));
                Assert.False(teams.Count(t => t.Inspectors.Contains(id)) > inspector.Capacity);
            }

            Assert.True(team.Missing >= 0);
        }

        Assert.All(problem.Locked, l => Assert.Contains(teams, t => t.Visit == l.Visit && t.Department == l.Department && t.Inspectors.Contains(l.Inspector)));
    }

    private static byte[] Bytes(MatchProblem problem, MatchCase match) => MatchResultDocument.Write(Matcher.Match(problem, match.Seed));

    private static string[][] Split(string line) => [.. line.Split('|').Select(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries))];
}
