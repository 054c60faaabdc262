using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>The daily commitment of the sealed log: there whether or not anything happened, and it opens to what stood then.</summary>
public abstract class SealedLedgerTests
{
    private static readonly LocalDate Monday = new(2026, 11, 23);
    private static readonly Actor Head = new("shou", Role.AuthorityHead);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAsync_EveryDay_OneBlindedCommitmentChangedOrNot()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        SealedLedger heads = store.Get<SealedLedger>();
        for (int day = 0; day < 4; day++)
        {
            if (day == 2)
            {
                await WorkAsync(store, "secret/1", 3);
            }

            Assert.True(await heads.CommitAsync(Monday.PlusDays(day), Way.Morning + Duration.FromDays(day), Cancellation));
            Assert.False(await heads.CommitAsync(Monday.PlusDays(day), Way.Morning + Duration.FromDays(day), Cancellation));
            Assert.False(await heads.CommitAsync(Monday, Way.Morning + Duration.FromDays(day), Cancellation));
        }

        ImmutableArray<LedgerEntry> said = await store.Get<ILedger>().ReadStreamAsync(SealedLedger.Commitments, Cancellation);
        Assert.Equal(4, said.Length);
        Assert.Equal(4, (await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);

        // Of one form, whatever happened: only the day and what nobody can guess differ.
        Assert.Single(said.Select(e => e.Data.Length).Distinct());
        Assert.Equal(4, said.Select(e => Committed(e).Commitment).Distinct().Count());
        Assert.All(said, e => Assert.Equal((Actor.System, "sealed.committed", (string?)null), (e.Actor, e.Type, e.Reason)));
    }

    [Fact]
    public async Task OpenAsync_LaterDay_GivesTheCommitmentOfThatDayAndProvesItsEntries()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        (SealedLedger heads, ILedger ledger) = (store.Get<SealedLedger>(), store.Get<ILedger>());
        await WorkAsync(store, "secret/1", 3);
        await heads.CommitAsync(Monday, Way.Morning, Cancellation);
        await WorkAsync(store, "secret/2", 2);
        await heads.CommitAsync(Monday.PlusDays(1), Way.Morning, Cancellation);

        SealedHead opened = await heads.OpenAsync(Head, Way.Morning, Monday, Cancellation);
        string committed = Committed((await ledger.ReadStreamAsync(SealedLedger.Commitments, Cancellation))[0]).Commitment;
        Assert.Equal(committed, opened.Commit());
        Assert.Equal(committed, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"random-inspection-sealed/1\n2026-11-23\n3\n{opened.Root}\n{opened.Salt}"))));
        Assert.NotEqual(committed, (opened with { Size = 4 }).Commit());

        // The root of that day proves an entry of that day, and not one that came later.
        ImmutableArray<LedgerEntry> entries = await ledger.ReadAsync(LedgerLog.Sealed, 0, 100, Cancellation);
        foreach (LedgerEntry entry in entries.Take(3))
        {
            ImmutableArray<byte[]> path = await ledger.ProveInclusionAsync(LedgerLog.Sealed, entry.Sequence, opened.Size, Cancellation);
            Assert.True(LedgerLeaf.Tree.Verify(LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), entry.Sequence - 1, opened.Size, path, Convert.FromHexString(opened.Root)));
        }

        await Assert.ThrowsAnyAsync<ArgumentException>(() => ledger.ProveInclusionAsync(LedgerLog.Sealed, 4, opened.Size, Cancellation));
        LedgerHead before = await ledger.HeadAsync(LedgerLog.Public, Cancellation);
        Assert.Equal(opened, await heads.OpenAsync(Head, Way.Morning, Monday, Cancellation));
        Assert.Equal(before, await ledger.HeadAsync(LedgerLog.Public, Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI6035", () => heads.OpenAsync(Head, Way.Morning, Monday.PlusDays(7), Cancellation), ("day", "2026-11-30"));
    }

    [Fact]
    public async Task CommitAsync_StoppedBetweenTheLogs_GoesOnWithWhatWasPrepared()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ILedger ledger = store.Get<ILedger>();
        SealedHead prepared = new(Monday, 0, (await ledger.HeadAsync(LedgerLog.Sealed, Cancellation)).Root, new string('7', 64));
        await ledger.CommitAsync(
            new LedgerCommit(Actor.System, Way.Morning, null, [new StreamAppend(SealedLedger.Heads, 0, [DomainEvents.Codec.Encode(new SealedEvent.Prepared(prepared))])], [], Log: LedgerLog.Sealed),
            Cancellation);
        Assert.True(await store.Get<SealedLedger>().CommitAsync(Monday, Way.Morning, Cancellation));
        Assert.Equal(prepared.Commit(), Committed((await ledger.ReadStreamAsync(SealedLedger.Commitments, Cancellation))[0]).Commitment);
        Assert.Equal(1, (await ledger.HeadAsync(LedgerLog.Sealed, Cancellation)).Size);
    }

    /// <summary>However long they have been kept, today's commitment reads the end of its streams, and an old day is still found.</summary>
    [Fact]
    public async Task ReadDaysAsync_AHundredDaysSomeOpened_NewestFirstEachWithWhatOpenedIt()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        SealedLedger heads = store.Get<SealedLedger>();
        Dictionary<LocalDate, SealedHead> opened = [];
        for (int number = 0; number < 100; number++)
        {
            LocalDate day = Monday.PlusDays(number);
            Assert.True(await heads.CommitAsync(day, Way.Morning + Duration.FromDays(number), Cancellation));
            if (number % 40 == 39)
            {
                LocalDate earlier = Monday.PlusDays(number - 37);
                opened[earlier] = await heads.OpenAsync(Head, Way.Morning + Duration.FromDays(number), earlier, Cancellation);
            }
        }

        opened[Monday] = await heads.OpenAsync(Head, Way.Morning + Duration.FromDays(100), Monday, Cancellation);
        SealedDay[] days = await heads.ReadDaysAsync(Cancellation).ToArrayAsync(Cancellation);
        Assert.Equal(Enumerable.Range(0, 100).Select(n => Monday.PlusDays(99 - n)), days.Select(d => d.Day));
        Assert.Equal(opened.OrderByDescending(o => o.Key).Select(o => o.Value), days.Select(d => d.Opened).OfType<SealedHead>());
        Assert.All(days, d => Assert.Equal(opened.ContainsKey(d.Day) ? true : null, d.Holds));
        Assert.Equal(Way.Morning + Duration.FromDays(100), days[^1].OpenedAt);
        Assert.False((days[^1] with { Commitment = days[0].Commitment }).Holds);
    }

    private static SealedEvent.Committed Committed(LedgerEntry entry) => (SealedEvent.Committed)DomainEvents.Codec.Decode(entry);

    private static Task WorkAsync(TemporaryStore store, string stream, int events) => store.Get<ILedger>().CommitAsync(
        new LedgerCommit(
            Head, Way.Morning, null, [new StreamAppend(stream, 0, [.. Enumerable.Range(1, events).Select(i => new EncodedEvent("x.happened", $$"""{"i":{{i}}}"""))])], [], Log: LedgerLog.Sealed),
        Cancellation);
}
