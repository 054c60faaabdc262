using System.Text;
using System.Text.Json;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>Everything that the independent implementation published of its vectors.</summary>
public sealed class DrawVectorTests
{
    public static TheoryData<string> Names => DrawVector.Names;

    [Fact]
    public void Names_Folder_FourteenOfTwoHashes()
    {
        string[] hashes = [.. DrawVector.Names.Select(n => DrawVector.Load(n.Data).Hash)];
        Assert.Equal(14, hashes.Length);
        Assert.Equal(["sha-256", "sm3"], hashes.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FrameFile_ReadAndWritten_SameBytesAndRoot(string name)
    {
        DrawVector vector = DrawVector.Load(name);
        Frame frame = FrameFile.Read(vector.FrameFile);

        Assert.Equal(vector.FrameFile, FrameFile.Write(frame));
        Assert.Equal(vector.Facts.GetProperty("frameSize").GetInt32(), frame.Size);
        Assert.Equal(vector.Text("frameRoot"), Engine().Root(frame, FrameKey.Parse(vector.Text("frameKey")), vector.Hash).Hex);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Opening_Parsed_SaysWhatTheVectorSays(string name)
    {
        DrawVector vector = DrawVector.Load(name);
        Opening opening = Opening.Parse(vector.Opening);
        OpeningTask task = Assert.Single(opening.Tasks);

        Assert.Equal(vector.Opening, Encoding.UTF8.GetBytes(opening.Text));
        Assert.Equal(vector.Text("openingDigest"), DrawVector.Digest(vector.Hash, vector.Opening));
        Assert.Equal(vector.Text("designDigest"), DrawVector.Digest(vector.Hash, Encoding.UTF8.GetBytes(DesignDocument.Parse(vector.Design).Text)));
        Assert.Equal(
            (name, vector.Hash, vector.Text("frameRoot"), vector.Text("designDigest"), vector.Facts.GetProperty("frameSize").GetInt64()),
            (opening.Draw, opening.Hash, task.FrameRoot.Hex, task.DesignDigest.Hex, task.FrameSize));
        Assert.Equal(vector.Contributions.Select(c => (c.Party, c.Kind)), opening.Parties.Select(p => (p.Party, p.Kind)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Seed_ContributionsInAnyOrder_CommitmentsAndSeedAsPublished(string name)
    {
        DrawVector vector = DrawVector.Load(name);
        Opening opening = Opening.Parse(vector.Opening);
        foreach (JsonElement given in vector.Facts.GetProperty("contributions").EnumerateArray())
        {
            if (given.GetProperty("commitment").GetString() is { } published)
            {
                Digest commitment = SeedText.Commitment(
                    opening, given.GetProperty("party").GetString()!, given.GetProperty("value").GetString()!, DrawVector.Hashes[vector.Hash]);
                Assert.Equal(published, commitment.Hex);
            }
        }

        Contribution[] contributions = [.. vector.Contributions];
        Assert.Equal(vector.Text("seed"), SeedText.Seed(opening, contributions, DrawVector.Hashes[vector.Hash]).Hex);
        Assert.Equal(vector.Text("seed"), SeedText.Seed(opening, [.. contributions.Reverse()], DrawVector.Hashes[vector.Hash]).Hex);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_Vector_CellsSelectionAndReservesAsPublished(string name)
    {
        DrawVector vector = DrawVector.Load(name);
        DrawResult result = Engine().Draw(FrameFile.Read(vector.FrameFile), DesignDocument.Parse(vector.Design).Design, Seed.Parse(vector.Text("seed")), vector.Hash);
        Assert.Equal(vector.Result(), DrawVector.Lines(result));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Prove_FirstMiddleAndLastUnit_LeadsToTheRootAndNoFurther(string name)
    {
        DrawVector vector = DrawVector.Load(name);
        Frame frame = FrameFile.Read(vector.FrameFile);
        FrameKey key = FrameKey.Parse(vector.Text("frameKey"));
        foreach (int index in new[] { 0, frame.Size / 2, frame.Size - 1 })
        {
            InclusionProof proof = Engine().Prove(frame, key, vector.Hash, frame.Units[index].Id)!;
            string salt = DrawVector.Digest(vector.Hash, Encoding.ASCII.GetBytes(key.Hex + proof.Unit.Id))[..32];
            byte[] leaf = Convert.FromHexString(DrawVector.Digest(vector.Hash, [0, .. Encoding.UTF8.GetBytes($"{salt}\t{frame.Units[index]}")]));

            Assert.Equal((salt, index, frame.Size), (proof.Salt, proof.LeafIndex, proof.FrameSize));
            Assert.Equal(vector.Text("frameRoot"), Climb(vector.Hash, leaf, index, frame.Size, [.. proof.Path.Select(d => Convert.FromHexString(d.Hex))]));
        }

        Assert.Null(Engine().Prove(frame, key, vector.Hash, "nobody"));
    }

    private static DrawEngine Engine() => new(DrawVector.Hashes);

    /// <summary>The root by the recursive split of RFC 9162, from the top down, which the code does not use.</summary>
    private static string Climb(string hash, byte[] leaf, int index, int size, ReadOnlySpan<byte[]> path)
    {
        if (size == 1)
        {
            Assert.True(path.IsEmpty);
            return Convert.ToHexStringLower(leaf);
        }

        int left = 1;
        while (left * 2 < size)
        {
            left *= 2;
        }

        byte[] Below(int place, int leaves, ReadOnlySpan<byte[]> rest) => Convert.FromHexString(Climb(hash, leaf, place, leaves, rest));
        return index < left
            ? DrawVector.Digest(hash, [1, .. Below(index, left, path[..^1]), .. path[^1]])
            : DrawVector.Digest(hash, [1, .. path[^1], .. Below(index - left, size - left, path[..^1])]);
    }
}
