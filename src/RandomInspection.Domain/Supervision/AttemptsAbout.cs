using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>The refused attempts about a matter, the newest last.</summary>
/// <param name="About">The matter's id.</param>
public sealed record AttemptsAbout(string About) : Specification<AttemptView>(attempt => attempt.About == About, attempt => attempt.At);
