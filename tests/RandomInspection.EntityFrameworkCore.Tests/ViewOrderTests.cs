using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>A view whose keys stand in another order than the events they follow from: publications are numbered 1, 2, … and their keys ordered 1, 10, 100, ….</summary>
public abstract class ViewOrderTests
{
    private const int Publications = 2_500;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CheckedView_KeysInAnotherOrderThanEvents_EveryChangeFoundAtItsKey()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        (EventCodec codec, ILedger ledger) = (store.Get<EventCodec>(), store.Get<ILedger>());
        Disclosed[] published =
        [
            .. Enumerable.Range(1, Publications).Select(i => new Disclosed(
                $"d{i}", DisclosureOccasion.ResultFormed, $"V{i}", $"沈阳𠮷{i}店", "market", "门户", Way.Morning + Duration.FromSeconds(i))),
        ];
        LedgerCommit commit = new(
            Actor.System,
            Way.Morning,
            null,
            [new StreamAppend(Disclosure.Publications.Stream, 0, [.. published.Select(codec.Encode)])],
            [.. published.Select((disclosed, index) => DisclosedView.Of(index + 1, disclosed))]);
        await ledger.CommitAsync(commit, Cancellation);
        Assert.Null(await FirstDifferenceAsync(store));

        store.IsTampered = true;
        foreach (string key in new[] { "1", "1001", "2500" })
        {
            await store.ExecuteAsync($"UPDATE disclosed_view SET \"Channel\" = 'x' WHERE \"Key\" = '{key}'");
            Refusal differs = (await FirstDifferenceAsync(store))!;
            Assert.Equal(("RI6083", key, "Channel"), (differs.Code, differs["key"], differs["column"]));
            await store.ExecuteAsync($"UPDATE disclosed_view SET \"Channel\" = '门户', \"Key\" = '{key}x' WHERE \"Key\" = '{key}'");
            Refusal missing = (await FirstDifferenceAsync(store))!;
            Assert.Equal(("RI6081", key), (missing.Code, missing["key"]));
            await store.ExecuteAsync($"UPDATE disclosed_view SET \"Key\" = '{key}' WHERE \"Key\" = '{key}x'");
        }

        Assert.Null(await FirstDifferenceAsync(store));
        string columns = "\"Number\", \"Obligation\", \"Occasion\", \"About\", \"Title\", \"DepartmentId\", \"Channel\", \"PublishedAt\"";
        await store.ExecuteAsync($"INSERT INTO disclosed_view (\"Key\", {columns}) SELECT '1500x', {columns} FROM disclosed_view WHERE \"Key\" = '1500'");
        Refusal extra = (await FirstDifferenceAsync(store))!;
        Assert.Equal(("RI6082", "1500x"), (extra.Code, extra["key"]));
    }

    private static async Task<Refusal?> FirstDifferenceAsync(TemporaryStore store)
    {
        await using StoreCheck check = await StoreCheck.BeginAsync(store.Services, [], Cancellation);
        return await check.RunAsync(Cancellation);
    }
}
