using System.Text.Json;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>Every instance against what brute force of another implementation says of it.</summary>
public sealed class MatchVectorTests
{
    private static readonly InspectorMatcher Matcher = new();

    public static TheoryData<string> Names => [.. MatchVector.Names];

    public static TheoryData<string> Feasible => [.. MatchVector.Names.Where(name => MatchVector.Of(name).IsFeasible)];

    public static TheoryData<string> Short => [.. MatchVector.Names.Where(name => !MatchVector.Of(name).IsFeasible)];

    /// <summary>What <c>tests/vectors/verify_match.py --vectors</c> prints: the same match by an implementation that shares no code.</summary>
    public static TheoryData<string, string> Digests => new()
    {
        { "A01_complete_3", "35b4005f233294340a7ba2eef5f21c8cfef9e682cfbdfb1a66458c80a872c94b" },
        { "A01_complete_5", "d2b5821a8a8f07b9ee4eb90f51eee33df4b2fc38c0526ffd737ff144d99a0a99" },
        { "A02_derangements_4", "47983fe68f88282e9d585e4a31b2f282be6b5fde2a0fe0fb006d95ad2633d125" },
        { "A02_derangements_6", "23c50c54c6037e988ef267f6531a3221f2f4ae060e804e9d975971ece6e659e5" },
        { "A03_menage_4", "7b78c33e40f7c78879240d2d8921cd34fc00445a12156d1783c2a7cac337800b" },
        { "A03_menage_6", "e58ed382efb6a499569bd169ff256131c418469d83493ccdcf975411eebafbf1" },
        { "A04_2regular_4", "3d67250007a57993ce4f468ec2df22be31f9c218a5bda2a0df6db80f9b673306" },
        { "A04_2regular_6", "9f07f2684539f073ad2a61ccc145e8b71fffb55473fab8e42e11f7fc20a5b113" },
        { "A05_3regular_5", "395ce8e998cd7524612ee35b5e8e701f8c02ee600d9068087a34bb0cbe081588" },
        { "A06_tridiagonal_6", "bf411588189be534a80991ee2a7f2dcd88e2e04005902e90f2c087c53efb1416" },
        { "A07_circulant3_5", "e8f33adb1ed85d334b9ae544d5175963210d105f5741cb09576a87d5b669f7eb" },
        { "A07_circulant3_7", "007145d695f0d3a530786fe02b05d92b170230305c6224cc006c3325189379c2" },
        { "A08_longcycle_10", "5d8f758332c956cdbe82957ede354f733977970152bf42ddd9ce443de1f3c86c" },
        { "A08_longcycle_6", "56a08ab036bbf1cca48f06eef36aa6c2f1defac0137cd6a6961a18d8e7685433" },
        { "B01_two_departments", "68fd123765bceb6489af96d4769c44e47a5f3c59a967df5cb8a9c0f418ecc51e" },
        { "B05_region_level", "4f321411b66beeaf9918bdb57d3243b3075c730a564613d4f608ced5d7c6509e" },
        { "B09_prior_load", "05e195f40d42e7e9f95b056cd99dc408b1e6beab93b25b58c41acf860dcb3625" },
        { "B11_locked_direct", "eda996138b9f9cca3486086e5bd2470545632a8f712565487cd72de8ee46895e" },
        { "B13_identical_types", "61753ef73c3f478efb252ca5cfce49af4741270102332935318d0be35f59bc48" },
        { "B15_greedy_trap", "06f90e43a988906cd560b9e9b5a0a08ebb8eea0ce321d9e53c6ffcafbb02513b" },
        { "B17_medium", "c69b30a1bb44fba617b036a99eb6efacaf22c83a723194bae26183c63a8fa7fd" },
        { "C01_capacity", "8fdf73a88dfc5b04a598847f5e53b89efc610e956e9cd97d5b5bf56670d2aa26" },
        { "C03_region", "27952fe4a2ad0e989d2c173756ba691e07f0787c7b2334b0174a8ad36cc4a5cc" },
        { "C05_hall_subset", "c96ca3efbd2e922329cd1282a2b654f2a50e2cb0c129b90e99754b278731f715" },
        { "C07_last_team", "0d8765807b0891b319eadc5afea7521ce409344d9acf69089e9e1b7d9007c303" },
    };

    [Theory]
    [MemberData(nameof(Digests))]
    public void Match_Vector_DigestAsThePythonImplementations(string name, string digest) =>
        Assert.Equal(digest, Matcher.Match(MatchVector.Of(name).Problem, MatchVector.Seed(name)).Digest.Hex);

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
