using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>Who acts, and when: every step of a workflow is told both.</summary>
/// <param name="Person">Who.</param>
/// <param name="At">Now.</param>
public sealed record Acting(Person Person, Instant At)
{
    /// <summary>The person as an actor in a role.</summary>
    /// <param name="role">The role that the step needs.</param>
    /// <exception cref="InputRefusedException">The person does not hold it (RI2013).</exception>
    public Actor As(Role role)
    {
        (string chinese, string english) = StateWords.Of(role);
        return Person.Roles.Contains(role)
            ? new Actor(Person.Id, role)
            : throw PlanningRefusals.RoleNeeded.Refuse(("person", Person.Id), ("role", role), ("roleZh", chinese), ("roleEn", english));
    }

    /// <summary>The person as an actor in a role, for a matter of one department.</summary>
    /// <param name="role">The role that the step needs.</param>
    /// <param name="departmentId">The department.</param>
    /// <exception cref="InputRefusedException">The person does not hold the role (RI2013) or belongs to another department (RI2012).</exception>
    public Actor As(Role role, string departmentId) =>
        Person.DepartmentId == departmentId
            ? As(role)
            : throw PlanningRefusals.OtherDepartment.Refuse(("person", Person.Id), ("department", departmentId));
}
