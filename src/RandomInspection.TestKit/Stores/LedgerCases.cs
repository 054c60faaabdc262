using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What every ledger does with one writer: keeps, orders, pages, proves.</summary>
internal static partial class LedgerCases
{
    private const string Trace = "沈政办发〔2020〕19号 四(二) 全程留痕";
    private const string Tree = "RFC 9162 §2.1";
    private const string Port = "ILedger";
    private const string KnownRoot = "9352d39efeb770ed85f2b82d2361b4c0099574c1e925df5e7c61bb266fd0f938";

    public static ConformanceContract<StoreUnderTest> Contract { get; } = new(
        typeof(ILedger),
        "LEDGER",
        "留痕",
        "Ledger",
        new("LEDGER-01", "空的留痕：长度为零，根为空树之根，读取无所得", "An empty log has size 0 and the root of nothing, and gives nothing", Tree, EmptyAsync),
        new("LEDGER-02", "写入的内容原样读回，生僻字与特殊字符不变", "What is written reads back exactly, rare characters too", Trace, ExactAsync),
        new("LEDGER-03", "序号与流内版本均从 1 起连续无缺", "Sequence and versions run from 1 without gaps", Trace, GaplessAsync),
        new("LEDGER-04", "已知答案：同样的提交得到同样的根", "A known answer: the same commits give the same root", Tree, KnownRootAsync),
        new("LEDGER-05", "时刻精确到 100 纳秒，读回与返回一致", "Moments are kept to 100 ns, and read back as they were returned", Trace, MomentsAsync),
        new("LEDGER-06", "时钟倒退时照常写入，顺序以序号为准", "A clock that steps backwards is recorded as it is, and order is the sequence's", Trace, ClockStepsBackAsync),
        new("LEDGER-07", "并发追加同一版本：恰有一人成功", "Of many appends of one version at once exactly one wins", Port, OneWinsAsync),
        new("LEDGER-08", "并发追加不同的流：全部成功，序号连续", "Appends of different streams at once all succeed, without gaps", Port, AllWinAsync),
        new("LEDGER-09", "版本不符即拒绝，报告流、期望与实际，不留痕迹", "A wrong version is refused with stream, expected and actual, and nothing is written", Port, ConflictAsync),
        new("LEDGER-10", "多流提交中任一冲突，条目、视图与名录全部不变", "If one stream of a commit conflicts, no entry, row or directory changes", Port, ConflictOfOneAsync),
        new("LEDGER-11", "只验证版本的空追加不写条目", "An append without events only requires the version", Port, RequirementAsync),
        new("LEDGER-12", "一次提交中同一流可接连追加", "One commit may append to a stream twice", Port, TwiceInOneAsync),
        new("LEDGER-13", "任意页长翻页，合起来等于全部", "Pages of any length add up to the whole", Port, PagesAsync),
        new("LEDGER-14", "不认识的附带变更被拒绝，不留痕迹", "An effect that the store does not know is refused, and nothing is written", Port, UnknownEffectAsync),
        new("LEDGER-15", "写到一半出错，什么也不留下", "A fault in the midst of writing leaves nothing behind", Port, FaultAsync),
        new("LEDGER-16", "取消之后，要么全有，要么全无", "After a cancellation there is all of a commit or nothing", Port, CancellationAsync),
        new("LEDGER-17", "写入后、提交前崩溃：重启后什么也没有，可照常继续", "A crash between write and commit: nothing is there afterwards, and work goes on", Port, CrashAsync),
        new("LEDGER-18", "重启后一切如故", "After a restart everything is there", Trace, ReopenAsync),
        new("LEDGER-19", "密封条目从不出现在公开留痕中", "Sealed entries never show in the public log", "沈政办发〔2020〕19号 三(八) 突击检查", EmbargoAsync),
        new("LEDGER-20", "流名在两本账中唯一，不可改投另一本", "A stream stands in one log only", Port, OneLogAsync),
        new("LEDGER-21", "完整子树的哈希可读，未完整者拒绝", "Hashes of complete subtrees can be read, incomplete ones are refused", Tree, NodesAsync),
        new("LEDGER-22", "写入期间读到的每份留痕头都与其条目相符", "Every head read while others write fits the entries below it", Tree, HeadsWhileWritingAsync),
        new("LEDGER-23", "一次提交的条目相邻，不被他人插入", "The entries of one commit stand together", Port, TogetherAsync),
        new("LEDGER-24", "空提交不改变任何东西", "A commit of nothing changes nothing", Port, NothingAsync),
        new("LEDGER-25", "一兆字节的事件原样读回", "An event of a megabyte reads back exactly", Trace, LargeAsync),
        new("LEDGER-26", "大量条目：长度、根与翻页仍然正确", "Many entries: size, root and pages still hold", Tree, ManyAsync),
        new("LEDGER-27", "每条记录的盐由提交之盐、流与版本得出，各不相同，读回一致", "An entry's salt follows from the commit's, the stream and the version; no two are alike, and they read back", "LedgerLeaf", SaltsAsync),
        new("LEDGER-28", "一条流可只读其中一段，条数不必读出即可得知", "A part of a stream can be read, and its length asked for, in either log", Port, PartsAsync));

    private static async Task EmptyAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        foreach (LedgerLog log in Enum.GetValues<LedgerLog>())
        {
            LedgerHead head = await store.Ledger.HeadAsync(log, cancellation);
            Expect.Equal(new LedgerHead(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), head, $"Head of the empty {log} log");
            Expect.Same([], await store.Ledger.ReadAsync(log, 0, 10, cancellation), $"Entries of the empty {log} log");
            Expect.Same([], await store.Ledger.ReadAsync(log, 7, 10, cancellation), $"Entries of the empty {log} log after the seventh");
        }

        Expect.Same([], await store.Ledger.ReadStreamAsync("nobody/1", cancellation), "Entries of a stream that is not there");
    }

    private static async Task ExactAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string[] texts = [Scene.Rare, "", " ", "e\u0301", "\u00e9", "ﬁ", "Ⅷ", "ǆ", "İi", "ß", "\u200B", "\uFEFF", "\uFFFF", "\U0010FFFF", "\r\n", "null", new('长', 4_000)];
        int version = 0;
        foreach (string text in texts)
        {
            string data = "{\"t\":" + System.Text.Json.JsonSerializer.Serialize(text) + "}";
            LedgerCommit commit = Scene.Commit(new StreamAppend("s/" + Scene.Rare, version, [new EncodedEvent("t" + text, data + text)])) with
            {
                Actor = new Actor("a" + text, Role.Supervisor),
                Reason = text,
            };
            ImmutableArray<LedgerEntry> written = await store.Ledger.CommitAsync(commit, cancellation);
            LedgerEntry due = new(
                ++version, "s/" + Scene.Rare, version, "t" + text, commit.Actor, text, Scene.At, data + text, LedgerLog.Public, Scene.SaltOf("s/" + Scene.Rare, version));
            Expect.Equal(text, written.Single().Reason, "Reason");
            Expect.Same([due], written, "Entries as written");
            Expect.Same([due], await store.Ledger.ReadAsync(LedgerLog.Public, version - 1, 1, cancellation), "Entries as read");
        }

        foreach (Role role in Enum.GetValues<Role>())
        {
            await store.Ledger.CommitAsync(Scene.Commit(Scene.Append($"role/{role}")) with { Actor = new Actor("a", role), Reason = null }, cancellation);
            LedgerEntry read = (await store.Ledger.ReadStreamAsync($"role/{role}", cancellation)).Single();
            Expect.Equal((new Actor("a", role), null), (read.Actor, read.Reason), "Actor and no reason");
        }

        await Soundness.OfAsync(store, cancellation);
    }

    private static async Task GaplessAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        for (int round = 0; round < 5; round++)
        {
            await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 2 * round, 2), Scene.Append($"b/{round}", 0, 3), Scene.Append("c", round)), cancellation);
            await Expect.ThrowsAsync<AppendConflictException>(
                () => store.Ledger.CommitAsync(Scene.Commit(Scene.Append("d", 0, 4), Scene.Append("a", 1)), cancellation), "An append that is refused between two others");
        }

        ImmutableArray<LedgerEntry> entries = await Soundness.OfAsync(store, cancellation);
        Expect.Equal(30, entries.Length, "Entries of five commits of six");
        Expect.Same(["a", "a", "b/0", "b/0", "b/0", "c"], entries.Take(6).Select(e => e.Stream), "Streams in the order of the commit");
    }

    /// <summary>The root was computed by a few lines of Python over the JSON of the leaves.</summary>
    private static async Task KnownRootAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 0, 2), Scene.Append("𠮷/1")), cancellation);
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 2, 4)) with { Reason = null, At = Instant.FromUtc(2026, 1, 1, 0, 0) }, cancellation);
        Expect.Equal(new LedgerHead(7, KnownRoot), await store.Ledger.HeadAsync(LedgerLog.Public, cancellation), "Head after seven entries");
    }

    private static async Task MomentsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Instant[] moments =
        [
            Scene.At, Scene.At.PlusTicks(1), Scene.At.PlusTicks(9), Instant.FromUtc(1970, 1, 1, 0, 0), Instant.FromUtc(1969, 12, 31, 23, 59).PlusTicks(1),
            Instant.FromUtc(2000, 2, 29, 23, 59, 59), Instant.FromUtc(9999, 12, 31, 23, 59, 59).PlusTicks(9_999_999),
        ];
        int version = 0;
        foreach (Instant at in moments)
        {
            await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("m", version++)) with { At = at }, cancellation);
        }

        Expect.Same(moments, (await store.Ledger.ReadStreamAsync("m", cancellation)).Select(e => e.At), "Moments with ticks of 100 ns");
        Instant finer = Scene.At.PlusNanoseconds(42);
        LedgerEntry written = (await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("m", version)) with { At = finer }, cancellation)).Single();
        Expect.Equal(Scene.At, written.At, "A moment finer than 100 ns, as returned");
        await Soundness.OfAsync(store, cancellation);
    }

    private static async Task ClockStepsBackAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Instant[] moments = [Scene.At, Scene.At - Duration.FromHours(1), Scene.At - Duration.FromHours(1), Scene.At - Duration.FromDays(400), Scene.At + Duration.FromDays(1)];
        foreach ((int version, Instant at) in moments.Index())
        {
            await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("clock", version)) with { At = at }, cancellation);
        }

        ImmutableArray<LedgerEntry> entries = await Soundness.OfAsync(store, cancellation);
        Expect.Same(moments, entries.Select(e => e.At), "Moments in the order of the sequence");
    }

    private static async Task RequirementAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("seen", 0, 2)), cancellation);
        ImmutableArray<LedgerEntry> written = await store.Ledger.CommitAsync(Scene.Commit(new StreamAppend("seen", 2, []), Scene.Append("x")), cancellation);
        Expect.Same(["x"], written.Select(e => e.Stream), "Streams that were written to");
        AppendConflictException refused = await Soundness.RefusedAsync<AppendConflictException>(
            store, () => store.Ledger.CommitAsync(Scene.Commit(Scene.Append("y"), new StreamAppend("seen", 1, [])), cancellation), "A requirement that does not hold", cancellation);
        Expect.Equal(("seen", 1, 2), (refused.Stream, refused.Expected, refused.Actual), "Stream, expected and actual");
        Expect.Same([], await store.Ledger.ReadStreamAsync("y", cancellation), "What would have been written with it");
        await store.Ledger.CommitAsync(Scene.Sealed(new StreamAppend("seen", 2, []), Scene.Append("z")), cancellation);
    }

    private static async Task TwiceInOneAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 0, 2), Scene.Append("b"), Scene.Append("a", 2)), cancellation);
        Expect.Same(["a", "a", "b", "a"], (await Soundness.OfAsync(store, cancellation)).Select(e => e.Stream), "Streams in the order of the commit");
        await Soundness.RefusedAsync<AppendConflictException>(
            store, () => store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 3), Scene.Append("a", 3)), cancellation), "The same version twice in one commit", cancellation);
    }

    private static async Task PartsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 0, 9), Scene.Append("b", 0, 2)), cancellation);
        await store.Ledger.CommitAsync(Scene.Sealed(Scene.Append("sealed", 0, 5)), cancellation);
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 9, 2)), cancellation);
        foreach (string stream in new[] { "a", "b", "sealed", "nobody" })
        {
            ImmutableArray<LedgerEntry> all = await store.Ledger.ReadStreamAsync(stream, cancellation);
            Expect.Equal(all.Length, await store.Ledger.VersionAsync(stream, cancellation), $"Length of the stream {stream}");
            foreach ((int after, int most) in new[] { (0, 1), (0, int.MaxValue), (3, 4), (all.Length, 5), (Math.Max(0, all.Length - 2), 2), (all.Length + 7, 1) })
            {
                Expect.Same(all.Skip(after).Take(most), await store.Ledger.ReadStreamAsync(stream, after, most, cancellation), $"At most {most} of the stream {stream} after {after}");
            }
        }

        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => store.Ledger.ReadStreamAsync("a", 0, 0, cancellation), "A part of no entry");
        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => store.Ledger.ReadStreamAsync("a", -1, 1, cancellation), "A part after a negative version");
    }

    private static async Task PagesAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 0, 23)), cancellation);
        ImmutableArray<LedgerEntry> all = await Soundness.OfAsync(store, cancellation);
        foreach (int most in new[] { 1, 2, 7, 22, 23, 24, int.MaxValue })
        {
            List<LedgerEntry> read = [];
            while (await store.Ledger.ReadAsync(LedgerLog.Public, read.Count, most, cancellation) is { IsEmpty: false } page)
            {
                Expect.Equal(Math.Min(most, all.Length - read.Count), page.Length, $"Length of a page of {most} after {read.Count}");
                read.AddRange(page);
            }

            Expect.Same(all, read, $"Pages of {most} together");
        }

        Expect.Same([], await store.Ledger.ReadAsync(LedgerLog.Public, 1_000_000, 5, cancellation), "Far behind the end");
        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => store.Ledger.ReadAsync(LedgerLog.Public, 0, 0, cancellation), "A page of no entry");
        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => store.Ledger.ReadAsync(LedgerLog.Public, -1, 1, cancellation), "After a negative entry");
    }

    private static async Task SaltsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 0, 2), Scene.Append("b")), cancellation);
        await store.Ledger.CommitAsync(Scene.Sealed(Scene.Append("c")), cancellation);
        ImmutableArray<LedgerEntry> open = await Soundness.OfAsync(store, cancellation), secret = await Soundness.OfAsync(store, cancellation, LedgerLog.Sealed);
        Expect.Same([Scene.SaltOf("a", 1), Scene.SaltOf("a", 2), Scene.SaltOf("b", 1)], open.Select(e => e.Salt), "Salts of the public log");
        Expect.Same([Scene.SaltOf("c", 1)], secret.Select(e => e.Salt), "Salts of the sealed log");
        Expect.Equal(4, open.Concat(secret).Select(e => e.Salt).Distinct().Count(), "How many salts differ");
    }

    private static async Task NothingAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a")), cancellation);
        LedgerHead before = await store.Ledger.HeadAsync(LedgerLog.Public, cancellation);
        Expect.Same([], await store.Ledger.CommitAsync(Scene.Commit(), cancellation), "Entries of a commit of nothing");
        Expect.Equal(before, await store.Ledger.HeadAsync(LedgerLog.Public, cancellation), "Head after a commit of nothing");
    }

    private static async Task LargeAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string data = "{\"t\":\"" + string.Concat(Enumerable.Repeat("𠮷·Ａ", 100_000)) + "\"}";
        await store.Ledger.CommitAsync(Scene.Commit(new StreamAppend("large", 0, [Scene.Event(data)])), cancellation);
        Expect.True((await store.Ledger.ReadStreamAsync("large", cancellation)).Single().Data == data, "A megabyte reads back exactly");
        await Soundness.OfAsync(store, cancellation);
    }

    private static async Task ManyAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        const int AtOnce = 10_000;
        for (int written = 0; written < settings.Rows; written += AtOnce)
        {
            await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("many", written, Math.Min(AtOnce, settings.Rows - written))), cancellation);
        }

        MerkleFrontier frontier = MerkleFrontier.Empty;
        while (await store.Ledger.ReadAsync(LedgerLog.Public, frontier.Size, AtOnce - 1, cancellation) is { IsEmpty: false } page)
        {
            foreach (LedgerEntry entry in page)
            {
                Expect.Equal(frontier.Size + 1, entry.Sequence, "Sequence");
                frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)));
            }
        }

        LedgerHead due = new(settings.Rows, Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree)));
        Expect.Equal(due, await store.Ledger.HeadAsync(LedgerLog.Public, cancellation), $"Head of {settings.Rows} entries");
    }
}
