using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Ledger;

/// <summary>Checkpoints in the log: when one is made, whose lines come under it, what is proved with it.</summary>
public sealed class CheckpointsTests : IDisposable
{
    private const string Origin = "log.example/l";
    private static readonly SignatureAlgorithms Algorithms = new();
    private static readonly Instant Now = MemoryHost.Morning;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly MemoryHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _key.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task Sign_OnlyCheckpointsSince_AtAFixedTimeAlone()
    {
        await AppendAsync("x/1");
        Checkpoints checkpoints = Of();
        CheckpointView first = (await checkpoints.SignAsync(CheckpointOccasion.Draw, Now + Duration.FromNanoseconds(150), Cancellation))!;
        Assert.Equal(("1", 1, Now + Duration.FromNanoseconds(100), CheckpointOccasion.Draw, 0), (first.Key, first.Size, first.At, first.Occasion, first.Cosignatures));
        Assert.Null(await checkpoints.SignAsync(CheckpointOccasion.Draw, Now, Cancellation));
        Assert.Null(await checkpoints.SignAsync(CheckpointOccasion.Interval, Now, Cancellation));
        Assert.Equal(2, (await checkpoints.SignAsync(CheckpointOccasion.Fixed, Now, Cancellation))!.Size);
        await AppendAsync("x/2");
        Assert.Equal(4, (await checkpoints.SignAsync(CheckpointOccasion.Interval, Now, Cancellation))!.Size);
        Assert.Equal(4, (await checkpoints.NewestAsync(Cancellation))!.Size);
        Assert.Equal([2, 4], (await _host.Views.QueryAsync(new CheckpointsWith(2), Cancellation)).Select(c => c.Size));
    }

    [Fact]
    public async Task Sign_MoreLinesOfWitnessesThanAreLookedAt_CountAsGrowth()
    {
        await AppendAsync("x/1");
        using SomeKeys witnesses = new(99);
        Checkpoints checkpoints = Of(witnesses.Keys);
        SignedNote note = NoteOf((await checkpoints.SignAsync(CheckpointOccasion.Fixed, Now, Cancellation))!);
        await checkpoints.CosignAsync(await witnesses.CosignAsync(note, 0..98), Now, Cancellation);
        Assert.Null(await checkpoints.SignAsync(CheckpointOccasion.Interval, Now, Cancellation)); // 99 entries, all of them checkpoints'
        await checkpoints.CosignAsync(await witnesses.CosignAsync(note, 98..99), Now, Cancellation);
        Assert.NotNull(await checkpoints.SignAsync(CheckpointOccasion.Interval, Now, Cancellation));
    }

    [Fact]
    public async Task Cosign_OfWitnessesThatAreKnown_EachLineOnce()
    {
        await AppendAsync("x/1");
        using SomeKeys witnesses = new(2); // of one name
        Checkpoints checkpoints = Of(witnesses.Keys);
        CheckpointView signed = (await checkpoints.SignAsync(CheckpointOccasion.Fixed, Now, Cancellation))!;
        SignedNote one = await witnesses.CosignAsync(NoteOf(signed), 0..1), both = await witnesses.CosignAsync(one, 1..2);
        CheckpointView row = await checkpoints.CosignAsync(one, Now, Cancellation);
        Assert.Equal((one.ToString(), 1), (row.Note, row.Cosignatures));
        LedgerHead head = await HeadAsync();
        Assert.Equal(row, await checkpoints.CosignAsync(one, Now, Cancellation));
        Assert.Equal(head, await HeadAsync());
        row = await checkpoints.CosignAsync(both, Now, Cancellation);
        Assert.Equal((both.ToString(), 2), (row.Note, row.Cosignatures));
        Assert.Equal(row, await checkpoints.NewestAsync(Cancellation));
        Assert.Equal(head.Size + 1, (await HeadAsync()).Size);

        // The rows follow from the log.
        ImmutableArray<LedgerEntry> entries = await _host.Ledger.ReadStreamAsync(Checkpoints.Stream, Cancellation);
        CheckpointProjection projection = new();
        Assert.Equal([row], projection.Fold(entries, [.. entries.Select(DomainEvents.Codec.Decode)]));
        Assert.Equal([typeof(CheckpointView)], projection.Views);
        Assert.True(((IViewProjection)projection).StandsAlone);
    }

    [Fact]
    public async Task Cosign_OfNoCheckpointOfThisLogOrNobodyKnown_RefusedWithWhatWasThere()
    {
        await AppendAsync("x/1");
        using SomeKeys witnesses = new(2);
        Checkpoints checkpoints = Of(witnesses.Keys[..1]);
        SignedNote note = NoteOf((await checkpoints.SignAsync(CheckpointOccasion.Fixed, Now, Cancellation))!);
        CheckpointSigner elsewhere = new("log.example/other", Algorithms, new EcdsaP256Signer(_key)), here = new(Origin, Algorithms, new EcdsaP256Signer(_key));
        LedgerHead head = await HeadAsync();
        Refusal other = await RefusedAsync("RI6016", () => checkpoints.CosignAsync(elsewhere.SignAsync(head, Cancellation).AsTask().Result!, Now, Cancellation));
        Assert.Equal((Origin, "log.example/other"), (other["expected"], other["origin"]));
        foreach (LedgerHead none in new[] { head with { Size = 7 }, head with { Size = 1 } })
        {
            SignedNote forged = await witnesses.CosignAsync((await here.SignAsync(none, Cancellation))!, 0..1);
            Refusal refusal = await RefusedAsync("RI6018", () => checkpoints.CosignAsync(forged, Now, Cancellation));
            Assert.Equal(("2", none.Size.ToString(System.Globalization.CultureInfo.InvariantCulture)), (refusal["size"], refusal["asked"]));
        }

        SignedNote unknown = await witnesses.CosignAsync(note, 1..2);
        Assert.Equal("audit.example/w", (await RefusedAsync("RI6020", () => checkpoints.CosignAsync(unknown, Now, Cancellation)))["name"]);
        await RefusedAsync("RI6020", () => checkpoints.CosignAsync(note, Now, Cancellation));
        Assert.Equal(head, await HeadAsync());
        Assert.Equal(1, (await checkpoints.CosignAsync(await witnesses.CosignAsync(unknown, 0..1), Now, Cancellation)).Cosignatures); // an unknown line beside a known one is left out
    }

    [Fact]
    public async Task Prove_FromTheFirstEntryToTheLast_HoldsAndElseSaysHowLongTheLogIs()
    {
        Checkpoints checkpoints = Of();
        Assert.Equal(Origin, (await RefusedAsync("RI6019", () => checkpoints.ProveEntryAsync(1, Cancellation)))["origin"]);
        Assert.Equal(Origin, (await RefusedAsync("RI6019", () => checkpoints.ProveGrowthAsync(0, Cancellation)))["origin"]);
        for (int i = 1; i <= 5; i++)
        {
            await AppendAsync($"x/{i}");
        }

        await checkpoints.SignAsync(CheckpointOccasion.Fixed, Now, Cancellation);
        ImmutableArray<LedgerEntry> entries = await _host.Ledger.ReadAsync(LedgerLog.Public, 0, 5, Cancellation);
        for (int i = 1; i <= 5; i++)
        {
            EntryProof proof = await checkpoints.ProveEntryAsync(i, Cancellation);
            Assert.Equal(i, proof.Sequence);
            Assert.Equal(entries.Select(e => e.Sequence == i), entries.Select(e => proof.Holds(LedgerLeaf.Bytes(e))));
        }

        for (int size = 0; size <= 5; size++)
        {
            LedgerHead old = await _host.Ledger.HeadAtAsync(LedgerLog.Public, size, Cancellation);
            Assert.Equal(LedgerLeaf.Tree.Root(entries.Take(size).Select(e => LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(e)))), Convert.FromHexString(old.Root));
            Assert.True((await checkpoints.ProveGrowthAsync(size, Cancellation)).Holds(old));
        }

        foreach (long asked in new[] { 0L, 6 })
        {
            Refusal refusal = await RefusedAsync("RI6018", () => checkpoints.ProveEntryAsync(asked, Cancellation));
            Assert.Equal(("5", $"{asked}"), (refusal["size"], refusal["asked"]));
        }

        foreach (long asked in new[] { -1L, 6 })
        {
            Refusal refusal = await RefusedAsync("RI6018", () => checkpoints.ProveGrowthAsync(asked, Cancellation));
            Assert.Equal(("5", $"{asked}"), (refusal["size"], refusal["asked"]));
        }
    }

    private static SignedNote NoteOf(CheckpointView row) => SignedNote.Parse(Encoding.UTF8.GetBytes(row.Note));

    private static async Task<Refusal> RefusedAsync(string code, Func<Task> step)
    {
        Refusal refusal = (await Assert.ThrowsAsync<InputRefusedException>(step)).Refusal;
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    private Checkpoints Of(params IEnumerable<string> witnesses) =>
        new(_host.Ledger, _host.Views, new CheckpointSigner(Origin, Algorithms, new EcdsaP256Signer(_key), witnesses), DomainEvents.Codec);

    private Task<LedgerHead> HeadAsync() => _host.Ledger.HeadAsync(LedgerLog.Public, Cancellation);

    private Task AppendAsync(string stream) => _host.Ledger.CommitAsync(
        new LedgerCommit(Actor.System, Now, null, [new StreamAppend(stream, 0, [DomainEvents.Codec.Encode(new PersonalEvent.Erased([], "不再需要"))])], []), Cancellation);

    /// <summary>Witnesses of one name, each with a key of its own.</summary>
    private sealed class SomeKeys(int count) : IDisposable
    {
        private readonly ECDsa[] _keys = [.. Enumerable.Range(0, count).Select(_ => ECDsa.Create(ECCurve.NamedCurves.nistP256))];

        public string[] Keys => [.. _keys.Select(key => Of(key).ToString())];

        public async Task<SignedNote> CosignAsync(SignedNote note, Range who)
        {
            foreach (ECDsa key in _keys[who])
            {
                note = note.With(await Of(key).SignAsync(note.Text, new EcdsaP256Signer(key), Now, Cancellation));
            }

            return note;
        }

        public void Dispose() => Array.ForEach(_keys, key => key.Dispose());

        private static NoteKey Of(ECDsa key) => NoteKey.Of("audit.example/w", NoteKeyKind.Witness, EcdsaP256.PublicKey(key), Algorithms);
    }
}
