using NodaTime;

namespace RandomInspection.Supervision;

/// <summary>What figures are about: one department or all, and a period.</summary>
/// <param name="DepartmentId">The department; <see langword="null"/> for all.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included, not before the first.</param>
public sealed record SupervisionScope(string? DepartmentId, LocalDate From, LocalDate To)
{
    /// <summary>A calendar year of all departments.</summary>
    /// <param name="year">The year.</param>
    public static SupervisionScope OfYear(int year) => new(null, new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));

    /// <summary>Whether a day lies in the period.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(LocalDate day) => From <= day && day <= To;

    /// <summary>Whether a department is asked for.</summary>
    /// <param name="departmentId">The department.</param>
    public bool IsAbout(string departmentId) => DepartmentId is null || DepartmentId == departmentId;
}
