using System.Collections.Immutable;

namespace RandomInspection;

/// <summary>上级与下级：the lines of departments.</summary>
public static class StaffLines
{
    /// <summary>The departments above one, the nearest first.</summary>
    /// <param name="staff">The staff.</param>
    /// <param name="departmentId">The department.</param>
    public static ImmutableArray<string> SuperiorsOf(this IStaff staff, string departmentId)
    {
        ArgumentNullException.ThrowIfNull(staff);
        ImmutableArray<string>.Builder above = ImmutableArray.CreateBuilder<string>();
        for (string? next = staff.FindDepartment(departmentId)?.Superior; next is not null && !above.Contains(next); next = staff.FindDepartment(next)?.Superior)
        {
            above.Add(next);
        }

        return above.ToImmutable();
    }

    /// <summary>The departments below one, at every level, in the order of <see cref="IStaff.Departments"/>.</summary>
    /// <param name="staff">The staff.</param>
    /// <param name="departmentId">The department.</param>
    public static ImmutableArray<string> SubordinatesOf(this IStaff staff, string departmentId)
    {
        ArgumentNullException.ThrowIfNull(staff);
        return [.. staff.Departments.Select(d => d.Id).Where(id => staff.SuperiorsOf(id).Contains(departmentId))];
    }
}
