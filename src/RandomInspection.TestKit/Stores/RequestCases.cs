using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What every store does with requests of programs: keeps each with its commit, once, and forgets it when it is old.</summary>
internal static class RequestCases
{
    private const string Port = "IAnsweredRequests";
    private const string Once = "ADR 26";

    private static readonly string Payload = new('0', 64);

    public static ConformanceContract<StoreUnderTest> Contract { get; } = new(
        typeof(IAnsweredRequests),
        "REQUESTS",
        "已办请求",
        "Requests carried out",
        new("REQUESTS-01", "没有办过的请求查无所得", "A request that was never carried out gives nothing", Port, NothingAsync),
        new("REQUESTS-02", "请求与其提交一并保存，各部分按次序，所写条目原样取回", "A request is kept with its commits, its parts in order, with what each wrote", Port, ExactAsync),
        new("REQUESTS-03", "已办的请求再次提交被拒绝，什么都不写", "A request that was carried out is refused, and nothing is written", Once, TwiceAsync),
        new("REQUESTS-04", "并发提交同一请求：恰有一个办成", "Of many who carry out the same request at once exactly one does", Once, AtOnceAsync),
        new("REQUESTS-05", "被拒绝或取消的提交不留下请求", "A commit that is refused or cancelled leaves no request", Once, RefusedAsync),
        new("REQUESTS-06", "只忘记早于该时刻的，所办之事照旧", "Only what was carried out before the moment is forgotten, and what it did stays", Port, ForgottenAsync),
        new("REQUESTS-07", "重启之后请求仍在", "Requests are there after a restart", Once, ReopenedAsync));

    private static string Key(int number) => new((char)('a' + number), 64);

    private static LedgerCommit Asked(int key, int part, params ImmutableArray<StreamAppend> appends) =>
        Scene.Commit(appends) with { Request = new AnsweredRequest(Key(key), Payload, part) };

    private static IAnsweredRequests Of(StoreUnderTest store) => store.Requests
        ?? throw new NotApplicableException("此存储没有给出已办请求接口", "The store was given without its requests");

    private static async Task NothingAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Expect.Same([], await Of(store).FindAsync(Key(0), cancellation), "Parts of a request that never was");
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a")), cancellation);
        Expect.Same([], await Of(store).FindAsync(Key(0), cancellation), "After a commit without one");
        Expect.Equal(0, await Of(store).ForgetAsync(Scene.At + Duration.FromDays(1), cancellation), "How many were forgotten");
    }

    private static async Task ExactAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Commit(Scene.Append("a", 0, 2)), cancellation);
        await store.Ledger.CommitAsync(Asked(0, 1, Scene.Append("b/𠮷 and blanks")), cancellation);
        await store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("a", 2, 3), Scene.Append("c")) with { At = Scene.At.PlusTicks(1) }, cancellation);
        await store.Ledger.CommitAsync(Asked(1, 0, Scene.Append("d")), cancellation);
        ImmutableArray<KeptRequest> kept = await Of(store).FindAsync(Key(0), cancellation);
        Expect.Same([new AnsweredRequest(Key(0), Payload, 0), new AnsweredRequest(Key(0), Payload, 1)], kept.Select(part => part.Request), "Parts in order");
        Expect.Same([Scene.At.PlusTicks(1), Scene.At], kept.Select(part => part.At), "When each was carried out");
        Expect.Same([new WrittenEntries("a", 3, 5), new WrittenEntries("c", 1, 1)], kept[0].Written, "What the first wrote");
        Expect.Same([new WrittenEntries("b/𠮷 and blanks", 1, 1)], kept[1].Written, "What the second wrote");
    }

    private static async Task TwiceAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        _ = Of(store);
        await store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("a")), cancellation);
        InputRefusedException refused = await Soundness.RefusedAsync<InputRefusedException>(
            store, () => store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("b")) with { Views = [Scene.Task("T1")] }, cancellation), "The same request again", cancellation);
        Expect.Equal("RI9070", refused.Refusal.Code, "The refusal");
        Expect.Equal(0, await store.Ledger.VersionAsync("b", cancellation), "Version of its stream");
        Expect.Equal(null, await store.Views.FindAsync<Planning.TaskView>("T1", cancellation), "Its row");
        Expect.Equal(1, (await Of(store).FindAsync(Key(0), cancellation)).Length, "Parts");
    }

    private static async Task AtOnceAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        _ = Of(store);
        string?[] codes = await Scene.AtOnceAsync(settings.AtOnce, async number =>
        {
            try
            {
                await store.Ledger.CommitAsync(Asked(0, 0, Scene.Append($"at once/{number}")), cancellation);
                return null;
            }
            catch (RefusalException refused)
            {
                return refused.Refusal.Code;
            }
        });
        Expect.Equal(1, codes.Count(code => code is null), "How many carried it out");
        Expect.True(codes.All(code => code is null or "RI9070"), "Whoever did not was told that it was carried out (RI9070)");
        Expect.Equal(1, (await Of(store).FindAsync(Key(0), cancellation)).Length, "Parts");
        await Soundness.OfAsync(store, cancellation);
    }

    private static async Task RefusedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        _ = Of(store);
        await Soundness.RefusedAsync<AppendConflictException>(store, () => store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("a", 7)), cancellation), "A conflict", cancellation);
        await Expect.ThrowsAsync<OperationCanceledException>(
            () => store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("a")), new CancellationToken(canceled: true)), "A commit that is cancelled before it began");
        Expect.Same([], await Of(store).FindAsync(Key(0), cancellation), "Parts");
        await store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("a")), cancellation);
        Expect.Equal(1, (await Of(store).FindAsync(Key(0), cancellation)).Length, "Parts when it goes through");
    }

    private static async Task ForgottenAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        _ = Of(store);
        await store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("old")) with { At = Scene.At.PlusTicks(-1) }, cancellation);
        await store.Ledger.CommitAsync(Asked(1, 0, Scene.Append("at it")), cancellation);
        Expect.Equal(1, await Of(store).ForgetAsync(Scene.At, cancellation), "How many were forgotten");
        Expect.Same([], await Of(store).FindAsync(Key(0), cancellation), "Parts of what was forgotten");
        Expect.Equal(1, (await Of(store).FindAsync(Key(1), cancellation)).Length, "Parts of what was carried out at the moment itself");
        Expect.Equal(1, await store.Ledger.VersionAsync("old", cancellation), "Version of the stream that the forgotten one wrote");
        await Expect.ThrowsAsync<OperationCanceledException>(
            () => Of(store).ForgetAsync(Scene.At + Duration.FromDays(1), new CancellationToken(canceled: true)), "Forgetting, cancelled before it began");
        Expect.Equal(1, (await Of(store).FindAsync(Key(1), cancellation)).Length, "Parts of what was not forgotten");
        await store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("again")), cancellation);
    }

    private static async Task ReopenedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        _ = Of(store);
        if (store.Reopen is null)
        {
            throw new NotApplicableException("没有给出重新打开的办法", "There is no way to open it again");
        }

        await store.Ledger.CommitAsync(Asked(0, 0, Scene.Append("a", 0, 2)), cancellation);
        await using StoreUnderTest again = await store.Reopen(cancellation);
        KeptRequest[] kept = [.. await Of(again).FindAsync(Key(0), cancellation)];
        Expect.Same([new WrittenEntries("a", 1, 2)], kept.SelectMany(part => part.Written), "What it wrote, after the restart");
        await Expect.ThrowsAsync<InputRefusedException>(() => again.Ledger.CommitAsync(Asked(0, 0, Scene.Append("b")), cancellation), "The same request after the restart");
    }
}
