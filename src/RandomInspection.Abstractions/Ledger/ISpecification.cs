using System.Linq.Expressions;

namespace RandomInspection.Ledger;

/// <summary>A named query over the rows of one view.</summary>
/// <typeparam name="T">The view.</typeparam>
public interface ISpecification<T>
    where T : class, IView
{
    /// <summary>Which rows.</summary>
    Expression<Func<T, bool>> Criteria { get; }

    /// <summary>By what they are ordered: texts by the bytes of UTF-8, everything else by its value, nothing before something; ties by key.</summary>
    Expression<Func<T, object?>> Order { get; }

    /// <summary>Whether the largest comes first.</summary>
    bool Descending { get; }

    /// <summary>Rows to pass over, 0 or more.</summary>
    int Skip { get; }

    /// <summary>Rows at most, 1 or more.</summary>
    int Take { get; }
}
