using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>A specification judged row by row, as its text says: texts character by character, order by value, nothing first, ties by the bytes of the key.</summary>
internal static class PlainQuery
{
    public static ImmutableArray<T> Answer<T>(IEnumerable<T> rows, ISpecification<T> query)
        where T : class, IView
    {
        Func<T, object?> order = query.Order.Compile();
        IEnumerable<T> found = rows.Where(((Expression<Func<T, bool>>)new Ordinal().Visit(query.Criteria)).Compile());
        IOrderedEnumerable<T> ordered = query.Descending ? found.OrderByDescending(order, ByValue) : found.OrderBy(order, ByValue);
        return [.. ordered.ThenBy(row => row.Key, ByValue).Skip(query.Skip).Take(query.Take)];
    }

    private static Comparer<object?> ByValue { get; } = Comparer<object?>.Create((x, y) => x is string a && y is string b
        ? Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))
        : Comparer<object?>.Default.Compare(x, y));

    /// <summary>The platform's <c>StartsWith</c> of a text follows the culture; a database's does not.</summary>
    private sealed class Ordinal : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.DeclaringType == typeof(string) && node.Method.Name is nameof(string.StartsWith) or nameof(string.EndsWith) && node.Arguments is [{ Type: var only }] && only == typeof(string)
                ? Expression.Call(Visit(node.Object)!, node.Method.Name, null, Visit(node.Arguments[0])!, Expression.Constant(StringComparison.Ordinal))
                : base.VisitMethodCall(node);
    }
}
