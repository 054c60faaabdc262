using System.Collections.Immutable;
using System.Globalization;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.TestKit;

/// <content>Rows travel with the commit that changes them; rows at size.</content>
internal static partial class ViewCases
{
    private static async Task RefusedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Rows("s/1", Scene.Task("t", "先")), cancellation);
        await Soundness.RefusedAsync<AppendConflictException>(
            store, () => store.Ledger.CommitAsync(Scene.Rows("s/1", Scene.Task("t", "后"), Scene.Task("u")), cancellation), "A commit whose stream conflicts", cancellation);
        Expect.Same([Scene.Task("t", "先")], await store.Views.QueryAsync(All, cancellation), "Rows after the refusal");
    }

    private static async Task ConcurrentAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Rows("row", Scene.Task("t", "1")), cancellation);
        await Scene.AtOnceAsync(settings.AtOnce / 4, async number =>
        {
            for (int tries = 0; tries < 4; tries++)
            {
                int version = (await store.Ledger.ReadStreamAsync("row", cancellation)).Length;
                try
                {
                    await store.Ledger.CommitAsync(
                        Scene.Commit(Scene.Append("row", version)) with { Views = [Scene.Task("t", (version + 1).ToString(CultureInfo.InvariantCulture))] }, cancellation);
                }
                catch (AppendConflictException)
                {
                    // Somebody else was faster; the row must be theirs then.
                }
            }

            return number;
        });
        int versions = (await store.Ledger.ReadStreamAsync("row", cancellation)).Length;
        Expect.Equal(versions.ToString(CultureInfo.InvariantCulture), (await store.Views.FindAsync<TaskView>("t", cancellation))?.Title, "The row beside its stream's last version");
    }

    private static async Task WholeCommitsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        const int Rows = 30;
        await store.Ledger.CommitAsync(Write(0), cancellation);
        Task writing = Task.Run(
            async () =>
            {
                for (int round = 1; round < 15; round++)
                {
                    await store.Ledger.CommitAsync(Write(round), cancellation);
                }
            },
            cancellation);
        do
        {
            ImmutableArray<TaskView> read = await store.Views.QueryAsync(All, cancellation);
            Expect.Equal((Rows, 1), (read.Length, read.Select(t => t.Title).Distinct().Count()), "Rows, and how many commits they are of");
        }
        while (!writing.IsCompleted);

        await writing;

        static LedgerCommit Write(int round) => Scene.Rows(
            $"round/{round}", [.. Enumerable.Range(0, Rows).Select(n => Scene.Task($"K{n:D2}", round.ToString(CultureInfo.InvariantCulture)))]);
    }

    private static async Task CancelledAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Rows("s/1", Scene.Task("t")), cancellation);
        CancellationToken cancelled = new(canceled: true);
        await Expect.ThrowsAsync<OperationCanceledException>(() => store.Views.FindAsync<TaskView>("t", cancelled), "A row");
        await Expect.ThrowsAsync<OperationCanceledException>(() => store.Views.QueryAsync(All, cancelled), "A query");
        await Expect.ThrowsAsync<OperationCanceledException>(() => store.Views.CountAsync(All, cancelled), "A count");
    }

    private static async Task ManyAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        const int AtOnce = 10_000;
        for (int written = 0; written < settings.Rows; written += AtOnce)
        {
            await store.Ledger.CommitAsync(
                Scene.Rows($"s/{written}", [.. Enumerable.Range(written, Math.Min(AtOnce, settings.Rows - written)).Select(n => Scene.Task($"K{n:D7}", $"题{n % 7}", $"P{n % 10}"))]),
                cancellation);
        }

        Specification<TaskView> query = new(task => task.PlanId == "P3", task => task.Title) { Take = 100 };
        Expect.Equal(Enumerable.Range(0, settings.Rows).Count(n => n % 10 == 3), await store.Views.CountAsync(query, cancellation), "Count of a tenth");
        string[] due = [.. Enumerable.Range(0, settings.Rows).Where(n => n % 10 == 3).OrderBy(n => n % 7).ThenBy(n => n).Select(n => $"K{n:D7}")];
        int last = due.Length - 50;
        Expect.Same(due.Take(100), (await store.Views.QueryAsync(query, cancellation)).Select(t => t.Key), "The first page");
        Expect.Same(due.Skip(last), (await store.Views.QueryAsync(query with { Skip = last }, cancellation)).Select(t => t.Key), "The last page");
    }
}
