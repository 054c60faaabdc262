using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Checkpoints of a real store: signed, kept in the log, cosigned, and the proofs that go with them.</summary>
public abstract class CheckpointTests : IDisposable
{
    private const string Origin = "amr.shenyang.example/ledger";
    private static readonly SignatureAlgorithms Algorithms = new();

    private readonly ECDsa _logKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _witnessKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NoteKey WitnessKey => NoteKey.Of("audit.shenyang.example/w1", NoteKeyKind.Witness, EcdsaP256.PublicKey(_witnessKey), Algorithms);

    public void Dispose()
    {
        _logKey.Dispose();
        _witnessKey.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task SignAsync_NothingElseAppended_NoFurtherCheckpointAtAnInterval()
    {
        await using TemporaryStore store = await CreateAsync();
        (Checkpoints checkpoints, ILedger ledger) = (store.Get<Checkpoints>(), store.Get<ILedger>());
        Assert.Equal(0, (await checkpoints.SignAsync(CheckpointOccasion.Start, Way.Morning, Cancellation))!.Size);
        Assert.Null(await checkpoints.SignAsync(CheckpointOccasion.Start, Way.Morning, Cancellation));
        Assert.Null(await checkpoints.SignAsync(CheckpointOccasion.Interval, Way.Morning, Cancellation));
        Assert.Null(await checkpoints.SignAsync(CheckpointOccasion.Draw, Way.Morning, Cancellation));

        // At a fixed time it is signed all the same, whatever happened.
        Assert.Equal(1, (await checkpoints.SignAsync(CheckpointOccasion.Fixed, Way.Morning, Cancellation))!.Size);
        using Way way = new(store);
        await way.GoAsync("addTask");
        CheckpointView signed = (await checkpoints.SignAsync(CheckpointOccasion.Interval, Way.Morning, Cancellation))!;
        Assert.Equal(signed, await checkpoints.NewestAsync(Cancellation));
        Assert.Equal(signed.Size + 1, (await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size);
        Assert.Equal(signed.Note, ((CheckpointEvent.Signed)DomainEvents.Codec.Decode((await ledger.ReadAsync(LedgerLog.Public, signed.Size, 1, Cancellation))[0])).Note);

        Checkpoint checkpoint = Checkpoint.Of(Note(signed));
        Assert.Equal((Origin, await ledger.HeadAtAsync(LedgerLog.Public, signed.Size, Cancellation)), (checkpoint.Origin, checkpoint.Head));
        Note(signed).Require(store.Get<CheckpointSigner>().Key!);
    }

    [Fact]
    public async Task SignAsync_NoSigner_NothingIsWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        Assert.Null(await store.Get<Checkpoints>().SignAsync(CheckpointOccasion.Fixed, Way.Morning, Cancellation));
        Assert.Equal(0, (await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);
        await LedgerAssert.RefusedAsync(store, "RI6019", () => store.Get<Checkpoints>().ProveEntryAsync(1, Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI6019", () => store.Get<Checkpoints>().ProveGrowthAsync(0, Cancellation));
    }

    [Fact]
    public async Task SignAsync_AfterSealedWork_NothingOfItShows()
    {
        await using TemporaryStore store = await CreateAsync();
        using Way way = new(store);
        await way.GoAsync("begin");
        Checkpoints checkpoints = store.Get<Checkpoints>();
        CheckpointView before = (await checkpoints.SignAsync(CheckpointOccasion.Interval, Way.Morning, Cancellation))!;
        await store.Get<ILedger>().CommitAsync(
            new LedgerCommit(Actor.System, Way.Morning, null, [new StreamAppend("secret/1", 0, [new EncodedEvent("draw.drawn", "{}")])], [], Log: LedgerLog.Sealed), Cancellation);
        Assert.Null(await checkpoints.SignAsync(CheckpointOccasion.Interval, Way.Morning, Cancellation));
        Assert.Equal(before, await checkpoints.NewestAsync(Cancellation));
    }

    [Fact]
    public async Task ProveEntryAndGrowth_EveryEntryAndSize_Hold()
    {
        await using TemporaryStore store = await CreateAsync();
        using Way way = new(store);
        (Checkpoints checkpoints, ILedger ledger) = (store.Get<Checkpoints>(), store.Get<ILedger>());
        await way.GoAsync("approve");
        CheckpointView first = (await checkpoints.SignAsync(CheckpointOccasion.Draw, Way.Morning, Cancellation))!;
        await way.GoAsync("enrolWitness", after: "approve");
        CheckpointView second = (await checkpoints.SignAsync(CheckpointOccasion.Draw, Way.Morning, Cancellation))!;
        foreach (LedgerEntry entry in (await ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation)).Take((int)second.Size))
        {
            EntryProof proof = EntryProof.Parse(Encoding.UTF8.GetBytes((await checkpoints.ProveEntryAsync(entry.Sequence, Cancellation)).ToString()));
            Assert.True(proof.Holds(LedgerLeaf.Bytes(entry)));
            Assert.False(proof.Holds(LedgerLeaf.Bytes(entry with { Reason = "another" })));
        }

        for (long size = 0; size <= second.Size; size++)
        {
            GrowthProof growth = await checkpoints.ProveGrowthAsync(size, Cancellation);
            Assert.True(growth.Holds(await ledger.HeadAtAsync(LedgerLog.Public, size, Cancellation)), $"{size}");
        }

        Assert.True((await checkpoints.ProveGrowthAsync(first.Size, Cancellation)).Holds(Checkpoint.Of(Note(first)).Head));
        await LedgerAssert.RefusedAsync(store, "RI6018", () => checkpoints.ProveEntryAsync(second.Size + 1, Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI6018", () => checkpoints.ProveEntryAsync(0, Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI6018", () => checkpoints.ProveGrowthAsync(second.Size + 1, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.HeadAtAsync(LedgerLog.Public, 10_000, Cancellation));
    }

    [Fact]
    public async Task CosignAsync_KnownWitness_LineIsKeptOnce()
    {
        await using TemporaryStore store = await CreateAsync();
        Checkpoints checkpoints = store.Get<Checkpoints>();
        CheckpointView signed = (await checkpoints.SignAsync(CheckpointOccasion.Fixed, Way.Morning, Cancellation))!;
        SignedNote cosigned = await CosignAsync(store, await checkpoints.ProveGrowthAsync(0, Cancellation), Way.Morning);
        Assert.Equal(cosigned.ToString(), (await checkpoints.CosignAsync(cosigned, Way.Morning, Cancellation)).Note);
        long size = (await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size;

        // Again, a second later: one cosignature is enough.
        SignedNote again = await CosignAsync(store, await checkpoints.ProveGrowthAsync(0, Cancellation), Way.Morning + Duration.FromSeconds(1));
        CheckpointView kept = await checkpoints.CosignAsync(again, Way.Morning, Cancellation);
        Assert.Equal((cosigned.ToString(), 1), (kept.Note, kept.Cosignatures));
        Assert.Equal(kept, await checkpoints.NewestAsync(Cancellation));
        Assert.Equal(size, (await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);
        Note(kept).Require(WitnessKey);
        Assert.Equal(signed.Size, kept.Size);
    }

    [Fact]
    public async Task CosignAsync_UnknownWitnessOtherTextOrBrokenLine_RefusedAndNothingKept()
    {
        await using TemporaryStore store = await CreateAsync();
        Checkpoints checkpoints = store.Get<Checkpoints>();
        CheckpointView signed = (await checkpoints.SignAsync(CheckpointOccasion.Fixed, Way.Morning, Cancellation))!;
        SignedNote cosigned = await CosignAsync(store, await checkpoints.ProveGrowthAsync(0, Cancellation), Way.Morning);
        Task RefusedAsync(string code, SignedNote note) => LedgerAssert.RefusedAsync(store, code, () => checkpoints.CosignAsync(note, Way.Morning, Cancellation));

        await RefusedAsync("RI6020", Note(signed));
        NoteSignature line = cosigned.Signatures[^1];
        await RefusedAsync("RI6020", Note(signed).With(line with { KeyId = 1 }));
        await RefusedAsync("RI6015", cosigned.With(line with { Bytes = line.Bytes.SetItem(40, (byte)(line.Bytes[40] ^ 1)) }));
        await RefusedAsync("RI6018", SignedNote.Parse(Encoding.UTF8.GetBytes(cosigned.ToString().Replace("\n0\n", "\n7\n", StringComparison.Ordinal))));
        await RefusedAsync("RI6016", SignedNote.Parse(Encoding.UTF8.GetBytes("another" + cosigned)));
        Assert.Equal(signed, await checkpoints.NewestAsync(Cancellation));
    }

    private static SignedNote Note(CheckpointView row) => SignedNote.Parse(Encoding.UTF8.GetBytes(row.Note));

    private async Task<SignedNote> CosignAsync(TemporaryStore store, GrowthProof growth, Instant at)
    {
        WitnessFinding.Grown grown = Assert.IsType<WitnessFinding.Grown>(Witness.Judge(store.Get<CheckpointSigner>().Key!, null, growth));
        return await Witness.CosignAsync("audit.shenyang.example/w1", grown, new EcdsaP256Signer(_witnessKey), Algorithms, at, Cancellation);
    }

    private Task<TemporaryStore> CreateAsync() => TemporaryStore.CreateAsync(first: services =>
    {
        services.AddSingleton<ISigner>(new EcdsaP256Signer(_logKey));
        services.AddSingleton(provider => new CheckpointSigner(Origin, Algorithms, provider.GetRequiredService<ISigner>(), WitnessKey.ToString()));
    });
}
