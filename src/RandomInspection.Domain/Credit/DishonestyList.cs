using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Credit;

/// <summary>违法失信名单 of all departments, from this library's own entries (跨部门失信联合惩戒: listed by one, listed for all).</summary>
/// <param name="views">The rows.</param>
/// <param name="rules">The rules of the lists.</param>
public sealed class DishonestyList(IViews views, DishonestyRules rules) : IDishonestyList
{
    /// <inheritdoc />
    public async Task<ListedSubjects> ReadAsync(LocalDate day, CancellationToken cancellation) => new(
        day,
        rules.CountsAs,
        (await views.QueryAllAsync(new StandingListings(day), cancellation))
            .GroupBy(entry => entry.SubjectCode, entry => entry.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(subject => subject.Key, subject => subject.Min(StringComparer.Ordinal)!, StringComparer.Ordinal));
}
