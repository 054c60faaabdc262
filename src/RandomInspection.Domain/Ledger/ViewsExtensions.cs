using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>What is asked of views again and again.</summary>
public static class ViewsExtensions
{
    /// <summary>All rows that a query names, its page left aside.</summary>
    /// <typeparam name="T">The view.</typeparam>
    /// <param name="views">The views.</param>
    /// <param name="specification">The query.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>O(rows): of what can be many, ask for a page.</remarks>
    public static Task<ImmutableArray<T>> QueryAllAsync<T>(this IViews views, Specification<T> specification, CancellationToken cancellation)
        where T : class, IView
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(specification);
        return views.QueryAsync(specification with { Skip = 0, Take = int.MaxValue }, cancellation);
    }
}
