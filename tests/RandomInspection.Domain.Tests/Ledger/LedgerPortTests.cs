using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Ledger;

/// <summary>What the ledger's own parts make of a store: the least that a port has, checkpoints of a log that grew, commitments that somebody tampered with.</summary>
public sealed class LedgerPortTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ILedger_StoreOfTheLeast_VersionAndPartsFollowFromTheStream()
    {
        using MemoryHost host = new();
        await AppendAsync(host, "x/1", 3);
        ILedger least = new Least(host.Ledger);
        Assert.Equal(3, await least.VersionAsync("x/1", Cancellation));
        Assert.Equal(0, await least.VersionAsync("x/2", Cancellation));
        Assert.Equal([2, 3], (await least.ReadStreamAsync("x/1", 1, 5, Cancellation)).Select(entry => entry.Version));
        Assert.Equal([1], (await least.ReadStreamAsync("x/1", 0, 1, Cancellation)).Select(entry => entry.Version));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => least.ReadStreamAsync("x/1", -1, 1, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => least.ReadStreamAsync("x/1", 0, 0, Cancellation));
    }

    [Fact]
    public async Task Checkpoints_LogGrewByManyOrByNone_MadeOnlyWhereItGrew()
    {
        using MemoryHost host = new();
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Checkpoints checkpoints = new(host.Ledger, host.Views, new CheckpointSigner("log.example/l", new SignatureAlgorithms(), new EcdsaP256Signer(key)), DomainEvents.Codec);
        Assert.Equal("RI6019", (await Assert.ThrowsAsync<InputRefusedException>(() => checkpoints.ProveEntryAsync(1, Cancellation))).Refusal.Code);
        Assert.Equal("RI6019", (await Assert.ThrowsAsync<InputRefusedException>(() => checkpoints.ProveGrowthAsync(0, Cancellation))).Refusal.Code);
        await AppendAsync(host, "x/1", 1);
        Assert.NotNull(await checkpoints.SignAsync(CheckpointOccasion.Interval, MemoryHost.Morning, Cancellation));
        Assert.Null(await checkpoints.SignAsync(CheckpointOccasion.Interval, MemoryHost.Morning, Cancellation)); // it grew by its own checkpoint alone
        await AppendAsync(host, "x/2", 150);
        CheckpointView made = (await checkpoints.SignAsync(CheckpointOccasion.Interval, MemoryHost.Morning, Cancellation))!;
        Assert.Equal(152, made.Size);
        SignedNote note = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(made.Note));
        EntryProof proof = await checkpoints.ProveEntryAsync(77, Cancellation);
        Assert.Equal(note.ToString(), proof.Note.ToString());
        Assert.Equal("RI6018", (await Assert.ThrowsAsync<InputRefusedException>(() => checkpoints.ProveEntryAsync(153, Cancellation))).Refusal.Code);
        Assert.Equal("RI6018", (await Assert.ThrowsAsync<InputRefusedException>(() => checkpoints.ProveEntryAsync(0, Cancellation))).Refusal.Code);
        Assert.Equal("RI6018", (await Assert.ThrowsAsync<InputRefusedException>(() => checkpoints.ProveGrowthAsync(153, Cancellation))).Refusal.Code);
        Assert.Equal("RI6018", (await Assert.ThrowsAsync<InputRefusedException>(() => checkpoints.ProveGrowthAsync(-1, Cancellation))).Refusal.Code);
        GrowthProof growth = await checkpoints.ProveGrowthAsync(1, Cancellation);
        Assert.True(growth.Holds(await host.Ledger.HeadAtAsync(LedgerLog.Public, 1, Cancellation)));
    }

    [Fact]
    public async Task SealedLedger_CommitmentNobodyPreparedOrForeignEvent_SaidSo()
    {
        using MemoryHost host = new();
        SealedLedger ledger = new(host.Ledger, host.Get<ISaltSource>(), DomainEvents.Codec);
        await host.Ledger.CommitAsync(Commit(SealedLedger.Commitments, 0, DomainEvents.Codec.Encode(new SealedEvent.Committed(Day, new string('a', 64)))), Cancellation);
        Assert.Equal("2026-11-23", (await Assert.ThrowsAsync<InputRefusedException>(() => ledger.OpenAsync(Actor.System, MemoryHost.Morning, Day, Cancellation))).Refusal["day"]);
        Assert.False(await ledger.CommitAsync(Day, MemoryHost.Morning, Cancellation)); // that day is done
        await host.Ledger.CommitAsync(
            Commit(SealedLedger.Commitments, 1, DomainEvents.Codec.Encode(new SealedEvent.Prepared(new SealedHead(Day, 0, new string('b', 64), new string('c', 64))))), Cancellation);
        InvalidOperationException foreign = await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.FindAsync(Day, Cancellation));
        Assert.Contains("Entry 2 does not belong", foreign.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QueryAllAsync_MoreRowsThanAPage_AllInTheirOrder()
    {
        using MemoryHost host = new();
        DisclosedView[] rows = [.. Enumerable.Range(1, 501).Select(i => DisclosedView.Of(i, new Disclosed($"draw-{i:000}", DisclosureOccasion.ListDrawn, $"D{i:000}", "抽取结果", "scjg", "portal", MemoryHost.Morning)))];
        await host.Ledger.CommitAsync(Commit("x/1", 0, DomainEvents.Codec.Encode(new PersonalEvent.Erased([], "不再需要"))) with { Views = [.. rows] }, Cancellation);
        Specification<DisclosedView> all = new(row => row.Number != 7, row => row.Number) { Descending = true, Skip = 3 };
        Assert.Equal(rows.Reverse().Where(row => row.Number != 7).Select(row => row.Key), (await host.Views.QueryAllAsync(all, Cancellation)).Select(row => row.Key));
        Assert.Equal(497, (await host.Views.QueryAsync(all, Cancellation)).Length);
        await Assert.ThrowsAsync<ArgumentNullException>(() => host.Views.QueryAllAsync<DisclosedView>(null!, Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>(() => ((IViews)null!).QueryAllAsync(all, Cancellation));
    }

    [Fact]
    public void EventCodec_OfTypesByReflection_TheSameBytesAsWithMetadata()
    {
        EventCodec reflected = new(DomainEvents.Codec.Types);
        foreach (object happened in EventSamples.All)
        {
            EncodedEvent encoded = DomainEvents.Codec.Encode(happened);
            Assert.Equal(encoded, reflected.Encode(happened));
            Assert.Equal(encoded, DomainEvents.Codec.Encode(reflected.Decode(encoded)));
        }
    }

    private static LedgerCommit Commit(string stream, int version, params ImmutableArray<EncodedEvent> events) =>
        new(Actor.System, MemoryHost.Morning, null, [new StreamAppend(stream, version, events)], []);

    private static Task AppendAsync(MemoryHost host, string stream, int events) => host.Ledger.CommitAsync(
        Commit(stream, 0, [.. Enumerable.Repeat(DomainEvents.Codec.Encode(new PersonalEvent.Erased([], "不再需要")), events)]), Cancellation);

    /// <summary>A store that has what a port must, and nothing that it may.</summary>
    private sealed class Least(ILedger store) : ILedger
    {
        public Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) => store.CommitAsync(commit, cancellation);

        public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => store.ReadStreamAsync(stream, cancellation);

        public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) => store.ReadAsync(log, afterSequence, most, cancellation);

        public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => store.HeadAsync(log, cancellation);

        public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) => store.ReadNodesAsync(log, nodes, cancellation);
    }
}
