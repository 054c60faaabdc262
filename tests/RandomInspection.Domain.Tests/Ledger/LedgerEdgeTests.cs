using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>The ledger at its edges: signatures that are none, proofs of another size, texts that stay where they are.</summary>
public sealed class LedgerEdgeTests : IDisposable
{
    private const string Origin = "amr.shenyang.example/ledger";
    private static readonly SignatureAlgorithms Algorithms = new();
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 8, 0);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Verify_LineOfAnotherNameOrKeyOrNoSignature_False()
    {
        NoteKey log = NoteKey.Of(Origin, NoteKeyKind.Log, EcdsaP256.PublicKey(_key), Algorithms);
        SignedNote note = (await new CheckpointSigner(Origin, Algorithms, new EcdsaP256Signer(_key)).SignAsync(Head(3), Cancellation))!;
        NoteSignature line = Assert.Single(note.Signatures);
        Assert.True(log.Verify(note.Text, line));
        Assert.False(log.Verify(note.Text + "\n", line));
        Assert.False(log.Verify(note.Text, line with { Name = "other.example/ledger" }));
        Assert.False(log.Verify(note.Text, line with { KeyId = line.KeyId + 1 }));
        Assert.False(log.Verify(note.Text, line with { Bytes = [1, 2, 3] }));
        Assert.False(log.Verify(note.Text, line with { Bytes = [] }));
    }

    [Fact]
    public async Task Verify_WitnessWhoseMomentIsNone_FalseAndNoMoment()
    {
        NoteKey witness = NoteKey.Of("audit/w1", NoteKeyKind.Witness, EcdsaP256.PublicKey(_key), Algorithms);
        string text = Checkpoint.Of(Origin, Head(3)).Text;
        NoteSignature line = await witness.SignAsync(text, new EcdsaP256Signer(_key), Now, Cancellation);
        Assert.True(witness.Verify(text, line));
        Assert.Equal(Now, witness.MomentOf(line));
        foreach (ImmutableArray<byte> bytes in new ImmutableArray<byte>[]
        {
            [], line.Bytes[..7], [0x80, .. line.Bytes[1..]], [0, 0, 0x7f, .. line.Bytes[3..]],
        })
        {
            Assert.Null(witness.MomentOf(line with { Bytes = bytes }));
            Assert.False(witness.Verify(text, line with { Bytes = bytes }));
        }

        Assert.False(witness.Verify(text, line with { Bytes = line.Bytes[..71] }));
        Assert.False(witness.Verify(text, line with { Bytes = line.Bytes.SetItem(7, (byte)(line.Bytes[7] ^ 1)) })); // another second was not signed
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public async Task SignAsync_SignerGivesNoSignature_RI1343(int length)
    {
        BadSigner signer = new(EcdsaP256.PublicKey(_key), length);
        foreach (NoteKeyKind kind in Enum.GetValues<NoteKeyKind>())
        {
            NoteKey key = NoteKey.Of("name", kind, signer.Key, Algorithms);
            Refusal refusal = (await Assert.ThrowsAsync<InputRefusedException>(async () => await key.SignAsync("text\n", signer, Now, Cancellation))).Refusal;
            Assert.Equal(("RI1343", signer.Algorithm, signer.Key), (refusal.Code, refusal["algorithm"], refusal["key"]));
        }
    }

    /// <summary>A national algorithm has kinds of key of its own in notes, and writes its signatures as they are.</summary>
    [Fact]
    public async Task NoteKey_OfAnotherAlgorithm_SignsVerifiesAndIsReadAgain()
    {
        SignatureAlgorithms algorithms = new(new Other());
        byte[] spki = new byte[91];
        spki[0] = 7;
        OtherSigner signer = new(PublicKeyText.Of("other", spki));
        HashSet<uint> ids = [];
        foreach (NoteKeyKind kind in Enum.GetValues<NoteKeyKind>())
        {
            NoteKey key = NoteKey.Of("name", kind, signer.Key, algorithms);
            NoteSignature line = await key.SignAsync("text\n", signer, Now, Cancellation);
            Assert.True(key.Verify("text\n", line));
            Assert.False(key.Verify("other\n", line));
            Assert.Equal((kind == NoteKeyKind.Witness ? 8 : 0) + 64, line.Bytes.Length);
            Assert.Equal(kind, NoteKey.Parse(key.ToString(), algorithms).Kind);
            RefusalAssert.Contains("RI6011", () => NoteKey.Parse(key.ToString(), Algorithms));
            ids.Add(key.Id);
        }

        Assert.Equal(Enum.GetValues<NoteKeyKind>().Length, ids.Count);
    }

    [Theory]
    [InlineData(new byte[] { 0x6f, 0x6c, 0x64, 0x20, 0xff, 0x0a, 0x0a }, "not UTF-8")]
    [InlineData(new byte[] { 0x6f, 0x6c, 0x64, 0x20, 0x31, 0x0a }, "no empty line")]
    public void GrowthProof_NoText_RI6017(byte[] bytes, string detail) => RefusalAssert.Contains("RI6017", () => GrowthProof.Parse(bytes), ("line", "1"), ("detailEn", detail));

    [Theory]
    [InlineData("old 1\n\n")]
    [InlineData("index 1")]
    [InlineData("")]
    public void EntryProof_OfAnotherBeginning_RI6017NamesTheRightOne(string text)
    {
        Refusal refusal = RefusalAssert.Contains("RI6017", () => EntryProof.Parse(Encoding.UTF8.GetBytes(text)), ("line", "1"));
        Assert.StartsWith("it does not begin with \"", refusal["detailEn"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_AnotherSizeThanTheProofs_False()
    {
        Dictionary<TreeNode, byte[]> kept = [];
        MerkleFrontier[] frontiers = new MerkleFrontier[8];
        frontiers[0] = MerkleFrontier.Empty;
        for (int size = 1; size < frontiers.Length; size++)
        {
            frontiers[size] = frontiers[size - 1].Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf([(byte)size]), kept.Add);
        }

        LedgerHead Of(int size) => new(size, Convert.ToHexStringLower(frontiers[size].Root(LedgerLeaf.Tree)));
        MerkleProofPlan plan = MerkleProofs.Consistency(3, 7);
        SignedNote note = (await new CheckpointSigner(Origin, Algorithms, new EcdsaP256Signer(_key)).SignAsync(Of(7), Cancellation))!;
        GrowthProof proof = new(3, plan.Make(LedgerLeaf.Tree, [.. plan.Nodes.Select(node => kept[node])]), note);
        Assert.True(proof.Holds(Of(3)));
        Assert.False(proof.Holds(Of(4)));
        Assert.False(proof.Holds(Of(3) with { Root = Of(4).Root }));
        Assert.False(new GrowthProof(3, [], note).Holds(Of(3)));
        Assert.False(new GrowthProof(4, [], note).Holds(Of(4)));
    }

    [Fact]
    public async Task Judge_FirstTimeWithAProofOfSomething_RI6021()
    {
        CheckpointSigner signer = new(Origin, Algorithms, new EcdsaP256Signer(_key));
        SignedNote note = (await signer.SignAsync(Head(3), Cancellation))!;
        Assert.IsType<WitnessFinding.Grown>(Witness.Judge(signer.Key!, null, new GrowthProof(0, [], note)));
        RefusalAssert.Contains("RI6021", () => Witness.Judge(signer.Key!, null, new GrowthProof(0, [new byte[32]], note)));
        RefusalAssert.Contains("RI6021", () => Witness.Judge(signer.Key!, null, new GrowthProof(2, [], note)));
    }

    [Fact]
    public void VerifyConsistency_ProofTooShortOrTooLong_False()
    {
        byte[][] leaves = [.. Enumerable.Range(0, 6).Select(i => LedgerLeaf.Tree.Leaf([(byte)i]))];
        byte[] RootOf(int size) => leaves.Take(size).Aggregate(MerkleFrontier.Empty, (frontier, leaf) => frontier.Append(LedgerLeaf.Tree, leaf)).Root(LedgerLeaf.Tree);
        Assert.False(LedgerLeaf.Tree.VerifyConsistency(3, 6, [], RootOf(3), RootOf(6)));
        Assert.False(LedgerLeaf.Tree.VerifyConsistency(4, 6, [], RootOf(4), RootOf(6)));
        Assert.False(LedgerLeaf.Tree.VerifyConsistency(4, 6, [.. Enumerable.Repeat(new byte[32], 64)], RootOf(4), RootOf(6)));
        Assert.True(LedgerLeaf.Tree.VerifyConsistency(6, 6, [], RootOf(6), RootOf(6)));
        Assert.False(LedgerLeaf.Tree.VerifyConsistency(6, 6, [], RootOf(5), RootOf(6)));
        Assert.False(LedgerLeaf.Tree.VerifyConsistency(6, 6, [new byte[32]], RootOf(6), RootOf(6)));
        Assert.True(LedgerLeaf.Tree.VerifyConsistency(0, 6, [], LedgerLeaf.Tree.EmptyRoot(), RootOf(6)));
        Assert.False(LedgerLeaf.Tree.VerifyConsistency(0, 6, [], RootOf(1), RootOf(6)));
    }

    [Fact]
    public void Keep_WithoutSalts_TheTextStaysInTheEvent()
    {
        PersonalPieces without = new(null), with = new(new Salts());
        Assert.Equal("张三", without.Keep("inspector/1", "张三"));
        Assert.Empty(without.All);
        string reference = with.Keep("inspector/1", "张三");
        PersonalPiece piece = Assert.Single(with.All);
        Assert.Equal((PersonalCommitment.Reference(piece.Commitment), "inspector/1", "张三"), (reference, piece.About, piece.Text));
        Assert.DoesNotContain("张三", reference, StringComparison.Ordinal);
    }

    [Fact]
    public void Holds_OfASealedDay_UnknownWhileSecretThenWhetherItIsTheCommitment()
    {
        SealedHead head = new(new LocalDate(2026, 11, 26), 7, new string('a', 64), new string('b', 64));
        SealedDay day = new(head.Day, head.Commit(), 3, Now, null, null);
        Assert.Null(day.Holds);
        Assert.True((day with { Opened = head }).Holds);
        Assert.False((day with { Opened = head with { Size = 8 } }).Holds);
        SealedHead next = head with { Day = head.Day.PlusDays(1) };
        Assert.False((day with { Opened = next, Commitment = next.Commit() }).Holds); // a commitment of another day
    }

    [Fact]
    public void EcdsaP256_KeyOfTheRightLengthOnly_IsNone()
    {
        byte[] spki = _key.ExportSubjectPublicKeyInfo();
        Assert.True(EcdsaP256.Instance.IsKey(spki));
        Assert.False(EcdsaP256.Instance.IsKey(spki.AsSpan(1)));
        Assert.False(EcdsaP256.Instance.IsKey([0x31, .. spki[1..]]));
        Assert.False(EcdsaP256.Instance.IsKey([.. spki[..27], .. new byte[64]])); // not a point of the curve
        Assert.False(EcdsaP256.Instance.Verify(new byte[91], "x"u8, new byte[64]));
    }

    [Fact]
    public void PersonalErasure_Name_IsWhatTheStoreSays() => Assert.Equal("personal data", new PersonalErasure([]).Name);

    private static LedgerHead Head(long size) => new(size, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(size.ToString(CultureInfo.InvariantCulture)))));

    private sealed class BadSigner(string key, int length) : ISigner
    {
        public string Algorithm => EcdsaP256.Instance.Name;

        public string Key => key;

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) => ValueTask.FromResult(Enumerable.Repeat((byte)1, length).ToArray());
    }

    /// <summary>Not a signature of anything, but of one length and of its message alone.</summary>
    private sealed class Other : ISignatureAlgorithm
    {
        public string Name => "other-sha-512";

        public string KeyKind => "other";

        public bool IsKey(ReadOnlySpan<byte> subjectPublicKeyInfo) => subjectPublicKeyInfo.Length == 91 && subjectPublicKeyInfo[0] == 7;

        public bool Verify(ReadOnlySpan<byte> subjectPublicKeyInfo, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => signature.SequenceEqual(SHA512.HashData(message));
    }

    private sealed class OtherSigner(string key) : ISigner
    {
        public string Algorithm => "other-sha-512";

        public string Key => key;

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) => ValueTask.FromResult(SHA512.HashData(message.Span));
    }

    private sealed class Salts : ISaltSource
    {
        public string Next() => new('c', 64);
    }
}
