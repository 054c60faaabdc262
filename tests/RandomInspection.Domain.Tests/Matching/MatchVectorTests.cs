using System.Text.Json;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>Every instance against what brute force of another implementation says of it.</summary>
public sealed class MatchVectorTests
{
    private const int LargestEnumerated = 20_000;
    private static readonly InspectorMatcher Matcher = new();

    public static TheoryData<string> Names => [.. MatchVector.Names];

    public static TheoryData<string> Feasible => [.. MatchVector.Names.Where(name => MatchVector.Of(name).IsFeasible)];

    public static TheoryData<string> Short => [.. MatchVector.Names.Where(name => !MatchVector.Of(name).IsFeasible)];

    [Theory]
    [MemberData(nameof(Feasible))]
    public void Match_FeasibleVector_EverythingStaffedAsEvenlyAsCanBe(string name)
    {
        MatchVector vector = MatchVector.Of(name);
        for (int i = 0; i < 20; i++)
        {
            MatchResult result = Matcher.Match(vector.Problem, MatchVector.Seed($"{name} {i}"), i % 4);
            Assert.Null(result.Short);
            Assert.Equal(vector.Known.GetProperty("smallestSquareSum").GetInt64(), result.Report.SquareSum);
            Assert.Equal(result.Report.SquareSum, result.Levels.Sum(l => (long)l.Level * l.Level));
            Assert.All(result.Teams.SelectMany(t => t.Inspectors.Select(o => (t.Visit, o))), pair => Assert.Contains(pair, vector.Marginals));
        }
    }

    [Theory]
    [MemberData(nameof(Feasible))]
    public void Oracle_FeasibleVector_CountsAsTheOtherImplementation(string name)
    {
        MatchVector vector = MatchVector.Of(name);
        if (vector.Known.GetProperty("feasibleAssignments").GetInt32() <= LargestEnumerated)
        {
            MatchOracle oracle = new(vector.Problem);
            Assert.Equal(vector.Known.GetProperty("feasibleAssignments").GetInt32(), oracle.Feasible.Count);
            Assert.Equal(vector.Known.GetProperty("balancedAssignments").GetInt32(), oracle.Allowed.Length);
            Assert.Equal(vector.Known.GetProperty("smallestSquareSum").GetInt32(), oracle.SmallestSquareSum);
        }
    }

    [Theory]
    [MemberData(nameof(Short))]
    public void Match_ShortVector_CertificateAsTheOtherImplementation(string name)
    {
        MatchVector vector = MatchVector.Of(name);
        JsonElement due = vector.Certificate;
        MatchResult result = Matcher.Match(vector.Problem, MatchVector.Seed(name));
        Assert.Equal(due.GetProperty("deficit").GetInt32(), result.Short!.Missing);
        Assert.Equal(due.GetProperty("max_flow").GetInt32(), result.Teams.Sum(t => t.Inspectors.Length));
        Assert.Equal(due.GetProperty("demand_S").GetInt32(), result.Short.Parts.Sum(p => p.Seats));
        Assert.Equal(due.GetProperty("capacity_A").GetInt64(), result.Short.Parts.Sum(p => p.Capacity));
        Assert.Equal(due.GetProperty("single_use_pairs_counted").GetInt32(), result.Short.Parts.Sum(p => p.SingleUse));
        Assert.Equal(
            due.GetProperty("officers_counted_by_capacity").EnumerateArray().Select(o => o.GetString()!).Order(StringComparer.Ordinal),
            result.Short.Parts.SelectMany(p => p.Inspectors).Order(StringComparer.Ordinal));
        Assert.Equal(
            due.GetProperty("violated_demand").EnumerateArray().Select(d => d.GetProperty("target").GetString()!).Distinct().Order(StringComparer.Ordinal),
            result.Short.Parts.SelectMany(p => p.Visits).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Feasible))]
    public void Report_LargestChance_NeverBelowTheExactOne(string name)
    {
        MatchVector vector = MatchVector.Of(name);
        MatchResult result = Matcher.Match(vector.Problem, MatchVector.Seed(name));
        foreach (((string visit, string inspector), (int numerator, int denominator)) in vector.Marginals)
        {
            if (vector.Problem.Locked.Any(l => l.Visit == visit && l.Inspector == inspector))
            {
                continue;
            }

            MatchVisit of = vector.Problem.Visits.Single(v => v.Id == visit);
            string department = vector.Problem.Inspectors.Single(i => i.Id == inspector).Department;
            Assert.Contains(result.Report.Classes, c =>
                c.Need.Department == department && of.Teams.Any(t => t.Regions.SequenceEqual(c.Need.Regions) && t.Department == department)
                && c.LargestChance.Numerator * denominator >= numerator * c.LargestChance.Denominator);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_Vector_RoundTrip(string name)
    {
        MatchProblem problem = MatchVector.Of(name).Problem;
        MatchProblem again = MatchProblemDocument.Parse(problem.ToCanonicalJson());
        Assert.Equal(problem.ToCanonicalJson(), again.ToCanonicalJson());
        Assert.Equal(problem.Digest, again.Digest);
        MatchResult result = Matcher.Match(problem, MatchVector.Seed(name));
        Assert.Equal(MatchVector.Line(result.Teams), MatchVector.Line(MatchResultDocument.ReadTeams(problem, MatchResultDocument.Write(result))));
    }
}
