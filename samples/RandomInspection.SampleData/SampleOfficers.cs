using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>Fictional officers of one department, as many as a large list needs.</summary>
public static class SampleOfficers
{
    /// <summary>Officers with valid certificates: a fifth for the whole city, the others for one region and the next; every tenth on leave for a week.</summary>
    /// <param name="departmentId">Their department.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="regions">The labels of the regions, one or more.</param>
    /// <param name="leave">The week in which every tenth is away.</param>
    public static ImmutableArray<Inspector> Of(string departmentId, int count, ImmutableArray<string> regions, DateInterval leave)
    {
        SplitMix64 random = SplitMix64.For(SampleSubjects.DefaultSeed, -2);
        ImmutableArray<Inspector>.Builder officers = ImmutableArray.CreateBuilder<Inspector>(count);
        for (int number = 1; number <= count; number++)
        {
            officers.Add(new Inspector
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{departmentId}-{number:D4}"),
                Name = SampleNames.Person(ref random),
                DepartmentId = departmentId,
                Kind = InspectorKind.Officer,
                Level = number % 5 == 0 ? InspectorLevel.City : InspectorLevel.District,
                Regions = number % 5 == 0 ? [] : [regions[number % regions.Length], regions[(number + 1) % regions.Length]],
                Qualifications = [],
                Certificates = [new Certificate(string.Create(CultureInfo.InvariantCulture, $"示Z{number:D6}"), new LocalDate(2025, 1, 1), new LocalDate(2029, 12, 31))],
                Leave = number % 10 == 0 ? [leave] : [],
                Capacity = 30,
                Status = InspectorStatus.Active,
            });
        }

        return officers.DrainToImmutable();
    }
}
