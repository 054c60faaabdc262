using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>Leaves written and hashed many at a time are those of <see cref="LedgerLeaf"/>.</summary>
public sealed class LedgerLeafBatchTests
{
    [Property(MaxTest = 200)]
    public Property LeafBytes_AnyTexts_AsTheLeafItself() => Prop.ForAll(Entries(), entry =>
    {
        LedgerLeafBatch batch = new(1);
        Add(batch, entry);
        batch.Hash();
        Span<byte> hash = stackalloc byte[32];
        batch.CopyNode(0, 0, hash);

        Assert.Equal(Encoding.UTF8.GetString(LedgerLeaf.Bytes(entry)), Encoding.UTF8.GetString(batch.LeafBytes(0)));
        Assert.Equal(LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), hash.ToArray());
    });

    [Fact]
    public void LeafBytes_EveryCharacterOfAscii_AsTheLeafItself()
    {
        for (int character = 0; character < 0x100; character++)
        {
            LedgerEntry entry = new(1, $"s/{(char)character}", 1, "t", new Actor("a", Role.Drafter), $"{(char)character}", Instant.MinValue, $"{(char)character}x");
            LedgerLeafBatch batch = new(1);
            Add(batch, entry);

            Assert.Equal(LedgerLeaf.Bytes(entry), batch.LeafBytes(0).ToArray());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void Hash_FullBatch_SubtreesOfTheTree(int size)
    {
        LedgerLeafBatch batch = new(size);
        for (int round = 0; round < 2; round++)
        {
            LedgerEntry[] entries = [.. Enumerable.Range(1, size).Select(n => Entry(n + round, new string('x', 37 * n % 701)))];
            foreach (LedgerEntry entry in entries)
            {
                Add(batch, entry);
            }

            batch.Hash();
            byte[][] level = [.. entries.Select(e => LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(e)))];
            for (int height = 0; height < batch.Levels; height++)
            {
                for (int index = 0; index < level.Length; index++)
                {
                    byte[] hash = new byte[32];
                    batch.CopyNode(height, index, hash);
                    Assert.Equal(level[index], hash);
                }

                level = [.. level.Chunk(2).Where(pair => pair.Length == 2).Select(pair => LedgerLeaf.Tree.Node(pair[0], pair[1]))];
            }

            Assert.Equal(int.Log2(size) + 1, batch.Levels);
            Assert.True(batch.IsFull);
            Assert.Throws<InvalidOperationException>(() => Add(batch, entries[0]));
            batch.Clear();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Add_OneLongTextWhoseEveryCharacterIsEscaped_RoomForIt(int which)
    {
        string At(int place) => place == which ? new string('\u0001', 400_000) : "x";
        LedgerEntry entry = new(1, At(0), 1, At(1), new Actor(At(2), Role.Drafter), At(3), Instant.MinValue, At(4), Salt: At(5));
        LedgerLeafBatch batch = new(2);
        Add(batch, entry);
        Add(batch, entry);
        batch.Hash();
        Assert.Equal(LedgerLeaf.Bytes(entry), batch.LeafBytes(1).ToArray());
        byte[] root = new byte[32];
        batch.CopyNode(1, 0, root);
        byte[] leaf = LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry));
        Assert.Equal(LedgerLeaf.Tree.Node(leaf, leaf), root);
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.CopyNode(1, 1, root));
        Assert.StartsWith("The batch is full: 2 entries.", Assert.Throws<InvalidOperationException>(() => Add(batch, entry)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_NotFull_LeavesOnly()
    {
        LedgerLeafBatch batch = new(4);
        batch.Hash();
        Assert.Equal(0, batch.Count);
        Add(batch, Entry(1, "x"));
        Add(batch, Entry(2, new string('"', 2_000_000)));
        batch.Hash();

        byte[] hash = new byte[32];
        batch.CopyNode(0, 1, hash);
        Assert.Equal(LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(Entry(2, new string('"', 2_000_000)))), hash);
        Assert.Equal("plan/2", Encoding.UTF8.GetString(batch.Stream(1)));
        Assert.Equal(1, batch.Levels);
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.CopyNode(1, 0, hash));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.CopyNode(0, 2, hash));
        Assert.StartsWith("The size of a batch is a power of two.", Assert.Throws<ArgumentOutOfRangeException>(() => new LedgerLeafBatch(3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LedgerLeafBatch(-4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LedgerLeafBatch(0));
    }

    private static LedgerEntry Entry(int number, string data) =>
        new(number, $"plan/{number}", 1, "plan.drafted", new Actor("ni", Role.Drafter), null, Instant.FromUnixTimeTicks(number), data);

    private static Arbitrary<LedgerEntry> Entries() => Arb.From(
        from texts in Gen.ArrayOf(Text(), 5)
        from numbers in Gen.ArrayOf(Gen.Choose(0, int.MaxValue), 3)
        from role in Gen.Elements(Enum.GetValues<Role>())
        from reason in Gen.OneOf(Gen.Constant((string?)null), Text().Select(t => (string?)t))
        from salt in Gen.OneOf(Gen.Constant((string?)null), Text().Select(t => (string?)t))
        select new LedgerEntry(
            (long)numbers[0] * numbers[1], texts[0], numbers[1], texts[1], new Actor(texts[2], role), reason, Instant.FromUnixTimeTicks((long)numbers[2] * 1_000_003), texts[3], Salt: salt));

    /// <summary>Texts of whole characters: letters, quotation marks, controls, characters outside ASCII and beyond U+FFFF.</summary>
    private static Gen<string> Text() => Gen.ListOf(Gen.OneOf(
            Gen.Choose(0, 0x7f), Gen.Choose(0x80, 0x2ff), Gen.Choose(0x2000, 0x2100), Gen.Choose(0x4e00, 0x4eff), Gen.Choose(0xe000, 0xffff), Gen.Choose(0x20000, 0x20fff), Gen.Constant((int)'"')))
        .Select(points => string.Concat(points.Select(char.ConvertFromUtf32)));

    private static void Add(LedgerLeafBatch batch, LedgerEntry entry) => batch.Add(new Utf8Entry
    {
        Sequence = entry.Sequence,
        Stream = Encoding.UTF8.GetBytes(entry.Stream),
        Version = entry.Version,
        Type = Encoding.UTF8.GetBytes(entry.Type),
        Actor = Encoding.UTF8.GetBytes(entry.Actor.PersonId),
        Role = Encoding.UTF8.GetBytes(entry.Actor.Role.ToString()),
        HasReason = entry.Reason is not null,
        Reason = Encoding.UTF8.GetBytes(entry.Reason ?? ""),
        At = Encoding.ASCII.GetBytes(InstantPattern.ExtendedIso.Format(entry.At)),
        Data = Encoding.UTF8.GetBytes(entry.Data),
        HasSalt = entry.Salt is not null,
        Salt = Encoding.UTF8.GetBytes(entry.Salt ?? ""),
    });
}
