using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>Storage port: rows to list and to search.</summary>
public interface IViews
{
    /// <summary>The row of a key, or <see langword="null"/>.</summary>
    /// <typeparam name="T">The view.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IView;

    /// <summary>The rows that a query names.</summary>
    /// <typeparam name="T">The view.</typeparam>
    /// <param name="specification">The query.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView;

    /// <summary>How many rows a query names, its page left aside.</summary>
    /// <typeparam name="T">The view.</typeparam>
    /// <param name="specification">The query.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView;
}
