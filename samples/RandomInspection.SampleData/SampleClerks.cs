using System.Collections.Immutable;

namespace RandomInspection.SampleData;

/// <summary>Fictional people who prepare and publish for the departments that no demo person does it for.</summary>
public static class SampleClerks
{
    /// <summary>All of them, by department: the drafter first.</summary>
    public static ImmutableArray<Person> All { get; } =
    [
        .. SampleDepartments.All.SelectMany(department => new[] { (Role: Role.Drafter, Word: "拟文员", Id: "nw"), (Role: Role.Publisher, Word: "公示员", Id: "gs") }
            .Where(clerk => DemoPeople.InRole(clerk.Role).All(person => person.DepartmentId != department.Id))
            .Select(clerk => new Person($"{department.Id}-{clerk.Id}", $"{department.ChineseName}{clerk.Word}", $"{department.EnglishName}, {clerk.Role}", department.Id, [clerk.Role]))),
    ];

    /// <summary>The person of a department in one of these two roles.</summary>
    /// <param name="role">Drafter or publisher.</param>
    /// <param name="departmentId">An inspecting department.</param>
    public static Person Of(Role role, string departmentId) =>
        DemoPeople.InRole(role).Concat(All).First(person => person.DepartmentId == departmentId && person.Roles.Contains(role));
}
