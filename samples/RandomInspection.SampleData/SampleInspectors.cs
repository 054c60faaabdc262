using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>120 fictional inspectors (执法检查人员): 20 of each department, of whom six work for the whole city and fourteen in a district and its neighbour.</summary>
/// <remarks>
/// In each department one is in daily supervision without a certificate, one has a certificate that has expired, one has a certificate that
/// ends in January 2027, and one is on leave in December 2026, so that these cases can be shown. Two of them are demo people: <c>chai</c>
/// and <c>lv</c>. Real certificate numbers do not start with 示.
/// </remarks>
public static class SampleInspectors
{
    /// <summary>How many each department has: 20.</summary>
    public const int PerDepartment = 20;

    private const int OfTheCity = 6;
    private const int OnLeave = 9;
    private const int WithoutCertificate = 12;
    private const int WithEndingCertificate = 14;
    private const int WithExpiredCertificate = 17;

    private static readonly LocalDate Expired = new(2025, 6, 30);

    /// <summary>All 120, by department; names are all different.</summary>
    public static ImmutableArray<Inspector> All { get; } = Everyone();

    /// <summary>Those with a certificate that has not expired, as people who sign in as inspectors; without the demo people among them.</summary>
    public static ImmutableArray<Person> People { get; } =
    [
        .. All.Where(inspector => inspector.Certificates is [.., { ValidTo: var last }] && last > Expired && DemoPeople.All.All(person => person.Id != inspector.Id))
            .Select(inspector => new Person(inspector.Id, inspector.Name, inspector.Id, inspector.DepartmentId, [Role.Inspector])),
    ];

    private static ImmutableArray<Inspector> Everyone()
    {
        SplitMix64 random = SplitMix64.For(SampleSubjects.DefaultSeed, -1);
        HashSet<string> names = [.. DemoPeople.All.Select(person => person.ChineseName)];
        ImmutableArray<Inspector>.Builder all = ImmutableArray.CreateBuilder<Inspector>();
        for (int department = 0; department < SampleDepartments.All.Length; department++)
        {
            string departmentId = SampleDepartments.All[department].Id;
            ImmutableArray<string> items = [.. SampleItems.All.Where(item => item.DepartmentId == departmentId).Select(item => item.Code)];
            for (int number = 1; number <= PerDepartment; number++)
            {
                Inspector inspector = new()
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"{departmentId}-{number:D2}"),
                    Name = NewName(names, ref random),
                    DepartmentId = departmentId,
                    Kind = number == WithoutCertificate ? InspectorKind.SupervisionStaff : number % 5 == 0 ? InspectorKind.CertifiedStaff : InspectorKind.Officer,
                    Level = number <= OfTheCity ? InspectorLevel.City : InspectorLevel.District,
                    Regions = number <= OfTheCity ? [] : District(number - OfTheCity - 1),
                    Qualifications = Qualifications(items, number, ref random),
                    Certificates = Certificates(department, number, ref random),
                    Leave = number == OnLeave ? [new DateInterval(new LocalDate(2026, 12, 7), new LocalDate(2026, 12, 18))] : [],
                    Capacity = 6 + random.Below(9),
                };
                all.Add(number == 1 && DemoOf(departmentId) is { } person ? inspector with { Id = person.Id, Name = person.ChineseName } : inspector);
            }
        }

        return all.DrainToImmutable();
    }

    /// <summary>The demo person who takes the place of a department's number 1.</summary>
    private static Person? DemoOf(string departmentId) =>
        DemoPeople.InRole(Role.Inspector).FirstOrDefault(person => person.DepartmentId == departmentId);

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
    private static ImmutableArray<string> District(int index) =>
        [ShenyangRegions.All[index].Label, ShenyangRegions.All[(index + 1) % ShenyangRegions.All.Length].Label];

    /// <summary>Three of the department's five items, or two; over the department every item has several.</summary>
    private static ImmutableArray<string> Qualifications(ImmutableArray<string> items, int number, ref SplitMix64 random)
    {
        int width = 2 + random.Below(2);
        return [.. items.Where((_, i) => (i - number % items.Length + items.Length) % items.Length < width)];
    }

    private static ImmutableArray<Certificate> Certificates(int department, int number, ref SplitMix64 random)
    {
        LocalDate last = number == WithExpiredCertificate ? Expired : new LocalDate(2028 + random.Below(3), 1 + random.Below(12), 1).PlusMonths(1).PlusDays(-1);
        last = number == WithEndingCertificate ? new LocalDate(2027, 1, 15) : last;
        return number == WithoutCertificate
            ? []
            : [new Certificate(string.Create(CultureInfo.InvariantCulture, $"示{(char)('A' + department)}01{number:D4}"), last.PlusYears(-5).PlusDays(1), last)];
    }
}
