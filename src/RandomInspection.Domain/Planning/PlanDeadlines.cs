using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>Which departments owe the plan of a year: those with a published catalogue and no approved plan.</summary>
/// <param name="views">The rows.</param>
/// <param name="rules">The profile's rules.</param>
public sealed class PlanDeadlines(IViews views, PlanRules rules)
{
    /// <summary>The plans that a year still lacks, in the order of departments.</summary>
    /// <param name="year">The year.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ImmutableArray<MissingPlan>> MissingAsync(int year, CancellationToken cancellation)
    {
        ILookup<string, PlanView> plans =
            (await views.QueryAllAsync(new PlansOfYear(year, PlanKind.Annual), cancellation)).ToLookup(plan => plan.DepartmentId, StringComparer.Ordinal);
        return
        [
            .. (await views.QueryAllAsync(new AllCatalogues(), cancellation))
                .Where(row => row.Version > 0 && plans[row.Key].All(plan => plan.Status != PlanStatus.Approved))
                .Select(row => new MissingPlan(row.Key, year, rules.DueOn(year), plans[row.Key].MaxBy(plan => plan.Status)?.Key, plans[row.Key].MaxBy(plan => plan.Status)?.Status)),
        ];
    }
}

/// <summary>A plan that is due.</summary>
/// <param name="DepartmentId">Who owes it.</param>
/// <param name="Year">The year.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="PlanId">The plan that has come farthest; <see langword="null"/> if none is begun.</param>
/// <param name="Status">Where that stands; <see langword="null"/> likewise.</param>
public sealed record MissingPlan(string DepartmentId, int Year, LocalDate DueOn, string? PlanId, PlanStatus? Status)
{
    /// <summary>Whether it is late on a day.</summary>
    /// <param name="today">The day.</param>
    public bool IsOverdueOn(LocalDate today) => today > DueOn;
}
