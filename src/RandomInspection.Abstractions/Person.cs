using System.Collections.Immutable;

namespace RandomInspection;

/// <summary>A person who works with the system.</summary>
/// <param name="Id">A stable id, 1 to 64 visible ASCII characters without a colon.</param>
/// <param name="ChineseName">The name in Chinese.</param>
/// <param name="EnglishName">The name in English.</param>
/// <param name="DepartmentId">The id of the department the person belongs to.</param>
/// <param name="Roles">What the person may do.</param>
/// <remarks>The roles compare by reference.</remarks>
public sealed record Person(string Id, string ChineseName, string EnglishName, string DepartmentId, ImmutableArray<Role> Roles)
{
    /// <summary>The ids of the departments above the person's own, the nearest first: in their visits the person may take part (本级或下级执法人员).</summary>
    public ImmutableArray<string> Superiors { get; init; } = [];
}
