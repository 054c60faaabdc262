using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>A witness cosigns what grew out of what it has seen, and nothing else.</summary>
public sealed class WitnessTests : IDisposable
{
    private const string Origin = "amr.shenyang.example/ledger";
    private static readonly SignatureAlgorithms Algorithms = new();
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 8, 0, 0) + Duration.FromMilliseconds(500);

    private readonly ECDsa _logKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _witnessKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly CheckpointSigner _signer;

    public WitnessTests() => _signer = new CheckpointSigner(Origin, Algorithms, new EcdsaP256Signer(_logKey));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NoteKey Log => _signer.Key!;

    public void Dispose()
    {
        _logKey.Dispose();
        _witnessKey.Dispose();
    }

    [Fact]
    public async Task Judge_GrownLog_CosignedAndTheCosignatureVerifies()
    {
        SignedNote? seen = null;
        long before = 0;
        foreach (int size in new[] { 0, 1, 7, 7, 8, 300 })
        {
            WitnessFinding.Grown grown = Assert.IsType<WitnessFinding.Grown>(Witness.Judge(Log, seen, await GrowthAsync(seen is null ? 0 : before, size)));
            SignedNote cosigned = await Witness.CosignAsync("audit.shenyang.example/w1", grown, new EcdsaP256Signer(_witnessKey), Algorithms, Now, Cancellation);
            NoteKey key = NoteKey.Of("audit.shenyang.example/w1", NoteKeyKind.Witness, EcdsaP256.PublicKey(_witnessKey), Algorithms);
            Assert.Equal(Instant.FromUtc(2026, 11, 26, 8, 0, 0), key.MomentOf(cosigned.Require(key)));
            cosigned.Require(Log);
            (seen, before) = (SignedNote.Parse(cosigned.ToBytes()), size);
        }
    }

    [Fact]
    public async Task Judge_SameSizeAnotherRoot_Forked()
    {
        SignedNote seen = (await GrowthAsync(0, 20)).Note;
        GrowthProof other = await GrowthAsync(20, 20, "another log");
        WitnessFinding.Forked forked = Assert.IsType<WitnessFinding.Forked>(Witness.Judge(Log, seen, other));
        Assert.Equal((seen.ToString(), other.Note.ToString()), (forked.Seen!.ToString(), forked.Offered.ToString()));
    }

    [Fact]
    public async Task Judge_LargerLogWithAnotherPast_ForkedWhateverTheProof()
    {
        SignedNote seen = (await GrowthAsync(0, 20)).Note;
        Assert.IsType<WitnessFinding.Forked>(Witness.Judge(Log, seen, await GrowthAsync(20, 31, "another log")));
        GrowthProof honest = await GrowthAsync(20, 31);
        Assert.IsType<WitnessFinding.Forked>(Witness.Judge(Log, seen, new GrowthProof(20, honest.Path.RemoveAt(1), honest.Note)));
        Assert.IsType<WitnessFinding.Grown>(Witness.Judge(Log, seen, honest));
    }

    [Fact]
    public async Task Judge_SmallerLog_RolledBack()
    {
        SignedNote seen = (await GrowthAsync(0, 20)).Note;
        Assert.IsType<WitnessFinding.RolledBack>(Witness.Judge(Log, seen, await GrowthAsync(0, 19)));
        Assert.IsType<WitnessFinding.RolledBack>(Witness.Judge(Log, seen, await GrowthAsync(0, 0)));
    }

    [Fact]
    public async Task Judge_NotThisLogOrNotItsSignatureOrAnotherBeginning_Refused()
    {
        GrowthProof offered = await GrowthAsync(0, 20);
        GrowthProof later = await GrowthAsync(3, 30);
        RefusalAssert.Contains("RI6021", () => Witness.Judge(Log, offered.Note, later), ("old", "3"), ("size", "20"));
        RefusalAssert.Contains("RI6021", () => Witness.Judge(Log, null, later), ("old", "3"), ("size", "0"));
        RefusalAssert.Contains("RI6014", () => Witness.Judge(KeyOf(_witnessKey, Origin), null, offered));
        RefusalAssert.Contains("RI6016", () => Witness.Judge(KeyOf(_logKey, "another.example/ledger"), null, offered), ("origin", Origin));
        SignedNote broken = SignedNote.Parse(Encoding.UTF8.GetBytes(offered.Note.ToString().Replace("\n20\n", "\n21\n", StringComparison.Ordinal)));
        RefusalAssert.Contains("RI6015", () => Witness.Judge(Log, null, new GrowthProof(0, [], broken)));
    }

    [Fact]
    public async Task Proofs_WrittenAndRead_TheSame()
    {
        GrowthProof growth = await GrowthAsync(20, 31);
        Assert.Equal(growth.ToString(), GrowthProof.Parse(Encoding.UTF8.GetBytes(growth.ToString())).ToString());
        Assert.StartsWith("old 20\n", growth.ToString(), StringComparison.Ordinal);
        EntryProof entry = new(31, (await GrowthAsync(30, 31)).Path, growth.Note);
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nindex 30\n", entry.ToString(), StringComparison.Ordinal);
        Assert.Equal(entry.ToString(), EntryProof.Parse(Encoding.UTF8.GetBytes(entry.ToString())).ToString());
        Assert.Equal(31, EntryProof.Parse(Encoding.UTF8.GetBytes(entry.ToString())).Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("old 1\n")]
    [InlineData("old 01\n\n")]
    [InlineData("old -1\n\n")]
    [InlineData("old  1\n\n")]
    [InlineData("new 1\n\n")]
    [InlineData("old 1\nAAAA\n\n")]
    [InlineData("old 1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n\n")]
    [InlineData("old 1\r\n\n")]
    public async Task Parse_OtherForm_Refused(string head)
    {
        string note = (await GrowthAsync(0, 20)).Note.ToString();
        RefusalAssert.Contains("RI6017", () => GrowthProof.Parse(Encoding.UTF8.GetBytes(head + note)));
        RefusalAssert.Contains("RI6017", () => EntryProof.Parse(Encoding.UTF8.GetBytes(head + note)));
    }

    [Fact]
    public async Task Parse_TooManyHashes_Refused()
    {
        string hash = Convert.ToBase64String(new byte[32]) + "\n", note = (await GrowthAsync(0, 20)).Note.ToString();
        Assert.Equal(64, GrowthProof.Parse(Encoding.UTF8.GetBytes($"old 1\n{string.Concat(Enumerable.Repeat(hash, 64))}\n{note}")).Path.Length);
        RefusalAssert.Contains("RI6017", () => GrowthProof.Parse(Encoding.UTF8.GetBytes($"old 1\n{string.Concat(Enumerable.Repeat(hash, 65))}\n{note}")));
    }

    private static NoteKey KeyOf(ECDsa key, string origin) => NoteKey.Of(origin, NoteKeyKind.Log, EcdsaP256.PublicKey(key), Algorithms);

    /// <summary>A checkpoint of a log whose entries follow from a text, with the proof from a smaller size.</summary>
    private async Task<GrowthProof> GrowthAsync(long oldSize, int size, string text = "a log")
    {
        Dictionary<TreeNode, byte[]> kept = [];
        MerkleFrontier frontier = MerkleFrontier.Empty;
        for (int i = 0; i < size; i++)
        {
            frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(Encoding.UTF8.GetBytes(text + i.ToString(CultureInfo.InvariantCulture))), kept.Add);
        }

        MerkleProofPlan plan = MerkleProofs.Consistency(oldSize, size);
        LedgerHead head = new(size, Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree)));
        return new GrowthProof(oldSize, plan.Make(LedgerLeaf.Tree, [.. plan.Nodes.Select(node => kept[node])]), (await _signer.SignAsync(head, Cancellation))!);
    }
}
