using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>120 fictional inspectors: 20 of each department, of whom six work for the whole city and fourteen in a district and its neighbour.</summary>
/// <remarks>In each department one has no certificate and one has a certificate that has expired, so that both cases can be shown.</remarks>
public static class SampleInspectors
{
    /// <summary>How many each department has: 20.</summary>
    public const int PerDepartment = 20;

    private const int OfTheCity = 6;
    private const int WithoutCertificate = 12;
    private const int WithExpiredCertificate = 17;

    /// <summary>All 120, by department; names are all different.</summary>
    public static ImmutableArray<SampleInspector> All { get; } = Everyone();

    private static ImmutableArray<SampleInspector> Everyone()
    {
        SplitMix64 random = SplitMix64.For(SampleSubjects.DefaultSeed, -1);
        HashSet<string> names = [.. DemoPeople.All.Select(person => person.ChineseName)];
        ImmutableArray<SampleInspector>.Builder all = ImmutableArray.CreateBuilder<SampleInspector>();
        for (int department = 0; department < SampleDepartments.All.Length; department++)
        {
            string departmentId = SampleDepartments.All[department].Id;
            ImmutableArray<string> items = [.. SampleItems.All.Where(item => item.DepartmentId == departmentId).Select(item => item.Code)];
            for (int number = 1; number <= PerDepartment; number++)
            {
                all.Add(new SampleInspector(
                    string.Create(CultureInfo.InvariantCulture, $"{departmentId}-{number:D2}"),
                    NewName(names, ref random),
                    departmentId,
                    number <= OfTheCity ? SampleLevel.City : SampleLevel.District,
                    number <= OfTheCity ? [.. ShenyangRegions.All.Select(region => region.Label)] : District(number - OfTheCity - 1),
                    Qualifications(items, number, ref random),
                    Certificate(department, number, ref random),
                    6 + random.Below(9)));
            }
        }

        return all.DrainToImmutable();
    }

    private static string NewName(HashSet<string> names, ref SplitMix64 random)
    {
        string name = SampleNames.Person(ref random);
        while (!names.Add(name))
        {
            name = SampleNames.Person(ref random);
        }

        return name;
    }

    /// <summary>One region and the next in the order of codes; the last one's next is the first.</summary>
    private static ImmutableArray<string> District(int index)
    {
        int next = (index + 1) % ShenyangRegions.All.Length;
        return [ShenyangRegions.All[Math.Min(index, next)].Label, ShenyangRegions.All[Math.Max(index, next)].Label];
    }

    /// <summary>Three of the department's five items, or two; over the department every item has several.</summary>
    private static ImmutableArray<string> Qualifications(ImmutableArray<string> items, int number, ref SplitMix64 random)
    {
        int width = 2 + random.Below(2);
        return [.. items.Where((_, i) => (i - number % items.Length + items.Length) % items.Length < width)];
    }

    private static SampleCertificate? Certificate(int department, int number, ref SplitMix64 random)
    {
        LocalDate until = number == WithExpiredCertificate ? new LocalDate(2025, 6, 30) : new LocalDate(2028 + random.Below(3), 1 + random.Below(12), 1).PlusMonths(1).PlusDays(-1);
        return number == WithoutCertificate
            ? null
            : new SampleCertificate(string.Create(CultureInfo.InvariantCulture, $"示{(char)('A' + department)}01{number:D4}"), until.PlusYears(-5).PlusDays(1), until);
    }
}
