using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.SampleData;

namespace RandomInspection.WholeYear;

/// <summary>The thirteen departments of the simulated city, their items, their people and their officers.</summary>
/// <remarks>Seven departments beside the sample's six have items invented for the simulation: they rest on nothing, and say so.</remarks>
internal static class City
{
    /// <summary>Of twelve officers one is on leave in each of these fortnights, another in the next.</summary>
    private const int LeaveTurns = 12;

    private static readonly (string Id, string Chinese, string English)[] Further =
    [
        ("jtys", "交通运输局", "Transport Bureau"),
        ("nync", "农业农村局", "Agriculture and Rural Affairs Bureau"),
        ("rlsb", "人力资源和社会保障局", "Human Resources and Social Security Bureau"),
        ("swjs", "商务局", "Commerce Bureau"),
        ("zrzy", "自然资源局", "Natural Resources Bureau"),
        ("swuj", "水务局", "Water Bureau"),
        ("xfjy", "消防救援支队", "Fire and Rescue Detachment"),
    ];

    /// <summary>The departments that inspect.</summary>
    public static ImmutableArray<Department> Departments { get; } =
        [.. SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), .. Further.Select(d => new Department(d.Id, d.Chinese, d.English))];

    /// <summary>All departments and bodies.</summary>
    public static ImmutableArray<Department> All { get; } =
        [.. Departments, .. SampleDepartments.OtherBodies.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName))];

    /// <summary>Five items of each of the sample's six departments, two of each of the others.</summary>
    public static ImmutableArray<InspectionItem> Items { get; } =
    [
        .. SampleItems.All.Select(i => new InspectionItem(i.Code, i.DepartmentId, i.ChineseTitle, i.EnglishTitle, i.LegalBasis, i.Kind == SampleItemKind.Key, i.RatioPercent)),
        .. Further.SelectMany(d => Enumerable.Range(1, 2), (d, n) => new InspectionItem(
            string.Create(CultureInfo.InvariantCulture, $"{d.Id.ToUpperInvariant()}-{n:00}"), d.Id, $"{d.Chinese}模拟事项{n}", $"Simulated item {n} of the {d.English}", "模拟", false, 5)),
    ];

    /// <summary>The people who prepare, approve, draw, decide, audit and publish: one of each role in each department, and those of the bodies.</summary>
    public static ImmutableArray<Person> People { get; } =
    [
        .. DemoPeople.All.Where(p => Departments.All(d => d.Id != p.DepartmentId)),
        .. from department in Departments
           from role in new[] { Role.DirectoryKeeper, Role.Drafter, Role.DrawingOperator, Role.AuthorityHead, Role.ResultAuditor, Role.Publisher }
           select new Person($"{department.Id}-{role}", $"{department.ChineseName}{role}", $"{role} of {department.EnglishName}", department.Id, [role]),
    ];

    /// <summary>Somebody of a body, for example the witness.</summary>
    public static Person Of(Role role) => DemoPeople.InRole(role)[0];

    /// <summary>A department's person of a role.</summary>
    public static Person Of(string department, Role role) => People.First(p => p.DepartmentId == department && p.Roles.Contains(role));

    /// <summary>The officers of all departments, as even as possible; each has a fortnight of leave in the season of visits, one in 25 a certificate that ends on 30 June.</summary>
    /// <param name="count">How many in all.</param>
    /// <param name="regions">The labels of the regions.</param>
    /// <param name="year">The year.</param>
    public static ImmutableArray<Inspector> Officers(int count, ImmutableArray<string> regions, int year)
    {
        ImmutableArray<Inspector>.Builder all = ImmutableArray.CreateBuilder<Inspector>(count);
        for (int d = 0; d < Departments.Length; d++)
        {
            int own = (count / Departments.Length) + (d < count % Departments.Length ? 1 : 0);
            foreach ((Inspector officer, int i) in SampleOfficers.Of(Departments[d].Id, own, regions, new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 1, 1))).Select((o, i) => (o, i)))
            {
                LocalDate away = new LocalDate(year, 4, 7).PlusWeeks(2 * ((i + d) % LeaveTurns));
                all.Add(officer with
                {
                    Level = i % 3 == 0 ? InspectorLevel.City : officer.Level,
                    Regions = i % 3 == 0 ? [] : officer.Regions,
                    Leave = [new DateInterval(away, away.PlusDays(11))],
                    Certificates = i % 25 == 24
                        ? [new Certificate(officer.Certificates[0].Number, officer.Certificates[0].ValidFrom, new LocalDate(year, 6, 30))]
                        : officer.Certificates,
                });
            }
        }

        return all.DrainToImmutable();
    }
}
