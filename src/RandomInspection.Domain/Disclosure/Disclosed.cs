using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Disclosure;

/// <summary>公示流：something may be known from now on, as it stands in the ledger (stream <c>publication</c>, whose versions are its numbers).</summary>
/// <param name="Obligation">The duty that was met.</param>
/// <param name="Occasion">What raised it.</param>
/// <param name="About">What is published: a plan's, a draw's or a visit's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="DepartmentId">Who published it.</param>
/// <param name="Channel">Where.</param>
/// <param name="PublishedAt">When.</param>
public sealed record Disclosed(
    string Obligation, DisclosureOccasion Occasion, string About, string Title, string DepartmentId, string Channel, Instant PublishedAt);
