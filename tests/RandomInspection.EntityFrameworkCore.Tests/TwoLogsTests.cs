using System.Collections.Immutable;
using System.Data.Common;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>Two logs in one store, their subtrees, and personal data beside them.</summary>
public abstract class TwoLogsTests
{
    private static readonly Actor Officer = new("chen-hao", Role.Drafter);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAsync_BothLogs_SequencesTreesAndStreamsOfTheirOwn()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ILedger ledger = store.Get<ILedger>();
        Assert.Equal(new LedgerHead(0, Root([])), await ledger.HeadAsync(LedgerLog.Sealed, Cancellation));
        await ledger.CommitAsync(Commit(LedgerLog.Public, ("open/1", 0, 3)), Cancellation);
        ImmutableArray<LedgerEntry> secret = await ledger.CommitAsync(Commit(LedgerLog.Sealed, ("secret/1", 0, 2)), Cancellation);

        Assert.Equal([(1L, LedgerLog.Sealed), (2L, LedgerLog.Sealed)], secret.Select(e => (e.Sequence, e.Log)));
        Assert.Equal(secret, await ledger.ReadStreamAsync("secret/1", Cancellation));
        foreach ((LedgerLog log, int size) in new[] { (LedgerLog.Public, 3), (LedgerLog.Sealed, 2) })
        {
            ImmutableArray<LedgerEntry> entries = await ledger.ReadAsync(log, 0, 100, Cancellation);
            Assert.Equal(Enumerable.Range(1, size).Select(i => (long)i), entries.Select(e => e.Sequence));
            Assert.All(entries, e => Assert.Equal(log, e.Log));
            Assert.Equal(new LedgerHead(size, Root(entries)), await ledger.HeadAsync(log, Cancellation));
        }
    }

    [Theory]
    [InlineData(LedgerLog.Public, LedgerLog.Sealed, "the stream stands in the public log")]
    [InlineData(LedgerLog.Sealed, LedgerLog.Public, "the stream stands in the sealed log")]
    public async Task CommitAsync_StreamOfTheOtherLog_RefusedButMayBeHeldFast(LedgerLog first, LedgerLog other, string aborted)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ILedger ledger = store.Get<ILedger>();
        await ledger.CommitAsync(Commit(first, ("x/1", 0, 1)), Cancellation);
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(Commit(other, ("x/2", 0, 1), ("x/1", 1, 1)), Cancellation));
        await Assert.ThrowsAsync<AppendConflictException>(() => ledger.CommitAsync(Commit(other, ("x/1", 0, 0), ("x/2", 0, 1)), Cancellation));
        Assert.Equal(0, (await ledger.HeadAsync(other, Cancellation)).Size);
        await ledger.CommitAsync(Commit(other, ("x/1", 1, 0), ("x/2", 0, 1)), Cancellation);
        Assert.Equal(1, (await ledger.HeadAsync(other, Cancellation)).Size);

        string table = other == LedgerLog.Public ? "ledger" : "sealed_ledger";
        DbException refused = await Assert.ThrowsAnyAsync<DbException>(() => store.ExecuteAsync(
            $"""INSERT INTO "{table}" ("Sequence", "Actor", "At", "Data", "Role", "Stream", "Type", "Version") VALUES (2, 'a', 0, '', 'Drafter', 'x/1', 't', 2)"""));
        Assert.Contains(aborted, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE "sealed_ledger" SET "Data" = "Data" """)]
    [InlineData("""DELETE FROM "sealed_ledger" """)]
    public async Task SealedLog_WrittenEntry_CannotBeChanged(string sql)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await store.Get<ILedger>().CommitAsync(Commit(LedgerLog.Sealed, ("secret/1", 0, 2)), Cancellation);
        Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<DbException>(() => store.ExecuteAsync(sql))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadNodesAsync_SomeCommits_EveryCompleteSubtreeAndNoOther()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ILedger ledger = store.Get<ILedger>();
        foreach (int events in new[] { 1, 4, 1, 7, 10 })
        {
            await ledger.CommitAsync(Commit(LedgerLog.Public, ($"x/{events}", (await ledger.ReadStreamAsync($"x/{events}", Cancellation)).Length, events)), Cancellation);
        }

        await AssertNodesAsync(ledger, 23);
        foreach (TreeNode incomplete in new TreeNode[] { new(0, 23), new(3, 2), new(5, 0), new(-1, 0) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => ledger.ReadNodesAsync(LedgerLog.Public, [new TreeNode(0, 0), incomplete], Cancellation));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => ledger.ReadNodesAsync(LedgerLog.Sealed, [new TreeNode(0, 0)], Cancellation));
        Assert.Empty(await ledger.ReadNodesAsync(LedgerLog.Public, [], Cancellation));
    }

    [Fact]
    public async Task CommitAsync_SameEventTwice_SaltsDifferAndAreHashed()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ILedger ledger = store.Get<ILedger>();
        ImmutableArray<LedgerEntry> one = await ledger.CommitAsync(Commit(LedgerLog.Public, ("x/1", 0, 2)), Cancellation);
        ImmutableArray<LedgerEntry> two = await ledger.CommitAsync(Commit(LedgerLog.Public, ("x/1", 2, 1)), Cancellation);
        string[] salts = [.. one.Concat(two).Select(e => e.Salt!)];
        Assert.All(salts, salt => Assert.Matches("^[0-9a-f]{32}$", salt));
        Assert.Equal(3, salts.Distinct().Count());
        Assert.Equal(one.Concat(two), await ledger.ReadAsync(LedgerLog.Public, 0, 10, Cancellation));
        Assert.EndsWith($",\"salt\":\"{salts[0]}\"}}", System.Text.Encoding.UTF8.GetString(LedgerLeaf.Bytes(one[0])), StringComparison.Ordinal);

        LedgerEntry given = (await ledger.CommitAsync(Commit(LedgerLog.Public, ("x/1", 3, 1)) with { Salt = new string('5', 64) }, Cancellation))[0];
        Assert.Equal(SaltBy("5", "x/1", 4), given.Salt);
    }

    // SHA-256 as any other language computes it.
    private static string SaltBy(string digit, string stream, int version) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(digit, 64)) + "\n" + stream + "\n" + version.ToString(System.Globalization.CultureInfo.InvariantCulture))))[..32];

    [Theory]
    [InlineData("""DELETE FROM "ledger_node" """)]
    [InlineData("""DELETE FROM "ledger_node" WHERE "Index" * (1 << "Level") + (1 << "Level") > 13""")]
    public async Task MigrateAsync_EntriesWithoutSubtrees_FilledIn(string sql)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await store.Get<ILedger>().CommitAsync(Commit(LedgerLog.Public, ("x/1", 0, 23)), Cancellation);
        await store.ExecuteAsync(sql);
        await using TemporaryStore again = await TemporaryStore.CreateAsync(store.Folder);
        await AssertNodesAsync(again.Get<ILedger>(), 23);
        await again.Get<ILedger>().CommitAsync(Commit(LedgerLog.Public, ("x/1", 23, 9)), Cancellation);
        await AssertNodesAsync(again.Get<ILedger>(), 32);
    }

    [Fact]
    public async Task Personal_KeptFoundErased_OnlyTheCommitmentIsLeft()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        (ILedger ledger, IPersonalTexts personal) = (store.Get<ILedger>(), store.Get<IPersonalTexts>());
        PersonalPiece[] pieces = [Piece('a', "inspector/1", "欧阳·𠮷"), Piece('b', "inspector/1", "隐去我"), Piece('c', "inspector/2", "赵六")];
        await ledger.CommitAsync(Commit(LedgerLog.Public, ("x/1", 0, 1)) with { Personal = [.. pieces] }, Cancellation);
        LedgerHead before = await ledger.HeadAsync(LedgerLog.Public, Cancellation);

        Assert.Equal(pieces[..2], await personal.AboutAsync("inspector/1", Cancellation));
        Assert.Empty(await personal.AboutAsync("inspector/3", Cancellation));
        ImmutableDictionary<string, PersonalText> found = await personal.FindAsync([.. pieces.Select(p => p.Commitment), new string('d', 64)], Cancellation);
        Assert.Equal(pieces.Select(p => new PersonalText.Kept(p)), pieces.Select(p => found[p.Commitment]));
        Assert.Equal(3, found.Count);

        LedgerCommit erasing = Commit(LedgerLog.Public, ("x/1", 1, 1)) with { Effect = new PersonalErasure([pieces[1].Commitment, new string('d', 64)]) };
        await ledger.CommitAsync(erasing, Cancellation);
        await ledger.CommitAsync(erasing with { At = erasing.At + Duration.FromDays(1), Appends = Commit(LedgerLog.Public, ("x/1", 2, 1)).Appends }, Cancellation);
        found = await personal.FindAsync([.. pieces.Select(p => p.Commitment)], Cancellation);
        Assert.Equal(new PersonalText.Erased(pieces[1].Commitment, erasing.At), found[pieces[1].Commitment]);
        Assert.Equal([pieces[0]], await personal.AboutAsync("inspector/1", Cancellation));
        Assert.Equal(before.Size + 2, (await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size);
        await AssertNodesAsync(ledger, (int)before.Size + 2);
        await AssertGoneFromFileAsync(store, "隐去我");
    }

    [Fact]
    public async Task Personal_CommitRefused_NothingKept()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await Assert.ThrowsAsync<AppendConflictException>(() => store.Get<ILedger>().CommitAsync(
            Commit(LedgerLog.Public, ("x/1", 1, 1)) with { Personal = [Piece('a', "inspector/1", "甲")] }, Cancellation));
        Assert.Empty(await store.Get<IPersonalTexts>().AboutAsync("inspector/1", Cancellation));
    }

    private static async Task AssertNodesAsync(ILedger ledger, int size)
    {
        MerkleFrontier frontier = MerkleFrontier.Empty;
        List<(TreeNode Node, byte[] Hash)> due = [];
        foreach (LedgerEntry entry in await ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation))
        {
            frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), (node, hash) => due.Add((node, hash)));
        }

        Assert.Equal((size, (2 * size) - int.PopCount(size)), ((int)frontier.Size, due.Count));
        due.Reverse();
        Assert.Equal(due.Select(d => d.Hash), await ledger.ReadNodesAsync(LedgerLog.Public, [.. due.Select(d => d.Node)], Cancellation));
        Assert.Equal(new LedgerHead(size, Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree))), await ledger.HeadAsync(LedgerLog.Public, Cancellation));
    }

    /// <summary>What was erased does not stay behind in free pages or in the write-ahead log.</summary>
    private static async Task AssertGoneFromFileAsync(TemporaryStore store, string text)
    {
        if (OnPostgreSqlAttribute.Holds)
        {
            return; // There it is the server's to overwrite, as docs/stores.md says.
        }

        byte[] file = [.. await File.ReadAllBytesAsync(store.File, Cancellation), .. await File.ReadAllBytesAsync(store.File + "-wal", Cancellation)];
        Assert.True(file.AsSpan().IndexOf("欧阳·𠮷"u8) >= 0);
        Assert.True(file.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) < 0);
    }

    private static LedgerCommit Commit(LedgerLog log, params (string Stream, int Version, int Events)[] appends) => new(
        Officer,
        Way.Morning,
        null,
        [.. appends.Select(a => new StreamAppend(a.Stream, a.Version, [.. Enumerable.Range(a.Version + 1, a.Events).Select(i => new EncodedEvent("x.happened", $$"""{"i":{{i}}}"""))]))],
        [],
        Log: log);

    private static PersonalPiece Piece(char commitment, string about, string text) => new(new string(commitment, 64), about, new string('0', 64), text);

    private static string Root(IEnumerable<LedgerEntry> entries) =>
        Convert.ToHexStringLower(LedgerLeaf.Tree.Root(entries.Select(e => LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(e)))));
}
