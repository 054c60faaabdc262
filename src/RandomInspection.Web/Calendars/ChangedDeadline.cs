using RandomInspection.Disclosure;

namespace RandomInspection.Web.Calendars;

/// <summary>An open deadline that a newer calendar changes.</summary>
/// <param name="Obligation">What must be published.</param>
/// <param name="Before">When it was due.</param>
/// <param name="After">When it is due by the newer calendar.</param>
public sealed record ChangedDeadline(ObligationView Obligation, DueDate Before, DueDate After);
