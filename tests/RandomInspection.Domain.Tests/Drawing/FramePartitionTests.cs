using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>The root of a frame that is kept in several places.</summary>
public sealed class FramePartitionTests
{
    private static readonly DrawEngine Engine = new();

    private static Digest Of(string text) => Digest.Of(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Root_ThreePartitions_TreeOverNameRootAndSizeInTheOrderOfBytes()
    {
        FramePartition[] parts = [new("沈阳", Of("a"), 3), new("大连", Of("b"), 0), new("鞍山", Of("c"), 12)];
        byte[] Leaf(FramePartition part) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes($"{part.Name}\t{part.Root.Hex}\t{part.Size}")]);
        byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

        // 大 E5, 沈 E6, 鞍 E9.
        byte[] due = Node(Node(Leaf(parts[1]), Leaf(parts[0])), Leaf(parts[2]));
        foreach (int[] order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 0, 2]])
        {
            Assert.Equal(Digest.Of(due), Engine.Root([.. order.Select(i => parts[i])], "sha-256"));
        }
    }

    [Fact]
    public void Root_OnePartition_ItsOwn() => Assert.Equal(Of("a"), Engine.Root([new FramePartition("辽宁", Of("a"), 5)], "sha-256"));

    [Fact]
    public void Root_NamesBeyondTheBasicPlane_OrderedByBytesNotByCharacters()
    {
        // U+FF21 is EF BC A1 and comes before U+20BB7, F0 A0 AE B7; as UTF-16 it would come after.
        FramePartition full = new("Ａ", Of("a"), 1), rare = new("𠮷", Of("b"), 1);
        byte[] Leaf(FramePartition part) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(part.ToString())]);
        Assert.Equal(Digest.Of(SHA256.HashData([1, .. Leaf(full), .. Leaf(rare)])), Engine.Root([rare, full], "sha-256"));
    }

    [Fact]
    public void Root_AnyPartChanged_Another()
    {
        ImmutableArray<FramePartition> parts = [new("a", Of("a"), 3), new("b", Of("b"), 4)];
        Digest root = Engine.Root(parts, "sha-256");
        Assert.NotEqual(root, Engine.Root([parts[0], new FramePartition("b", Of("b"), 5)], "sha-256"));
        Assert.NotEqual(root, Engine.Root([parts[0], new FramePartition("b", Of("c"), 4)], "sha-256"));
        Assert.NotEqual(root, Engine.Root([parts[0], new FramePartition("c", Of("b"), 4)], "sha-256"));
        Assert.NotEqual(root, Engine.Root([parts[0]], "sha-256"));
    }

    [Fact]
    public void Root_WhatCannotBe_Refused()
    {
        RefusalAssert.Input("RI1109", () => Engine.Root([new FramePartition("a", Of("a"), 3), new FramePartition("a", Of("b"), 3)], "sha-256"), ("name", "a"));
        RefusalAssert.Input("RI1108", () => _ = new FramePartition("辽宁/沈阳", Of("a"), 3), ("name", "辽宁/沈阳"));
        RefusalAssert.Contains("RI1103", () => _ = new FramePartition("", Of("a"), 3));
        RefusalAssert.Contains("RI1302", () => Engine.Root([new FramePartition("a", Of("a"), 3)], "sha-999"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Engine.Root([], "sha-256"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new FramePartition("a", Of("a"), -1));
    }
}
