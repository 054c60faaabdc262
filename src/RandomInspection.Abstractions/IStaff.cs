using System.Collections.Immutable;

namespace RandomInspection;

/// <summary>Who works with the system: departments and persons, as the host knows them.</summary>
public interface IStaff
{
    /// <summary>All departments.</summary>
    ImmutableArray<Department> Departments { get; }

    /// <summary>The person of an id, or <see langword="null"/>.</summary>
    /// <param name="personId">An id.</param>
    Person? FindPerson(string personId);

    /// <summary>The department of an id, or <see langword="null"/>.</summary>
    /// <param name="departmentId">An id.</param>
    Department? FindDepartment(string departmentId);
}
