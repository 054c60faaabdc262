namespace RandomInspection.Web.Trail;

/// <summary>Who reads the trail of a plan, a task or a draw.</summary>
internal static class TrailReaders
{
    // Their work reaches over departments: approving, witnessing, supervising, looking into another's plan.
    private static readonly Role[] Everywhere =
        [Role.Drafter, Role.DirectoryKeeper, Role.GovernmentApprover, Role.DrawingOperator, Role.Witness, Role.AuthorityHead, Role.Supervisor, Role.ResultAuditor];

    // Not of the staff: neither a subject nor whoever merely keeps the machine running.
    private static readonly Role[] Nowhere = [Role.InspectedParty];

    /// <summary>Whether somebody reads the trail of what a department did: some roles everywhere, other staff in their own department.</summary>
    public static bool Has(Person? reader, string departmentId) =>
        reader is not null
        && (reader.Roles.Any(Everywhere.Contains) || (reader.DepartmentId == departmentId && reader.Roles.Any(role => !Nowhere.Contains(role))));
}
