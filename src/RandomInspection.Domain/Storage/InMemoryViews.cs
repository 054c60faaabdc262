using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>Views in memory; they are written by the ledger only.</summary>
internal sealed class InMemoryViews(InMemoryStore store) : IViews
{
    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IView
    {
        ArgumentNullException.ThrowIfNull(key);
        return InMemory.Run(() => (T?)Rows<T>().GetValueOrDefault(key), cancellation);
    }

    public Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView
    {
        ArgumentNullException.ThrowIfNull(specification);
        return InMemory.Run(
            () =>
            {
                IEnumerable<T> rows = Rows<T>().Values.Cast<T>().Where(Ordinal.Compile(specification.Criteria));
                Func<T, object?> order = specification.Order.Compile();
                IOrderedEnumerable<T> ordered = specification.Descending ? rows.OrderByDescending(order, AsColumns) : rows.OrderBy(order, AsColumns);
                return ordered.ThenBy(row => row.Key, AsColumns).Skip(specification.Skip).Take(specification.Take).ToImmutableArray();
            },
            cancellation);
    }

    public Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView
    {
        ArgumentNullException.ThrowIfNull(specification);
        return InMemory.Run(() => Rows<T>().Values.Cast<T>().Count(Ordinal.Compile(specification.Criteria)), cancellation);
    }

    /// <summary>The order of the databases: nothing first, text by its bytes, everything else by its value.</summary>
    private static Comparer<object?> AsColumns { get; } = Comparer<object?>.Create((x, y) => (x, y) switch
    {
        (string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)),
        (Enum a, Enum b) => string.CompareOrdinal(a.ToString(), b.ToString()),
        _ => Comparer<object?>.Default.Compare(x, y),
    });

    private ImmutableDictionary<string, IView> Rows<T>() => store.State.Views.GetValueOrDefault(typeof(T), ImmutableDictionary<string, IView>.Empty);

    /// <summary>Texts are compared character by character; the platform's own <c>StartsWith</c> would follow the culture.</summary>
    private sealed class Ordinal : ExpressionVisitor
    {
        private static readonly MethodInfo StartsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string), typeof(StringComparison)])!;
        private static readonly MethodInfo EndsWith = typeof(string).GetMethod(nameof(string.EndsWith), [typeof(string), typeof(StringComparison)])!;

        public static Func<T, bool> Compile<T>(Expression<Func<T, bool>> criteria) => ((Expression<Func<T, bool>>)new Ordinal().Visit(criteria)).Compile();

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            bool followsCulture = node.Method.DeclaringType == typeof(string)
                && node.Method.Name is nameof(string.StartsWith) or nameof(string.EndsWith)
                && node.Arguments is [{ } only] && only.Type == typeof(string);
            return followsCulture
                ? Expression.Call(Visit(node.Object)!, node.Method.Name == nameof(string.StartsWith) ? StartsWith : EndsWith, Visit(node.Arguments[0])!, Expression.Constant(StringComparison.Ordinal))
                : base.VisitMethodCall(node);
        }
    }
}
