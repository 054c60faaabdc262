using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>Proofs made of stored subtrees against the recursions of RFC 9162, which <c>tests/vectors/ledger/make.py</c> follows as they stand there.</summary>
public sealed class MerkleProofsTests
{
    private static readonly MerkleTree Tree = LedgerLeaf.Tree;

    // The reference leaves of google/certificate-transparency, merkle_tree_test; its consistency proofs below.
    private static readonly string[] ReferenceLeaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    public static TheoryData<int, int, string> ReferenceConsistency => new()
    {
        { 1, 1, "" },
        { 1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4" },
        { 6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
        { 2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b" },
    };

    [Theory]
    [MemberData(nameof(ReferenceConsistency))]
    public void Consistency_ReferenceLeaves_ReferenceProof(int oldSize, int size, string proof)
    {
        Subtrees log = new(ReferenceLeaves.Take(size).Select(l => Tree.Leaf(Convert.FromHexString(l))));
        Assert.Equal(proof, Hex(log.Consistency(oldSize, size)));
    }

    [Fact]
    public void InclusionAndConsistency_EverySizeUpTo130_AsTheOtherImplementation()
    {
        Subtrees log = new(Leaves(130));
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Vectors, "ledger", "tree.json")));
        JsonElement[] sizes = [.. vectors.RootElement.EnumerateArray()];
        Assert.Equal(130, sizes.Length);
        foreach (JsonElement vector in sizes)
        {
            int size = vector.GetProperty("size").GetInt32();
            Assert.Equal(vector.GetProperty("root").GetString(), Convert.ToHexStringLower(log.Root(size)));
            Assert.Equal(vector.GetProperty("inclusion").GetString(), Digest(Enumerable.Range(0, size).Select(index => log.Inclusion(index, size))));
            Assert.Equal(vector.GetProperty("consistency").GetString(), Digest(Enumerable.Range(1, size).Select(old => log.Consistency(old, size))));
        }
    }

    [Property(MaxTest = 300)]
    public void VerifyConsistency_AnyTwoSizes_HoldsThereAndNowhereElse(ushort one, ushort other, ushort bit)
    {
        int size = 1 + (Math.Max(one, other) % 600), oldSize = Math.Min(one, other) % (size + 1);
        Subtrees log = new(Leaves(size));
        ImmutableArray<byte[]> proof = log.Consistency(oldSize, size);
        byte[] old = log.Root(oldSize), root = log.Root(size);
        Assert.True(Tree.VerifyConsistency(oldSize, size, proof, old, root));

        Assert.False(Tree.VerifyConsistency(oldSize, size, [.. proof, root], old, root));
        Assert.False(Tree.VerifyConsistency(oldSize, size, proof, Flipped(old, bit), root));
        Assert.False(Tree.VerifyConsistency(size + 1, size, proof, old, root));
        Assert.False(Tree.VerifyConsistency(-1, size, proof, old, root));
        if (oldSize > 0)
        {
            Assert.False(Tree.VerifyConsistency(oldSize, size, proof, old, Flipped(root, bit)));
        }

        for (int place = 0; place < proof.Length; place++)
        {
            Assert.False(Tree.VerifyConsistency(oldSize, size, [.. proof.Select((hash, i) => i == place ? Flipped(hash, bit) : hash)], old, root));
            Assert.False(Tree.VerifyConsistency(oldSize, size, [.. proof.Select((hash, i) => i == place ? hash[..31] : hash)], old, root));
            Assert.False(Tree.VerifyConsistency(oldSize, size, proof.RemoveAt(place), old, root));
        }

        foreach (int wrong in new[] { oldSize - 1, oldSize + 1 }.Where(w => w >= 1 && w < size && oldSize >= 1 && oldSize < size))
        {
            Assert.False(Tree.VerifyConsistency(wrong, size, proof, old, root));
        }
    }

    [Property(MaxTest = 200)]
    public void Subtrees_AnySizes_RootAndProofsOfTheFrontier(ushort pick)
    {
        int size = pick % 600;
        byte[][] leaves = Leaves(size);
        Subtrees log = new(leaves);
        Assert.Equal(Tree.Root(leaves), log.Root(size));
        Assert.Equal(long.PopCount(size), MerkleProofs.Subtrees(size).Length);
        for (int index = 0; index < size; index += 1 + (size / 7))
        {
            Assert.Equal(Tree.Prove(leaves, index).Select(Convert.ToHexStringLower), log.Inclusion(index, size).Select(Convert.ToHexStringLower));
        }
    }

    [Fact]
    public void InclusionAndConsistency_AMillionEntries_AKilobyteAtMostFromFewSubtrees()
    {
        const int Size = 1_000_000;
        Subtrees log = new(Leaves(Size));
        LedgerHead head = new(Size, Convert.ToHexStringLower(log.Root(Size)));
        SignedNote note = SignedNote.Of(Checkpoint.Of("amr.shenyang.example/ledger", head).Text, new NoteSignature("x", 1, [1]));
        byte[] checkpoint = note.ToBytes();
        foreach (int sequence in new[] { 1, 2, 524_288, 524_289, 777_777, 999_999, Size })
        {
            EntryProof proof = new(sequence, log.Inclusion(sequence - 1, Size), note);
            Assert.True(proof.Holds(Encoding.ASCII.GetBytes((sequence - 1).ToString(CultureInfo.InvariantCulture))));
            Assert.False(proof.Holds("another"u8));
            Assert.InRange(Encoding.UTF8.GetByteCount(proof.ToString()) - checkpoint.Length, 1, 1024);
            Assert.InRange(MerkleProofs.Inclusion(sequence - 1, Size).Nodes.Length, 1, 60);

            GrowthProof growth = new(sequence, log.Consistency(sequence, Size), note);
            Assert.True(growth.Holds(new LedgerHead(sequence, Convert.ToHexStringLower(log.Root(sequence)))));
            Assert.InRange(Encoding.UTF8.GetByteCount(growth.ToString()) - checkpoint.Length, 1, 1024);
            Assert.InRange(MerkleProofs.Consistency(sequence, Size).Nodes.Length, 0, 60);
        }
    }

    [Fact]
    public void InclusionAndConsistency_OutsideTheTree_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProofs.Inclusion(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProofs.Inclusion(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProofs.Consistency(4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProofs.Consistency(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProofs.Subtrees(-1));
        Assert.Throws<ArgumentException>(() => MerkleProofs.Inclusion(1, 3).Make(Tree, []));
        Assert.Empty(MerkleProofs.Consistency(0, 3).Nodes);
        Assert.Empty(MerkleProofs.Consistency(3, 3).Nodes);
    }

    private static string Digest(IEnumerable<ImmutableArray<byte[]>> proofs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(proofs.Select(proof => Hex(proof) + "\n")))));

    private static string Hex(ImmutableArray<byte[]> proof) => string.Join(' ', proof.Select(Convert.ToHexStringLower));

    private static byte[][] Leaves(int size) =>
        [.. Enumerable.Range(0, size).Select(i => Tree.Leaf(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture))))];

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        byte[] flipped = [.. bytes];
        flipped[bit / 8 % flipped.Length] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    /// <summary>What a store keeps: the hash of every complete subtree.</summary>
    private sealed class Subtrees
    {
        private readonly Dictionary<TreeNode, byte[]> _hashes = [];

        public Subtrees(IEnumerable<byte[]> leaves)
        {
            MerkleFrontier frontier = MerkleFrontier.Empty;
            foreach (byte[] leaf in leaves)
            {
                frontier = frontier.Append(Tree, leaf, _hashes.Add);
            }
        }

        public byte[] Root(long size) => size == 0 ? Tree.EmptyRoot() : MerkleFrontier.FromBytes(size, [.. MerkleProofs.Subtrees(size).SelectMany(node => _hashes[node])]).Root(Tree);

        public ImmutableArray<byte[]> Inclusion(long index, long size) => Make(MerkleProofs.Inclusion(index, size));

        public ImmutableArray<byte[]> Consistency(long oldSize, long size) => Make(MerkleProofs.Consistency(oldSize, size));

        private ImmutableArray<byte[]> Make(MerkleProofPlan plan) => plan.Make(Tree, [.. plan.Nodes.Select(node => _hashes[node])]);
    }
}
