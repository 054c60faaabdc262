using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Ledger;

/// <summary>One blinded commitment a day of what is secret, opened afterwards.</summary>
public sealed class SealedLedgerTests : IDisposable
{
    private static readonly LocalDate First = new(2026, 11, 23), Second = new(2026, 11, 24), Third = new(2026, 11, 26);
    private static readonly Instant Now = MemoryHost.Morning;

    private readonly MemoryHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Commit_EachDayOnce_OpenedDaysSayWhatTheyWereMadeOf()
    {
        SealedLedger ledger = Of();
        Assert.True(await ledger.CommitAsync(First, Now, Cancellation));
        Assert.False(await ledger.CommitAsync(First, Now, Cancellation));
        Assert.False(await ledger.CommitAsync(First.PlusDays(-1), Now, Cancellation)); // a day that was left out is not made up for
        Assert.True(await ledger.CommitAsync(Second, Now + Duration.FromDays(1), Cancellation));
        Assert.Equal((2, 2), (await VersionAsync(SealedLedger.Heads), await VersionAsync(SealedLedger.Commitments)));

        SealedHead head = await ledger.OpenAsync(Actor.System, Now + Duration.FromDays(2), Second, Cancellation);
        Assert.Equal((Second, 1L), (head.Day, head.Size)); // the day before had been prepared in it
        Assert.Equal(head, await ledger.OpenAsync(Actor.System, Now + Duration.FromDays(3), Second, Cancellation));
        Assert.Equal(3, await VersionAsync(SealedLedger.Commitments));

        SealedDay[] days = await ledger.ReadDaysAsync(Cancellation).ToArrayAsync(Cancellation);
        Assert.Equal([Second, First], days.Select(d => d.Day));
        Assert.Equal((head, Now + Duration.FromDays(2), true), (days[0].Opened, days[0].OpenedAt, days[0].Holds));
        Assert.Equal(((SealedHead?)null, (Instant?)null, (bool?)null), (days[1].Opened, days[1].OpenedAt, days[1].Holds));
        Assert.Equal([Now + Duration.FromDays(1), Now], days.Select(d => d.At));
        Assert.Equal(days[1], await ledger.FindAsync(First, Cancellation));
        foreach (LocalDate none in new[] { First.PlusDays(-1), Third })
        {
            Refusal refusal = (await Assert.ThrowsAsync<InputRefusedException>(() => ledger.FindAsync(none, Cancellation))).Refusal;
            Assert.Equal(("RI6035", none.ToString("R", System.Globalization.CultureInfo.InvariantCulture)), (refusal.Code, refusal["day"]));
        }
    }

    [Fact]
    public async Task Commit_EndedBetweenTheTwoLogs_GoesOnFromWhatWasPrepared()
    {
        SealedLedger ledger = Of();
        SealedHead prepared = new(First, 0, Convert.ToHexStringLower(LedgerLeaf.Tree.EmptyRoot()), new string('a', 64));
        await _host.Ledger.CommitAsync(
            new LedgerCommit(Actor.System, Now, null, [new StreamAppend(SealedLedger.Heads, 0, [DomainEvents.Codec.Encode(new SealedEvent.Prepared(prepared))])], [], Log: LedgerLog.Sealed), Cancellation);
        Assert.True(await ledger.CommitAsync(First, Now, Cancellation));
        Assert.Equal((1, prepared.Commit()), (await VersionAsync(SealedLedger.Heads), (await ledger.FindAsync(First, Cancellation)).Commitment));
        Assert.Equal(prepared, await ledger.OpenAsync(Actor.System, Now, First, Cancellation));
        Assert.True(await ledger.CommitAsync(Third, Now, Cancellation));
        Assert.Equal(Third, (await ledger.OpenAsync(Actor.System, Now, Third, Cancellation)).Day);
        Assert.Equal([true, true], (await ledger.ReadDaysAsync(Cancellation).ToArrayAsync(Cancellation)).Select(d => d.Holds));
    }

    [Fact]
    public async Task ReadBack_OfMoreThanAPage_EveryEntryOnceFromTheEnd()
    {
        const int Entries = 70;
        await _host.Ledger.CommitAsync(
            new LedgerCommit(Actor.System, Now, null, [new StreamAppend("x/1", 0, [.. Enumerable.Range(1, Entries).Select(i => DomainEvents.Codec.Encode(new PersonalEvent.Erased([], $"{i}")))])], []), Cancellation);
        (PersonalEvent.Erased Happened, LedgerEntry Entry)[] back = await _host.Ledger.ReadBackAsync<PersonalEvent.Erased>(DomainEvents.Codec, "x/1", Entries - 1, Cancellation).ToArrayAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, Entries - 1).Reverse(), back.Select(b => b.Entry.Version));
        Assert.All(back, b => Assert.Equal($"{b.Entry.Version}", b.Happened.Basis));
    }

    private SealedLedger Of() => new(_host.Ledger, _host.Get<ISaltSource>(), DomainEvents.Codec);

    private Task<int> VersionAsync(string stream) => _host.Ledger.VersionAsync(stream, Cancellation);
}
