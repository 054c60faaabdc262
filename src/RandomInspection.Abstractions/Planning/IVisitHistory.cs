using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Planning;

/// <summary>Port: who was visited, by whom and when. The library gives it from its own visits and drawn lists; a host that knows of more gives its own.</summary>
public interface IVisitHistory
{
    /// <summary>The visits since a day, and every visit that is still to come, in any order.</summary>
    /// <param name="from">The first day that counts, included.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<PastVisit>> ReadAsync(LocalDate from, CancellationToken cancellation);
}
