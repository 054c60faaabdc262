namespace RandomInspection.Ledger;

/// <summary>Who does something, and in which role.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Role">The role in which the person acts.</param>
public sealed record Actor(string PersonId, Role Role)
{
    /// <summary>The actor of what the system does by itself, such as loading sample data.</summary>
    public static Actor System { get; } = new("system", Role.Administrator);
}
