using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>The rows as somebody may read them who has no part in what is still secret: it is not in lists, not in counts, not under its id.</summary>
/// <param name="views">The rows.</param>
/// <param name="hidden">The numbers that are hidden, asked for anew each time; <see langword="null"/> for what is hidden from the public.</param>
public sealed class OpenViews(IViews views, Func<CancellationToken, Task<ImmutableArray<string>>>? hidden = null) : IViews
{
    private readonly Func<CancellationToken, Task<ImmutableArray<string>>> _hidden = hidden ?? (cancellation => Embargoes.HiddenAsync(views, null, cancellation));

    /// <inheritdoc />
    public async Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IView
    {
        ArgumentNullException.ThrowIfNull(key);
        return SecretNumbers.Find(key) is { } number && (await _hidden(cancellation)).Contains(number) ? null : await views.FindAsync<T>(key, cancellation);
    }

    /// <inheritdoc />
    public async Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => await views.QueryAsync(await WithoutAsync(specification, cancellation), cancellation);

    /// <inheritdoc />
    public async Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => await views.CountAsync(await WithoutAsync(specification, cancellation), cancellation);

    private async Task<ISpecification<T>> WithoutAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView
    {
        ArgumentNullException.ThrowIfNull(specification);
        ImmutableArray<string> numbers = await _hidden(cancellation);
        return numbers.IsEmpty ? specification : new Without<T>(specification, numbers);
    }

    /// <summary>A query whose rows have none of the numbers in their keys.</summary>
    private sealed class Without<T>(ISpecification<T> asked, ImmutableArray<string> numbers) : ISpecification<T>
        where T : class, IView
    {
        public Expression<Func<T, bool>> Criteria { get; } = Expression.Lambda<Func<T, bool>>(
            numbers.Aggregate(
                asked.Criteria.Body,
                (criteria, number) => Expression.AndAlso(
                    Expression.Not(Expression.Call(
                        KeyOf(asked.Criteria.Parameters[0]), typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!, Expression.Constant(number))),
                    criteria)),
            asked.Criteria.Parameters);

        public Expression<Func<T, object?>> Order => asked.Order;

        public bool Descending => asked.Descending;

        public int Skip => asked.Skip;

        public int Take => asked.Take;

        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A view has its key by the interface by which stores keep it, so nothing trims it.")]
        private static MemberExpression KeyOf(ParameterExpression row) => Expression.Property(row, nameof(IView.Key));
    }
}
