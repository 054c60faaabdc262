using System.Collections.Immutable;
using System.Reflection;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <content>Every view and every named query of the library.</content>
internal static partial class ViewCases
{
    private static Task EveryViewAsync(Trial<StoreUnderTest> trial) => ForEveryViewAsync(nameof(KeepsAsync), trial);

    private static Task EveryQueryAsync(Trial<StoreUnderTest> trial) => ForEveryViewAsync(nameof(AnswersAsync), trial);

    private static async Task ForEveryViewAsync(string check, Trial<StoreUnderTest> trial)
    {
        Expect.True(ViewSamples.Views.Length > 0, "The library has views");
        MethodInfo method = typeof(ViewCases).GetMethod(check, BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (Type view in ViewSamples.Views)
        {
            await (Task)method.MakeGenericMethod(view).Invoke(null, [trial])!;
        }
    }

    private static async Task KeepsAsync<T>(Trial<StoreUnderTest> trial)
        where T : class, IView
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        ImmutableArray<T> rows = await WriteAsync<T>(trial);
        foreach (T row in rows)
        {
            Expect.Equal(row, await store.Views.FindAsync<T>(row.Key, cancellation), $"{typeof(T).Name} by its key");
        }

        Specification<T> all = new(_ => true, row => row.Key) { Take = int.MaxValue };
        Expect.Same(PlainQuery.Answer(rows, all), await store.Views.QueryAsync(all, cancellation), $"All of {typeof(T).Name}");
    }

    private static async Task AnswersAsync<T>(Trial<StoreUnderTest> trial)
        where T : class, IView
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        ImmutableArray<T> rows = await WriteAsync<T>(trial);
        foreach (ISpecification<T> query in ViewSamples.Queries(typeof(T)).SelectMany(type => ViewSamples.Of(type, rows)))
        {
            Expect.Same(PlainQuery.Answer(rows, query), await store.Views.QueryAsync(query, cancellation), $"Rows of {query}");
            Expect.Equal(PlainQuery.Answer(rows, new Specification<T>(query.Criteria, query.Order) { Take = int.MaxValue }).Length, await store.Views.CountAsync(query, cancellation), $"Count of {query}");
        }
    }

    private static async Task<ImmutableArray<T>> WriteAsync<T>(Trial<StoreUnderTest> trial)
        where T : class, IView
    {
        ImmutableArray<T> rows = ViewSamples.Rows<T>();
        await trial.Subject.Ledger.CommitAsync(Scene.Rows($"view/{typeof(T).Name}", [.. rows]), trial.Cancellation);
        return rows;
    }
}
