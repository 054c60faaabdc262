using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>What is said, in both languages and with its line, of a note, a proof or a checkpoint that is none; and the lengths at which that begins.</summary>
public sealed class LedgerWordsTests
{
    private const string Signature = "— a AAAAAAE=\n";
    private static readonly string Hash = Convert.ToBase64String(new byte[32]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("te\0xt\n\n— a AAAAAAE=\n", 1, "含有控制字符", "a control character")]
    [InlineData("text\n\n— a AAAAAAE=", 3, "末行没有换行", "the last line has no end")]
    [InlineData("text", 1, "末行没有换行", "the last line has no end")]
    [InlineData("text\n", 1, "正文与签名之间没有空行，或没有签名", "no empty line between text and signatures, or no signature")]
    [InlineData("\n" + Signature, 2, "正文与签名之间没有空行，或没有签名", "no empty line between text and signatures, or no signature")]
    [InlineData("text\n\n" + Signature + "more\n", 4, "不是签名行", "no signature line")]
    public void SignedNote_OfAnotherForm_SaidWhereAndWhy(string note, int line, string chinese, string english) =>
        Refused("RI6010", () => SignedNote.Parse(Encoding.UTF8.GetBytes(note)), line, chinese, english);

    [Fact]
    public void SignedNote_NotUtf8OrLongerThanItMayBe_SaidSo()
    {
        Refused("RI6010", () => SignedNote.Parse([0xff]), 1, "不是 UTF-8", "not UTF-8");
        string rest = "\n\n" + Signature;
        string longest = new string('x', 65536 - Encoding.UTF8.GetByteCount(rest)) + rest;
        Assert.Equal(longest, SignedNote.Parse(Encoding.UTF8.GetBytes(longest)).ToString());
        Refused("RI6010", () => SignedNote.Parse(Encoding.UTF8.GetBytes("x" + longest)), 1, "超过 65536 字节", "more than 65536 bytes");
        Assert.Equal("x\n", SignedNote.Parse(Encoding.UTF8.GetBytes("x" + rest)).Text);
    }

    [Theory]
    [InlineData("a\n1\n", "不是三行", "not three lines")]
    [InlineData("a b\n1\nAAAA\n", "第一行不是留痕名称", "the first line names no log")]
    [InlineData("a\n01\nAAAA\n", "第二行不是条数", "the second line is no size")]
    [InlineData("a\n0\nAAAA\n", "第三行不是根", "the third line is no root")]
    public void Checkpoint_OfAnotherForm_SaidWhy(string text, string chinese, string english)
    {
        Refusal refusal = RefusalAssert.Contains("RI6013", () => Checkpoint.Of(SignedNote.Parse(Encoding.UTF8.GetBytes($"{text}\n{Signature}"))));
        Assert.Equal((chinese, english), (refusal["detailZh"], refusal["detailEn"]));
    }

    [Theory]
    [InlineData("old 1", 1, "没有空行", "no empty line")]
    [InlineData("new 1\n\n", 1, "应为“old 数字”", "it should be \"old NUMBER\"")]
    [InlineData("1\n\n", 1, "应为“old 数字”", "it should be \"old NUMBER\"")]
    [InlineData("old x\n\n", 1, "应为“old 数字”", "it should be \"old NUMBER\"")]
    [InlineData("old \n\n", 1, "应为“old 数字”", "it should be \"old NUMBER\"")]
    [InlineData("old 01\n\n", 1, "应为“old 数字”", "it should be \"old NUMBER\"")]
    [InlineData("old 1\nAAAA\n\n", 2, "不是 32 字节的 base64", "no base64 of 32 bytes")]
    public void GrowthProof_OfAnotherForm_SaidWhereAndWhy(string proof, int line, string chinese, string english) =>
        Refused("RI6017", () => GrowthProof.Parse(Encoding.UTF8.GetBytes(proof.EndsWith('\n') ? $"{proof}text\n\n{Signature}" : proof)), line, chinese, english);

    [Fact]
    public void Proofs_NotUtf8BeginningOtherwiseOrTooLong_SaidWhereAndWhy()
    {
        const string First = "c2sp.org/tlog-proof@v1";
        string note = $"text\n\n{Signature}";
        Refused("RI6017", () => GrowthProof.Parse([0xff]), 1, "不是 UTF-8", "not UTF-8");
        foreach (string other in new[] { $"x\n\n{note}", $"{First}\n", First })
        {
            Refused("RI6017", () => EntryProof.Parse(Encoding.UTF8.GetBytes(other)), 1, $"不以“{First}”开头，或没有空行", $"it does not begin with \"{First}\", or has no empty line");
        }

        Refused("RI6017", () => EntryProof.Parse(Encoding.UTF8.GetBytes($"{First}\n\n{note}")), 1, $"不以“{First}”开头，或没有空行", $"it does not begin with \"{First}\", or has no empty line");
        Refused("RI6017", () => EntryProof.Parse(Encoding.UTF8.GetBytes($"{First}\nold 1\n\n{note}")), 2, "应为“index 数字”", "it should be \"index NUMBER\"");
        Refused("RI6017", () => EntryProof.Parse(Encoding.UTF8.GetBytes($"{First}\nindex 1\n{Hash}\nAAAA\n\n{note}")), 4, "不是 32 字节的 base64", "no base64 of 32 bytes");
        string Of(int hashes) => $"{First}\nindex 0\n{string.Concat(Enumerable.Repeat(Hash + "\n", hashes))}\n{note}";
        Assert.Equal(64, EntryProof.Parse(Encoding.UTF8.GetBytes(Of(64))).Path.Length);
        Refused("RI6017", () => EntryProof.Parse(Encoding.UTF8.GetBytes(Of(65))), 67, "多于 64 个散列值", "more than 64 hashes");
        Assert.Equal(0, GrowthProof.Parse(Encoding.UTF8.GetBytes($"old 0\n\n{note}")).OldSize);
    }

    [Fact]
    public void Keys_OfNoKind_SaidWhichAreKnown()
    {
        SignatureAlgorithms algorithms = new(new Other());
        Assert.Equal("ecdsa-p256|other", RefusalAssert.Contains("RI1341", () => algorithms.RequireKey("rsa:AAAA"))["kind"]);
        Assert.Equal("ecdsa-p256-sha256, other-1", RefusalAssert.Contains("RI1340", () => _ = algorithms["rsa"])["known"]);
        foreach (string key in new[] { "ecdsa-p256", "", ":AAAA", "ecdsa-p256:AAAA" })
        {
            RefusalAssert.Contains("RI1341", () => PublicKeyText.Fingerprint(key), ("key", key), ("kind", "KIND"));
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(new byte[91])), PublicKeyText.Fingerprint(PublicKeyText.Of("", new byte[91]))); // a colon in the first place
    }

    [Fact]
    public void Names_UpToTwoHundredCharacters()
    {
        LedgerHead head = new(0, new string('0', 64));
        Assert.Equal(200, Checkpoint.Of(new string('a', 200), head).Origin.Length);
        RefusalAssert.Contains("RI6012", () => Checkpoint.Of(new string('a', 201), head));
    }

    [Fact]
    public async Task NotSigned_NameAndIdOfTheKeyThatWasAsked()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        NoteKey log = NoteKey.Of("log.example/l", NoteKeyKind.Log, EcdsaP256.PublicKey(key), new SignatureAlgorithms());
        RefusalAssert.Contains("RI6014", () => SignedNote.Parse(Encoding.UTF8.GetBytes($"text\n\n{Signature}")).Require(log), ("name", "log.example/l"), ("id", log.Id.ToString("x8", CultureInfo.InvariantCulture)));

        // A line of the same name by another key, and of the same id by another name, both stay.
        NoteSignature line = await log.SignAsync("text\n", new EcdsaP256Signer(key), default, Cancellation);
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes($"text\n\n{line}\n")).With(line with { KeyId = line.KeyId + 1 }).With(line with { Name = "b" });
        Assert.Equal(3, note.Signatures.Length);
        Assert.Equal(3, note.With(line).Signatures.Length);
        Assert.Same(line, note.With(line).Signatures[^1]);
        Assert.Equal(line.ToString(), note.Require(log).ToString());
    }

    [Fact]
    public void Events_UnknownOrOfNumbersForWords_SaidSo()
    {
        EventCodec codec = new(new Dictionary<string, Type> { ["checkpoint.signed"] = typeof(CheckpointEvent.Signed) });
        ArgumentException nameless = Assert.Throws<ArgumentException>(() => codec.Encode(new CheckpointEvent.Cosigned(1, "x")));
        Assert.StartsWith($"The event {typeof(CheckpointEvent.Cosigned)} has no name in the log.", nameless.Message, StringComparison.Ordinal);
        Assert.Equal("An event about to be written is of the unknown type \"x\": it was written by a newer version.", Assert.Throws<InvalidOperationException>(() => codec.Decode(new EncodedEvent("x", "{}"))).Message);
        EncodedEvent signed = codec.Encode(new CheckpointEvent.Signed(1, "n", CheckpointOccasion.Interval));
        Assert.Equal("""{"size":1,"note":"n","occasion":"interval"}""", signed.Data);
        InvalidOperationException number = Assert.Throws<InvalidOperationException>(() => codec.Decode(signed with { Data = """{"size":1,"note":"n","occasion":1}""" }));
        Assert.IsType<JsonException>(number.InnerException);
    }

    [Fact]
    public void Proofs_OfAnotherNumberOfSubtrees_SaidHowMany()
    {
        MerkleProofPlan plan = MerkleProofs.Inclusion(0, 7); // 1, 2 and, put together, 2 + 1 leaves
        Assert.Equal(4, plan.Nodes.Length);
        Assert.StartsWith("This proof is made of 4 subtrees, not 3.", Assert.Throws<ArgumentException>(() => plan.Make(LedgerLeaf.Tree, new byte[3][])).Message, StringComparison.Ordinal);
        Assert.StartsWith("A frontier of 7 leaves has 3 subtrees of 32 bytes, not 1 bytes.", Assert.Throws<ArgumentException>(() => MerkleFrontier.FromBytes(7, [1])).Message, StringComparison.Ordinal);
        Assert.Empty(MerkleProofs.Consistency(4, 4).Nodes);
    }

    [Fact]
    public void Verify_HashesOfAnotherLengthOrMoreThanATreeHas_False()
    {
        byte[][] leaves = [.. Enumerable.Range(0, 2).Select(i => LedgerLeaf.Tree.Leaf([(byte)i]))];
        byte[] root = LedgerLeaf.Tree.Root(leaves);
        Assert.True(LedgerLeaf.Tree.Verify(leaves[0], 0, 2, [leaves[1]], root));
        Assert.False(LedgerLeaf.Tree.Verify(leaves[0], 0, 2, [leaves[1][..31]], root));
        Assert.False(LedgerLeaf.Tree.Verify(leaves[0], 0, 2, [[.. leaves[1], 0]], root));
        Assert.False(LedgerLeaf.Tree.Verify(leaves[0], 0, 1, [leaves[1]], root)); // which it would give
        Assert.False(LedgerLeaf.Tree.Verify(leaves[0], 0, 2, [], root));
        Assert.Throws<ArgumentNullException>(() => LedgerLeaf.Tree.Verify(leaves[0], 0, 2, null!, root));
        Assert.Throws<ArgumentNullException>(() => LedgerLeaf.Tree.VerifyConsistency(1, 2, null!, root, root));
    }

    [Fact]
    public async Task SignAsync_CalledOff_NothingSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await new EcdsaP256Signer(key).SignAsync(new byte[1], new CancellationToken(canceled: true)));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Witness.CosignAsync("w", null!, new EcdsaP256Signer(key), new SignatureAlgorithms(), default, Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Witness.CosignAsync("w", new WitnessFinding.Grown(null!, null!), null!, new SignatureAlgorithms(), default, Cancellation));
    }

    [Fact]
    public void ReferredBy_AReferenceAtTheVeryBeginning_Found()
    {
        string commitment = new('a', 64);
        LedgerEntry entry = new(1, "x", 1, "x", Actor.System, null, Instant.MinValue, $"\"{PersonalCommitment.Reference(commitment)}\"");
        Assert.Equal([commitment], PersonalCommitment.ReferredBy(entry));
        Assert.Equal("subject/91210100MA0000001X", PersonalPieces.AboutSubject("91210100MA0000001X"));
    }

    [Fact]
    public void SaltOf_ACommit_OneAnEntryAndNoneWithoutASalt()
    {
        LedgerCommit commit = new(Actor.System, Instant.MinValue, null, [], []);
        Assert.Null(LedgerLeaf.SaltOf(commit, "x/1", 1));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("s\nx/1\n2"u8)[..16]), LedgerLeaf.SaltOf(commit with { Salt = "s" }, "x/1", 2));
    }

    private static void Refused(string code, Action read, int line, string chinese, string english)
    {
        Refusal refusal = RefusalAssert.Contains(code, read);
        Assert.Equal((line.ToString(CultureInfo.InvariantCulture), chinese, english), (refusal["line"], refusal["detailZh"], refusal["detailEn"]));
    }

    private sealed class Other : ISignatureAlgorithm
    {
        public string Name => "other-1";

        public string KeyKind => "other";

        public bool IsKey(ReadOnlySpan<byte> subjectPublicKeyInfo) => false;

        public bool Verify(ReadOnlySpan<byte> subjectPublicKeyInfo, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => false;
    }
}
