using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>Who acts, and when: every step of a workflow is told both.</summary>
/// <param name="Person">Who.</param>
/// <param name="At">Now.</param>
public sealed record Acting(Person Person, Instant At)
{
    /// <summary>The person as an actor in a step that is no department's, or begins something of their own department's.</summary>
    /// <param name="step">The step, which says the roles.</param>
    /// <exception cref="InputRefusedException">The person holds none of them (RI2013).</exception>
    public Actor As(WorkStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new Actor(Person.Id, step.RoleOf(Person));
    }

    /// <summary>The person as an actor in a step, for a matter of one department.</summary>
    /// <param name="step">The step, which says the roles and whether another department's person may do it.</param>
    /// <param name="departmentId">The department.</param>
    /// <exception cref="InputRefusedException">The person belongs to another department (RI2012) or holds none of the roles (RI2013).</exception>
    public Actor As(WorkStep step, string departmentId)
    {
        ArgumentNullException.ThrowIfNull(step);
        bool reaches = step.Reach switch
        {
            StepReach.OwnDepartment => Person.DepartmentId == departmentId,
            StepReach.WithSubordinates => Person.DepartmentId == departmentId || Person.Superiors.Contains(departmentId),
            _ => true,
        };
        return reaches
            ? As(step)
            : throw StepRefusals.OtherDepartment.Refuse(("person", Person.Id), ("department", departmentId));
    }
}
