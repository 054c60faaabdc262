using System.Data.Common;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Drawing;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>Views are thrown away and made anew from the logs.</summary>
public abstract class ViewRebuildingTests
{
    private const int Plans = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RebuildViewsAsync_AfterTheWholeWay_EveryRowAsItWas()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync(Way.Steps[^1]);
        string[] before = await RowsAsync(store);
        await store.ExecuteAsync("""DELETE FROM plan_view; DELETE FROM seat_view; UPDATE visit_view SET "Status" = 'Planned', "SubjectName" = 'x'; UPDATE recusal_view SET "Key" = 'R9'""");
        Assert.NotEqual(before, await RowsAsync(store));

        List<long> reports = [];
        long rows = await store.Services.RebuildViewsAsync(new Reports(reports), Cancellation);

        Assert.Equal(before, await RowsAsync(store));
        Assert.Equal(before.Length, rows);
        Assert.Equal(reports.Order(), reports);
        Assert.NotEmpty(reports);
        Assert.Null(await CheckAsync(store));
    }

    [Fact]
    public async Task RebuildViewsAsync_EmptyStore_NoRows()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        Assert.Equal(0, await store.Services.RebuildViewsAsync(null, Cancellation));
        Assert.Empty(await RowsAsync(store));
    }

    [Fact]
    public async Task RebuildViewsAsync_StreamThatDoesNotReplay_NothingChanged()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.ApprovedTaskAsync();
        string[] before = await RowsAsync(store);
        EncodedEvent reveal = store.Get<EventCodec>().Encode(new CeremonyEvent.Revealed("qiu", "aa", Way.Morning));
        await store.Get<ILedger>().CommitAsync(new LedgerCommit(Actor.System, Way.Morning, null, [new StreamAppend("plan/P2026-009", 0, [reveal])], []), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Services.RebuildViewsAsync(null, Cancellation));

        Assert.Equal(before, await RowsAsync(store));
        Assert.Equal("RI6080", (await CheckAsync(store))!.Code);
        store.IsTampered = true;
    }

    [Fact]
    public async Task RebuildViewsAsync_Cancelled_NothingChanged()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.ApprovedTaskAsync();
        string[] before = await RowsAsync(store);
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Services.RebuildViewsAsync(null, cancelled.Token));

        Assert.Equal(before, await RowsAsync(store));
    }

    [Fact]
    public async Task RebuildViewsAsync_WhileTwoHostsCommit_NoRowLost()
    {
        await using TemporaryStore one = await TemporaryStore.CreateAsync();
        await using TemporaryStore two = await TemporaryStore.CreateAsync(one.Folder);
        await DraftAsync(one, 100);
        await Task.WhenAll(
            Task.Run(() => DraftAsync(one, 200), Cancellation),
            Task.Run(() => DraftAsync(two, 300), Cancellation),
            Task.Run(() => RebuildAsync(one), Cancellation),
            Task.Run(() => RebuildAsync(two), Cancellation));

        Assert.Equal(3 * 2 * Plans, (await RowsAsync(one)).Length);
        Assert.Null(await CheckAsync(two));
    }

    [Fact]
    public void DomainViews_EveryViewOfTheLibrary_HasAProjection()
    {
        Type[] views = [.. typeof(DomainViews).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IView)) && type.IsClass)];
        Assert.Equal(
            views.Select(view => view.Name).Order(StringComparer.Ordinal),
            new DomainViews(DomainEvents.Codec, new DrawHashes()).Views.Select(view => view.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>Drafts plans of one task each: a row of two views with every commit.</summary>
    private static async Task DraftAsync(TemporaryStore store, int from)
    {
        EventCodec codec = store.Get<EventCodec>();
        PublishedItems published = await store.Get<IItemCatalogue>().ReadAsync(new LocalDate(2026, 3, 1), Cancellation);
        for (int number = from; number < from + Plans; number++)
        {
            string id = FormattableString.Invariant($"P2026-{number}");
            (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin(id, 2026, "market", "计划", "ni");
            PlanEvent.TaskAdded added = plan.Add(new PlannedTask($"{id}-T01", "抽查", ["SCJG-01"], new LocalDate(2026, 3, 1), new LocalDate(2026, 12, 31)), published);
            await store.Get<ILedger>().CommitAsync(
                new LedgerCommit(Actor.System, Way.Morning, null, [new StreamAppend($"plan/{id}", 0, [codec.Encode(drafted), codec.Encode(added)])], [PlanView.Of(plan), .. TaskView.Of(plan)]),
                Cancellation);
        }
    }

    private static async Task RebuildAsync(TemporaryStore store)
    {
        for (int time = 0; time < 5; time++)
        {
            await store.Services.RebuildViewsAsync(null, Cancellation);
        }
    }

    private static async Task<Refusal?> CheckAsync(TemporaryStore store)
    {
        await using StoreCheck check = await StoreCheck.BeginAsync(store.Services, [], Cancellation);
        return await check.RunAsync(Cancellation);
    }

    /// <summary>Every row of every view, column by column.</summary>
    private static async Task<string[]> RowsAsync(TemporaryStore store)
    {
        List<string> rows = [];
        await using DbConnection connection = await store.ConnectAsync();
        foreach (string view in (string[])["plan_view", "task_view", "obligation_view", "draw_view", "match_view", "visit_view", "seat_view", "draw_offer_view", "joint_offer_view", "replacement_view", "recusal_view", "disclosed_view", "checkpoint_view"])
        {
            await using DbCommand select = connection.CreateCommand();
#pragma warning disable CA2100 // The names stand above.
            select.CommandText = $"SELECT * FROM {view} ORDER BY \"Key\"";
#pragma warning restore CA2100
            await using DbDataReader reader = await select.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={reader.GetValue(i)}").Prepend(view)));
            }
        }

        return [.. rows];
    }

    private sealed class Reports(List<long> reports) : IProgress<long>
    {
        public void Report(long value) => reports.Add(value);
    }
}
