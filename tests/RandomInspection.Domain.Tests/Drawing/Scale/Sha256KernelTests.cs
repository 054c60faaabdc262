using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Tests.Drawing.Scale;

/// <summary>Every width of the kernel against the platform's SHA-256, one message at a time.</summary>
public sealed class Sha256KernelTests
{
    // Around the ends of halves and blocks, and where the length no longer fits behind the message.
    private static readonly int[] Lengths = [0, 1, 18, 30, 31, 32, 33, 54, 55, 56, 57, 63, 64, 65, 100, 118, 119, 120, 127, 128, 129, 331];

    public static TheoryData<int> Widths => [1, 4, 8, 16];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Hash_EveryLengthAlone_AsThePlatform(int lanes)
    {
        foreach (int shared in (int[])[0, 64, 128])
        {
            foreach (int length in Lengths)
            {
                RequireSame(Sha256Kernel.OfLanes(lanes), Bytes(shared, 7), [Bytes(length, length)], 8);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Hash_IdsOfOneTo64Characters_AsThePlatform(int lanes)
    {
        byte[] seed = Encoding.ASCII.GetBytes(new string('7', 64));
        byte[][] ids = [.. Enumerable.Range(1, 64).Select(length => Bytes(length, length))];
        RequireSame(Sha256Kernel.OfLanes(lanes), seed, ids, 8);
        RequireSame(Sha256Kernel.OfLanes(lanes), seed, [.. ids.Reverse()], 2);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Hash_EveryNumberOfMessages_NothingBesideThem(int lanes)
    {
        for (int count = 0; count <= 2 * lanes + 1; count++)
        {
            RequireSame(Sha256Kernel.OfLanes(lanes), [], [.. Enumerable.Range(0, count).Select(i => Bytes(18, i))], 4);
        }
    }

    [Property(MaxTest = 200)]
    public Property Hash_AnyMessagesAnyWidth_AsThePlatform() => Prop.ForAll(
        (from lanes in Gen.Elements(1, 4, 8, 16)
         from shared in Gen.Elements(0, 64)
         from count in Gen.Choose(1, 40)
         from longest in Gen.Elements(31, 55, 64, 400)
         from lengths in Gen.ArrayOf(Gen.Choose(0, longest), count)
         select (lanes, shared, lengths)).ToArbitrary(),
        made => RequireSame(Sha256Kernel.OfLanes(made.lanes), Bytes(made.shared, 3), [.. made.lengths.Select((length, i) => Bytes(length, i))], 8));

    [Property(MaxTest = 100)]
    public Property Nodes_AnyPairsAnyWidth_HashOf01LeftRight() => Prop.ForAll(
        (from lanes in Gen.Elements(1, 4, 8, 16) from pairs in Gen.Choose(1, 70) select (lanes, pairs)).ToArbitrary(),
        made => RequireNodes(Sha256Kernel.OfLanes(made.lanes), made.pairs, SHA256.HashData));

    [Fact]
    public void PlainBatchHash_Sm3_AsItsHash()
    {
        BatchHash batch = new PlainBatchHash(Sm3.Instance);
        RequireNodes(batch, 5, Sm3Of);
        byte[] seed = Bytes(64, 1);
        batch.Begin(seed);
        byte[] id = Bytes(18, 2);
        uint[] words = new uint[8 * 16];
        batch.Hash([.. id, .. new byte[BatchHash.Slack]], [0, id.Length], words, 16);
        Assert.Equal(Sm3Of([.. seed, .. id]), Digest(words, 16, 0));
    }

    [Fact]
    public void Of_HashByName_LanesForThePlatformsOnly()
    {
        Assert.IsType<Sha256Kernel>(BatchHash.Of(Sha256.Instance), exactMatch: false);
        Assert.IsType<PlainBatchHash>(BatchHash.Of(Sm3.Instance));
        Assert.Contains(Sha256Kernel.FastestLanes, Widths.Select(row => row.Data));
        Assert.Equal(Sha256Kernel.FastestLanes, Sha256Kernel.Best().Lanes);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sha256Kernel.OfLanes(2));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Calls_MemoryTooShort_RefusedBeforeAnythingIsRead(int lanes)
    {
        Sha256Kernel kernel = Sha256Kernel.OfLanes(lanes);
        uint[] words = new uint[8 * 16];
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Hash(new byte[18 + BatchHash.Slack - 1], [0, 18], words, 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Hash(new byte[18 + BatchHash.Slack], [18, 0, 18], words, 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Hash(new byte[18 + BatchHash.Slack], [-1, 18], words, 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Hash(new byte[18 + BatchHash.Slack], [0, 18], new uint[7 * 16], 16));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Hash(new byte[18 + BatchHash.Slack], [0, 18], words, 16, words: 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Nodes(new uint[7 * 32], 32, 1, words));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Nodes(new uint[8 * 32], 32, 1, new uint[7 * 32]));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Begin(new byte[63]));
    }

    private static byte[] Bytes(int length, int salt)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            bytes[i] = unchecked((byte)((31 * i) + (17 * salt) + (i >> 3)));
        }

        return bytes;
    }

    private static byte[] Sm3Of(byte[] message)
    {
        byte[] digest = new byte[32];
        Sm3.Instance.Hash(message, digest);
        return digest;
    }

    private static void RequireSame(Sha256Kernel kernel, byte[] shared, byte[][] messages, int words)
    {
        const uint Untouched = 0xdeadbeef;
        int stride = ((messages.Length + 15) / 16 * 16) + 16;
        int[] starts = [.. messages.Select((_, i) => messages.Take(i).Sum(m => m.Length)), messages.Sum(m => m.Length)];
        uint[] digests = new uint[8 * stride];
        Array.Fill(digests, Untouched);
        kernel.Begin(shared);
        kernel.Hash([.. messages.SelectMany(m => m), .. Enumerable.Repeat((byte)0x5a, BatchHash.Slack)], starts, digests, stride, words);
        for (int i = 0; i < messages.Length; i++)
        {
            byte[] due = SHA256.HashData([.. shared, .. messages[i]]);
            Assert.Equal(due[..(4 * words)], Digest(digests, stride, i)[..(4 * words)]);
        }

        // Behind the messages only their last group's lanes are written, and no column that nobody asked for.
        int end = (messages.Length + kernel.Lanes - 1) / kernel.Lanes * kernel.Lanes;
        Assert.All(Enumerable.Range(end, stride - end), at => Assert.Equal(Untouched, digests[at]));
        Assert.All(digests.Skip(words * stride), word => Assert.Equal(Untouched, word));
    }

    private static void RequireNodes(BatchHash batch, int pairs, Func<byte[], byte[]> hash)
    {
        int stride = 2 * (pairs + 32);
        uint[] level = [.. Enumerable.Range(0, 8 * stride).Select(i => unchecked((uint)i * 2654435761))];
        uint[] above = new uint[8 * stride];
        batch.Nodes(level, stride, pairs, above);
        for (int i = 0; i < pairs; i++)
        {
            Assert.Equal(hash([0x01, .. Digest(level, stride, 2 * i), .. Digest(level, stride, (2 * i) + 1)]), Digest(above, stride, i));
        }
    }

    private static byte[] Digest(uint[] columns, int stride, int at)
    {
        byte[] digest = new byte[32];
        for (int word = 0; word < 8; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(4 * word), columns[(word * stride) + at]);
        }

        return digest;
    }
}
