using Ardalis.Specification;
using RandomInspection.Ledger;

namespace RandomInspection.Ardalis;

/// <summary>A named query over a view, as a repository that speaks <c>Ardalis.Specification</c> takes it: criteria, order with ties by key, page.</summary>
/// <typeparam name="T">The view.</typeparam>
public sealed class ViewSpecification<T> : global::Ardalis.Specification.Specification<T>
    where T : class, IView
{
    /// <summary>A query of this library in their words.</summary>
    /// <param name="query">The query; it is read once, here.</param>
    public ViewSpecification(Ledger.ISpecification<T> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query.Where(query.Criteria);
        IOrderedSpecificationBuilder<T> ordered = query.Descending ? Query.OrderByDescending(query.Order) : Query.OrderBy(query.Order);
        ordered.ThenBy(row => row.Key);
        Query.Skip(query.Skip).Take(query.Take);
    }
}
