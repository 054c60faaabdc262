using System.Linq.Expressions;

namespace RandomInspection.Ledger;

/// <summary>A query given by its parts; named queries derive their parts from it.</summary>
/// <typeparam name="T">The view.</typeparam>
/// <param name="Criteria">Which rows.</param>
/// <param name="Order">By what they are ordered.</param>
public record Specification<T>(Expression<Func<T, bool>> Criteria, Expression<Func<T, object?>> Order) : ISpecification<T>
    where T : class, IView
{
    /// <inheritdoc />
    public bool Descending { get; init; }

    /// <inheritdoc />
    public int Skip { get; init; }

    /// <inheritdoc />
    public int Take { get; init; } = 500;
}
