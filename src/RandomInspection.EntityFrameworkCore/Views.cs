using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Views as tables; they are written by the ledger only.</summary>
internal sealed class Views(IDbContextFactory<InspectionContext> contexts) : IViews
{
    public async Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IView
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<T>().AsNoTracking().SingleOrDefaultAsync(v => v.Key == key, cancellation);
    }

    public async Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView
    {
        ArgumentNullException.ThrowIfNull(specification);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<T> rows = context.Set<T>().AsNoTracking().Where(specification.Criteria);
        IOrderedQueryable<T> ordered = specification.Descending ? rows.OrderByDescending(specification.Order) : rows.OrderBy(specification.Order);
        return [.. await ordered.ThenBy(v => v.Key).Skip(specification.Skip).Take(specification.Take).ToListAsync(cancellation)];
    }

    public async Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView
    {
        ArgumentNullException.ThrowIfNull(specification);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Set<T>().CountAsync(specification.Criteria, cancellation);
    }
}
