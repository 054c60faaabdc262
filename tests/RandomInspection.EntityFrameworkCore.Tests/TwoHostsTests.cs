using System.Collections.Immutable;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>Two hosts on one database: no update lost, no sequence doubled, the same views.</summary>
public abstract class TwoHostsTests
{
    private const int Clients = 6;
    private const int Each = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAsync_BothCountUpOneRow_EveryCountCounts()
    {
        await using TemporaryStore one = await TemporaryStore.CreateAsync();
        await using TemporaryStore two = await TemporaryStore.CreateAsync(one.Folder);
        one.IsTampered = two.IsTampered = true; // rows without the events they would follow from
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => CountUpAsync(client % 2 == 0 ? one : two, client), Cancellation)));

        ImmutableArray<LedgerEntry> entries = await one.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation);
        Assert.Equal(Clients * Each * 2, entries.Length);
        foreach (TemporaryStore host in new[] { one, two })
        {
            Assert.Equal($"{Clients * Each}", (await host.Get<IViews>().FindAsync<DrawOfferView>("shared", Cancellation))!.With);
            Assert.Equal(Clients * Each, (await host.Get<ILedger>().ReadStreamAsync("count/shared", Cancellation)).Length);
            Assert.Equal(entries, await host.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation));
            await LedgerAssert.IsWholeAsync(host);
        }
    }

    /// <summary>Reads a count and writes one more, in a row that all share and in one of its own; whoever was too late reads again.</summary>
    private static async Task CountUpAsync(TemporaryStore host, int client)
    {
        ILedger ledger = host.Get<ILedger>();
        for (int i = 0; i < Each;)
        {
            int version = (await ledger.ReadStreamAsync("count/shared", Cancellation)).Length;
            LedgerCommit next = GroupCommitTests.Commit("count/shared", version);
            Exception? failure = await GroupCommitTests.OutcomeAsync(ledger.CommitAsync(
                next with
                {
                    Appends = [.. next.Appends, .. GroupCommitTests.Commit($"count/{client}", i).Appends],
                    Views = [Row("shared", version + 1), Row($"of {client}", i + 1)],
                },
                Cancellation));
            i += failure is null ? 1 : 0;
            Assert.True(failure is null or AppendConflictException, failure?.ToString());
        }
    }

    private static DrawOfferView Row(string key, int count) => new() { Key = key, DepartmentId = "d", With = $"{count}" };
}
