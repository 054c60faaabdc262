using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <content>Many at once: who wins, what stands together, what a reader sees meanwhile.</content>
internal static partial class LedgerCases
{
    private static async Task OneWinsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        for (int version = 0; version < 3; version++)
        {
            bool[] won = await Scene.AtOnceAsync(settings.AtOnce, async number =>
            {
                try
                {
                    await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("contested", version)) with { Reason = $"{number}" }, cancellation);
                    return true;
                }
                catch (AppendConflictException refused)
                {
                    Expect.Equal(("contested", version, version + 1), (refused.Stream, refused.Expected, refused.Actual), "The refusal of a loser");
                    return false;
                }
            });
            Expect.Equal(1, won.Count(w => w), $"How many of {settings.AtOnce} won version {version + 1}");
        }

        Expect.Equal(3, (await Soundness.OfAsync(store, cancellation)).Length, "Entries of three rounds");
    }

    private static async Task AllWinAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        ImmutableArray<LedgerEntry>[] written = await Scene.AtOnceAsync(settings.AtOnce, number => store.Ledger.CommitAsync(
            number % 2 == 0 ? Scene.Commit(Scene.Append($"s/{number}", 0, 2)) : Scene.Sealed(Scene.Append($"s/{number}", 0, 2)), cancellation));
        foreach (LedgerLog log in Enum.GetValues<LedgerLog>())
        {
            Expect.Same(
                written.SelectMany(w => w).Where(e => e.Log == log).OrderBy(e => e.Sequence),
                await Soundness.OfAsync(store, cancellation, log),
                $"Entries of the {log} log beside what the writers were told");
        }
    }

    private static async Task TogetherAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        await Scene.AtOnceAsync(settings.AtOnce, number => store.Ledger.CommitAsync(
            Scene.Commit(Scene.Append($"a/{number}"), Scene.Append($"b/{number}"), Scene.Append($"c/{number}")) with { Reason = $"{number}" }, cancellation));
        foreach (LedgerEntry[] three in (await Soundness.OfAsync(store, cancellation)).Chunk(3))
        {
            Expect.Same(["a/" + three[0].Reason, "b/" + three[0].Reason, "c/" + three[0].Reason], three.Select(e => e.Stream), "Streams of one commit");
        }
    }

    private static async Task HeadsWhileWritingAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        const int Enough = 20;
        HashSet<LedgerHead> heads = [];
        long size = 0;
        bool seenEnough = false;
        Task writing = Task.Run(
            async () =>
            {
                for (int version = 0; version < 1_000 && (version < Enough || !Volatile.Read(ref seenEnough)); version++)
                {
                    await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("w", 3 * version, 3)), cancellation);
                    await Task.Yield();
                }
            },
            cancellation);
        do
        {
            LedgerHead head = await store.Ledger.HeadAsync(LedgerLog.Public, cancellation);
            Expect.True(head.Size >= size && head.Size % 3 == 0, $"A head of {head.Size} after one of {size}: it never shrinks, and shows whole commits");
            size = head.Size;
            heads.Add(head);
            Volatile.Write(ref seenEnough, heads.Count >= Enough);
        }
        while (!writing.IsCompleted);

        await writing;
        ImmutableArray<LedgerEntry> entries = await Soundness.OfAsync(store, cancellation);
        foreach (LedgerHead head in heads)
        {
            Expect.Equal(PlainTree.Root([.. entries.Take((int)head.Size)]), head.Root, $"Root of a head of {head.Size} that was read while others wrote");
        }
    }

    private static async Task NodesAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Sealed(Scene.Append("other", 0, 3)), cancellation);
        foreach (int count in new[] { 1, 4, 6 })
        {
            await store.Ledger.CommitAsync(Scene.Commit(Scene.Append($"n/{count}", 0, count)), cancellation);
            ImmutableArray<LedgerEntry> entries = await store.Ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, cancellation);
            TreeNode[] complete = [.. Enumerable.Range(0, 4).SelectMany(level => Enumerable.Range(0, entries.Length >> level).Select(index => new TreeNode(level, index))).Reverse()];
            ImmutableArray<byte[]> hashes = await store.Ledger.ReadNodesAsync(LedgerLog.Public, complete, cancellation);
            Expect.Same(
                complete.Select(node => Convert.ToHexStringLower(PlainTree.Hash(entries, node))), hashes.Select(Convert.ToHexStringLower), $"Complete subtrees of {entries.Length} entries");
            foreach (TreeNode incomplete in Enumerable.Range(0, 5).Select(level => new TreeNode(level, entries.Length >> level)))
            {
                await Expect.ThrowsAsync<ArgumentException>(
                    () => store.Ledger.ReadNodesAsync(LedgerLog.Public, [new TreeNode(0, 0), incomplete], cancellation), $"{incomplete} of {entries.Length} entries");
            }
        }

        Expect.Equal(0, (await store.Ledger.ReadNodesAsync(LedgerLog.Public, [], cancellation)).Length, "No subtree");
        ImmutableArray<LedgerEntry> secret = await store.Ledger.ReadAsync(LedgerLog.Sealed, 0, 10, cancellation);
        Expect.Equal(
            Convert.ToHexStringLower(PlainTree.Hash(secret, new TreeNode(1, 0))),
            Convert.ToHexStringLower((await store.Ledger.ReadNodesAsync(LedgerLog.Sealed, [new TreeNode(1, 0)], cancellation)).Single()),
            "A subtree of the sealed log");
    }
}
