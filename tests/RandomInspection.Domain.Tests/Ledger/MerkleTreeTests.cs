using System.Globalization;
using System.Security.Cryptography;
using FsCheck.Xunit;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>The Merkle tree against the vectors of Certificate Transparency (RFC 6962 and RFC 9162) and its theorems.</summary>
public sealed class MerkleTreeTests
{
    private static readonly MerkleTree Tree = LedgerLeaf.Tree;

    // The reference leaves and roots of google/certificate-transparency, merkle_tree_test.
    private static readonly string[] ReferenceLeaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    public static TheoryData<int, string> ReferenceRoots => new()
    {
        { 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { 1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
        { 2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" },
        { 3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77" },
        { 4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
        { 5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4" },
        { 6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef" },
        { 7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c" },
        { 8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" },
    };

    public static TheoryData<int, int, string> ReferencePaths => new()
    {
        { 0, 1, "" },
        { 0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4" },
        { 5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
        { 2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" },
        { 1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b" },
    };

    [Theory]
    [MemberData(nameof(ReferenceRoots))]
    public void Root_ReferenceLeaves_ReferenceRoot(int size, string root) => Assert.Equal(root, Hex(Tree.Root(Reference(size))));

    [Theory]
    [MemberData(nameof(ReferencePaths))]
    public void Prove_ReferenceLeaves_ReferencePath(int index, int size, string path) =>
        Assert.Equal(path, string.Join(' ', Tree.Prove(Reference(size), index).Select(Hex)));

    [Fact]
    public void Leaf_LongerThanTheStackBuffer_SameHash()
    {
        foreach (int length in new[] { 0, 1, 510, 511, 512, 513, 5000 })
        {
            byte[] data = RandomNumberGenerator.GetBytes(length);
            Assert.Equal(SHA256.HashData([0, .. data]), Tree.Leaf(data));
        }
    }

    [Fact]
    public void RootAndFrontier_UpTo130Leaves_AsTheRecursiveDefinition()
    {
        byte[][] leaves = Leaves(130);
        MerkleFrontier frontier = MerkleFrontier.Empty;
        for (int size = 0; size <= 130; size++)
        {
            byte[] due = Defined(leaves.AsSpan(0, size));
            Assert.Equal(size, frontier.Size);
            Assert.Equal(due, frontier.Root(Tree));
            Assert.Equal(due, Tree.Root(leaves.Take(size)));

            MerkleFrontier read = MerkleFrontier.FromBytes(size, frontier.ToBytes());
            Assert.Equal((Hex(due), size), (Hex(read.Root(Tree)), read.Size));
            Assert.Equal(frontier.ToBytes(), read.ToBytes());
            frontier = size < 130 ? read.Append(Tree, leaves[size]) : read;
        }
    }

    [Fact]
    public void FromBytes_OtherNumberOfSubtrees_Refused()
    {
        Assert.Throws<ArgumentException>(() => MerkleFrontier.FromBytes(3, new byte[32]));
        Assert.Throws<ArgumentException>(() => MerkleFrontier.FromBytes(4, new byte[64]));
        Assert.Throws<ArgumentException>(() => MerkleFrontier.FromBytes(1, new byte[31]));
        Assert.Throws<ArgumentException>(() => MerkleFrontier.FromBytes(0, new byte[32]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleFrontier.FromBytes(-1, []));
    }

    [Fact]
    public void Verify_EveryLeafOfTreesUpTo130_HoldsThereAndNowhereElse()
    {
        byte[][] leaves = Leaves(130);
        foreach (int size in Enumerable.Range(1, 20).Concat([31, 32, 33, 63, 64, 65, 127, 128, 129, 130]))
        {
            byte[][] some = leaves[..size];
            byte[] root = Tree.Root(some);
            for (int index = 0; index < size; index++)
            {
                IReadOnlyList<byte[]> path = Tree.Prove(some, index);
                Assert.True(Tree.Verify(some[index], index, size, path, root));

                // Another place, another size with the same depth, another leaf, another root.
                for (int other = 0; other < size; other++)
                {
                    Assert.Equal(other == index, Tree.Verify(some[index], other, size, path, root));
                }

                Assert.False(Tree.Verify(leaves[(index + 1) % 130], index, size, path, root));
                Assert.False(Tree.Verify(some[index], index, size, path, Tree.EmptyRoot()));
                Assert.False(Tree.Verify(some[index], -1, size, path, root));
                Assert.False(Tree.Verify(some[index], size, size, path, root));
                Assert.False(Tree.Verify(some[index], index, size, [.. path, root], root));
                if (path.Count > 0)
                {
                    Assert.False(Tree.Verify(some[index], index, size, [.. path.SkipLast(1)], root));
                    Assert.False(Tree.Verify(some[index], index, size, [.. path.Skip(1)], root));
                }
            }
        }
    }

    [Property(MaxTest = 300)]
    public void Verify_OneBitFlippedAnywhere_DoesNotHold(ushort pick, ushort bit)
    {
        int size = 1 + (pick % 130), index = bit % size;
        byte[][] leaves = Leaves(size);
        byte[] root = Tree.Root(leaves);
        byte[][] path = [.. Tree.Prove(leaves, index)];
        for (int place = 0; place < path.Length; place++)
        {
            Assert.False(Tree.Verify(leaves[index], index, size, [.. path.Select((node, i) => i == place ? Flipped(node, bit) : node)], root));
            Assert.False(Tree.Verify(leaves[index], index, size, [.. path.Select((node, i) => i == place ? node[..31] : node)], root));
        }

        Assert.False(Tree.Verify(Flipped(leaves[index], bit), index, size, path, root));
        Assert.False(Tree.Verify(leaves[index], index, size, path, Flipped(root, bit)));
    }

    [Fact]
    public void Prove_PlaceOutsideTheTree_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Prove(Leaves(3), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Prove(Leaves(3), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree.Prove([], 0));
    }

    private static byte[] Defined(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.IsEmpty ? SHA256.HashData([]) : leaves[0];
        }

        int left = 1;
        while (left * 2 < leaves.Length)
        {
            left *= 2;
        }

        return SHA256.HashData([1, .. Defined(leaves[..left]), .. Defined(leaves[left..])]);
    }

    private static byte[][] Reference(int size) => [.. ReferenceLeaves.Take(size).Select(l => Tree.Leaf(Convert.FromHexString(l)))];

    private static byte[][] Leaves(int size) =>
        [.. Enumerable.Range(0, size).Select(i => Tree.Leaf(System.Text.Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture))))];

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        byte[] flipped = [.. bytes];
        flipped[bit / 8 % flipped.Length] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
