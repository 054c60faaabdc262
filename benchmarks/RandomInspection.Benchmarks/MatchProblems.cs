using System.Globalization;
using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Benchmarks;

/// <summary>Problems of a province's, a city's and a district's size, made from one number: departments, districts, four qualifications, weekly windows, leave, certificates that end.</summary>
internal static class MatchProblems
{
    private const int Qualifications = 4;
    private const int Weeks = 12;

    // At ten visits an inspector and 2.18 seats a visit, 22 on average.
    private const int Ample = 26;
    private const int Scarce = 21;
    private static readonly LocalDate Monday = new(2026, 3, 2);

    /// <summary>100,000 visits with 218,000 seats and 300,000 exclusions, 10,000 inspectors.</summary>
    public static MatchProblem Province => Of(100_000, 10_000, 6, 13, Ample);

    /// <summary>The same with too little capacity.</summary>
    public static MatchProblem ShortProvince => Of(100_000, 10_000, 6, 13, Scarce);

    /// <summary>10,000 visits, 1,000 inspectors.</summary>
    public static MatchProblem City => Of(10_000, 1_000, 2, 4, Ample);

    /// <summary>1,000 visits, 100 inspectors.</summary>
    public static MatchProblem District => Of(1_000, 100, 2, 1, Ample);

    private static MatchProblem Of(int visits, int inspectors, int departments, int districts, int capacity)
    {
        uint state = 20261123;
        MatchInspector[] people = [.. Enumerable.Range(0, inspectors).Select(i => new MatchInspector(
            Id("O", i),
            DepartmentName(i % departments),
            capacity,
            0,
            Below(20) == 0 ? null : Below(5) == 0 ? Two(i / departments % districts) : [DistrictName(i / departments % districts)],
            [.. Enumerable.Range(0, Qualifications).Where(_ => Below(2) == 0).Select(Qualification)],
            Below(3) == 0 ? [Week(Below(Weeks))] : null,
            null,
            Below(20) == 0 ? Monday.PlusWeeks(Below(Weeks)) : null))];
        MatchVisit[] all = [.. Enumerable.Range(0, visits).Select(v =>
        {
            (int department, string district) = (Below(departments), DistrictName(Below(districts)));
            TeamNeed own = Team(department, district);
            return v % 100 < 9
                ? new MatchVisit(Id("V", v), Week(Below(Weeks)), own, Team((department + 1) % departments, district))
                : new MatchVisit(Id("V", v), Week(Below(Weeks)), own);
        })];
        List<MatchExclusion> exclusions = new(3 * visits);
        for (int v = 0; v < visits; v++)
        {
            int first = Below(inspectors);
            for (int i = 0; i < 3; i++)
            {
                exclusions.Add(new MatchExclusion(Id("V", v), Id("O", (first + (i * 7)) % inspectors), i == 0 ? "RI3002" : "RI3003"));
            }
        }

        return MatchProblem.Of(all, people, exclusions);

        TeamNeed Team(int department, string district) => new(DepartmentName(department), 2, Below(3) == 0 ? [Qualification(Below(Qualifications))] : null, [district]);

        string[] Two(int district) => districts == 1 ? [DistrictName(district)] : [DistrictName(district), DistrictName((district + 1 + Below(districts - 1)) % districts)];

        int Below(int bound)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)bound);
        }
    }

    private static string Id(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number:000000}");

    private static string DepartmentName(int number) => string.Create(CultureInfo.InvariantCulture, $"D{number}");

    private static string DistrictName(int number) => string.Create(CultureInfo.InvariantCulture, $"R{number:00}");

    private static string Qualification(int number) => string.Create(CultureInfo.InvariantCulture, $"Q{number}");

    private static DateInterval Week(int week) => new(Monday.PlusWeeks(week), Monday.PlusWeeks(week).PlusDays(4));
}
