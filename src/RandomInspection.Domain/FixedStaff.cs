using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RandomInspection;

/// <summary>Departments and persons that the host gives as they stand.</summary>
public sealed class FixedStaff : IStaff
{
    private readonly FrozenDictionary<string, Department> _departments;
    private readonly FrozenDictionary<string, Person> _persons;

    /// <summary>These departments and persons.</summary>
    /// <param name="departments">The departments, ids distinct.</param>
    /// <param name="persons">The persons, ids distinct.</param>
    /// <exception cref="ArgumentException">An id stands twice, a superior is not among them, or a department is above itself.</exception>
    public FixedStaff(IEnumerable<Department> departments, IEnumerable<Person> persons)
    {
        Departments = [.. departments];
        _departments = Departments.ToFrozenDictionary(d => d.Id, StringComparer.Ordinal);
        foreach (Department department in Departments)
        {
            if (department.Superior is { } superior && (!_departments.ContainsKey(superior) || this.SuperiorsOf(department.Id).Contains(department.Id)))
            {
                throw new ArgumentException($"{department.Id} has no such superior: {superior}.", nameof(departments));
            }
        }

        _persons = persons.Select(p => p with { Superiors = this.SuperiorsOf(p.DepartmentId) }).ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public ImmutableArray<Department> Departments { get; }

    /// <inheritdoc />
    public Person? FindPerson(string personId) => _persons.GetValueOrDefault(personId);

    /// <inheritdoc />
    public Department? FindDepartment(string departmentId) => _departments.GetValueOrDefault(departmentId);
}
