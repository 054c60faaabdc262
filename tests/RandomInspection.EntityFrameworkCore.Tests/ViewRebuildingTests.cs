using Microsoft.Data.Sqlite;
using RandomInspection.Drawing;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Views are thrown away and made anew from the logs.</summary>
public sealed class ViewRebuildingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RebuildViewsAsync_AfterTheWholeWay_EveryRowAsItWas()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync(Way.Steps[^1]);
        string[] before = await RowsAsync(store);
        await ExecuteAsync(store, "DELETE FROM plan_view; DELETE FROM seat_view; UPDATE visit_view SET Status = 'Planned', SubjectName = 'x'; INSERT INTO recusal_view SELECT 'R9', Decision, DepartmentId, Inspector, RequestedAt, Side, SubjectCode, Year FROM recusal_view");
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
    public void DomainViews_EveryViewOfTheLibrary_HasAProjection()
    {
        Type[] views = [.. typeof(DomainViews).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IView)) && type.IsClass)];
        Assert.Equal(
            views.Select(view => view.Name).Order(StringComparer.Ordinal),
            new DomainViews(DomainEvents.Codec, new DrawHashes()).Views.Select(view => view.Name).Order(StringComparer.Ordinal));
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
        await using SqliteConnection connection = new($"Data Source={store.File}");
        await connection.OpenAsync(Cancellation);
        foreach (string view in (string[])["plan_view", "task_view", "obligation_view", "draw_view", "match_view", "visit_view", "seat_view", "draw_offer_view", "joint_offer_view", "replacement_view", "recusal_view", "disclosed_view", "checkpoint_view"])
        {
            await using SqliteCommand select = connection.CreateCommand();
#pragma warning disable CA2100 // The names stand above.
            select.CommandText = $"SELECT * FROM {view} ORDER BY Key";
#pragma warning restore CA2100
            await using SqliteDataReader reader = await select.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={reader.GetValue(i)}").Prepend(view)));
            }
        }

        return [.. rows];
    }

    private static async Task ExecuteAsync(TemporaryStore store, string sql)
    {
        await using SqliteConnection connection = new($"Data Source={store.File}");
        await connection.OpenAsync(Cancellation);
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private sealed class Reports(List<long> reports) : IProgress<long>
    {
        public void Report(long value) => reports.Add(value);
    }
}
