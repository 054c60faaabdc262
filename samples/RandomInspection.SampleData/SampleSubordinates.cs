using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>A fictional department below the market regulation bureau (下级部门), with its officers: 三(六) lets officers of the own or a subordinate level take part.</summary>
public static class SampleSubordinates
{
    /// <summary>Id of the market regulation bureau of Shenhe District (沈河区市场监管局).</summary>
    public const string Shenhe = "scjg-sh";

    /// <summary>The departments below those of <see cref="SampleDepartments.All"/>.</summary>
    public static ImmutableArray<Department> Departments { get; } =
    [
        new(Shenhe, "沈河区市场监管局", "Market Regulation Bureau of Shenhe District") { Superior = SampleDepartments.Market, Level = DepartmentLevel.District, Region = "沈河区" },
    ];

    /// <summary>Their officers, all of the district, each with a certificate that is valid until the end of 2029.</summary>
    public static ImmutableArray<Inspector> Inspectors { get; } =
    [
        .. new[] { "辛守勤", "荀知微", "阮问渠", "邵执平", "谈慎言", "蔺察实" }.Select((name, i) => new Inspector
        {
            Id = $"{Shenhe}-{i + 1:D2}",
            Name = name,
            DepartmentId = Shenhe,
            Kind = InspectorKind.Officer,
            Level = InspectorLevel.District,
            Regions = ["沈河区"],
            Qualifications = ["SCJG-01", "SCJG-02"],
            Certificates = [new Certificate($"示Y01{i + 1:D4}", new LocalDate(2025, 1, 1), new LocalDate(2029, 12, 31))],
            Capacity = 12,
        }),
    ];

    /// <summary>The same officers as people who sign in.</summary>
    public static ImmutableArray<Person> People { get; } =
        [.. Inspectors.Select(inspector => new Person(inspector.Id, inspector.Name, inspector.Id, inspector.DepartmentId, [Role.Inspector]))];
}
