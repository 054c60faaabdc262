using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.TestKit;

/// <summary>What every view store does: keeps rows exactly, and answers named queries as the specification says.</summary>
internal static partial class ViewCases
{
    private const string Port = "IViews";
    private const string Query = "ISpecification";
    private const string Travel = "docs/adr/0005";

    /// <summary>Keys whose order by bytes is neither a dictionary's nor that of UTF-16 nor that of a culture.</summary>
    private static readonly string[] KeysInOrder = ["!", "0", "10", "9", "A", "B", "Z", "_", "a", "b", "z", "\u00DF", "\u00E9", "一", "丁", "中", "ﬁ", "Ａ", "👧", "𠮷"];

    public static ConformanceContract<StoreUnderTest> Contract { get; } = new(
        typeof(IViews),
        "VIEWS",
        "视图",
        "Views",
        new("VIEWS-01", "空视图：查无所得，计数为零", "Empty views give nothing and count 0", Port, EmptyAsync),
        new("VIEWS-02", "本库每一种视图的每一个值原样读回", "Every value of every view of the library reads back exactly", Port, EveryViewAsync),
        new("VIEWS-03", "同键之行取代前行，其余不动", "A row replaces the one of its key and no other", Travel, ReplacedAsync),
        new("VIEWS-04", "一次提交中同键两行，后者为准", "Of two rows with one key in a commit the later counts", Travel, LaterCountsAsync),
        new("VIEWS-05", "按次序排列，次序相同者按键的字节排列", "Rows stand in order, ties by the bytes of the key", Query, OrderAsync),
        new("VIEWS-06", "任意页长翻页，合起来等于全部，正序倒序皆然", "Pages of any length add up to the whole, ascending and descending", Query, PagesAsync),
        new("VIEWS-07", "文字条件逐字比较：不分词、不归一、不忽略大小写、无通配符", "Criteria compare texts character by character: not normalised, not folded, no wildcards", Query, TextAsync),
        new("VIEWS-08", "零行、一行、全部都能查", "Criteria may name no row, one, or all", Query, ZeroOneAllAsync),
        new("VIEWS-09", "计数不受分页影响", "A count leaves the page aside", Port, CountAsync),
        new("VIEWS-10", "被拒绝的提交不改变任何一行", "A refused commit changes no row", Travel, RefusedAsync),
        new("VIEWS-11", "并发改写同一行：行与其流始终一致", "When many change one row at once, the row is that of its stream", Travel, ConcurrentAsync),
        new("VIEWS-12", "读者看到一次提交的全部行或一行也没有", "A reader sees all rows of a commit or none", Travel, WholeCommitsAsync),
        new("VIEWS-13", "本库每一个命名查询的结果与逐行判断一致", "Every named query of the library answers as judging row by row would", Query, EveryQueryAsync),
        new("VIEWS-14", "取消的读取抛出取消异常", "A cancelled reading throws that it was cancelled", Port, CancelledAsync),
        new("VIEWS-15", "大量行：计数、排序与翻页仍然正确", "Many rows: count, order and pages still hold", Query, ManyAsync));

    private static Specification<TaskView> All { get; } = new(_ => true, task => task.Key) { Take = int.MaxValue };

    private static async Task EmptyAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Expect.Equal(null, await store.Views.FindAsync<TaskView>("T1", cancellation), "A row that is not there");
        Expect.Same([], await store.Views.QueryAsync(All, cancellation), "Rows of an empty view");
        Expect.Equal(0, await store.Views.CountAsync(All, cancellation), "Count of an empty view");
    }

    private static async Task ReplacedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Rows("s/1", Scene.Task("t"), Scene.Task("T"), Scene.Task("t ")), cancellation);
        await store.Ledger.CommitAsync(Scene.Rows("s/2", Scene.Task("t", "后", "P9", 3), Scene.Task("u")), cancellation);
        Expect.Same(
            [Scene.Task("T"), Scene.Task("t", "后", "P9", 3), Scene.Task("t "), Scene.Task("u")], await store.Views.QueryAsync(All, cancellation), "Rows after a replacement");
        Expect.Equal(null, await store.Views.FindAsync<PlanView>("t", cancellation), "The same key in another view");
    }

    private static async Task LaterCountsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Rows("s/1", Scene.Task("t", "先"), Scene.Task("u"), Scene.Task("t", "后")), cancellation);
        Expect.Same([Scene.Task("t", "后"), Scene.Task("u")], await store.Views.QueryAsync(All, cancellation), "Rows of the commit");
    }

    private static async Task OrderAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        foreach ((int number, string key) in KeysInOrder.Reverse().Index())
        {
            await store.Ledger.CommitAsync(Scene.Rows($"s/{number}", Scene.Task(key, "题", day: 1 + (number % 2))), cancellation);
        }

        Expect.Same(KeysInOrder, (await store.Views.QueryAsync(All, cancellation)).Select(t => t.Key), "Keys in the order of bytes");
        Expect.Same(KeysInOrder.Reverse(), (await store.Views.QueryAsync(All with { Descending = true }, cancellation)).Select(t => t.Key), "Keys, the largest first");
        Expect.Same(
            KeysInOrder, (await store.Views.QueryAsync(new Specification<TaskView>(_ => true, task => task.Title) { Take = 100 }, cancellation)).Select(t => t.Key), "Ties of a text");
        LocalDate first = Scene.Task("").To;
        ImmutableArray<TaskView> byDay = await store.Views.QueryAsync(new Specification<TaskView>(_ => true, task => task.To) { Take = 100 }, cancellation);
        Expect.Same(
            byDay.OrderBy(t => t.To).ThenBy(t => Array.IndexOf(KeysInOrder, t.Key)).Select(t => t.Key), byDay.Select(t => t.Key), "Days, and ties by key");
        Expect.Equal(first, byDay[0].To, "The first day");
        ImmutableArray<TaskView> latest = await store.Views.QueryAsync(new Specification<TaskView>(_ => true, task => task.To) { Descending = true, Take = 100 }, cancellation);
        Expect.Same(
            latest.OrderByDescending(t => t.To).ThenBy(t => Array.IndexOf(KeysInOrder, t.Key)).Select(t => t.Key), latest.Select(t => t.Key), "The latest day first, ties still by key");
        Expect.Equal(first.PlusDays(1), latest[0].To, "The latest day");
    }

    private static async Task PagesAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Rows("s/1", [.. Enumerable.Range(0, 23).Select(n => Scene.Task($"K{n:D2}", $"题{n % 3}"))]), cancellation);
        foreach (bool descending in new[] { false, true })
        {
            Specification<TaskView> query = new(task => task.Key != "K07", task => task.Title) { Descending = descending, Take = int.MaxValue };
            ImmutableArray<TaskView> all = await store.Views.QueryAsync(query, cancellation);
            Expect.Equal(22, all.Length, "Rows in all");
            foreach (int take in new[] { 1, 2, 7, 21, 22, 23 })
            {
                List<TaskView> read = [];
                while (await store.Views.QueryAsync(query with { Skip = read.Count, Take = take }, cancellation) is { IsEmpty: false } page)
                {
                    Expect.Equal(Math.Min(take, all.Length - read.Count), page.Length, $"Length of a page of {take} after {read.Count}");
                    read.AddRange(page);
                }

                Expect.Same(all, read, $"Pages of {take} together");
            }
        }
    }

    private static async Task TextAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string[] titles = ["é", "e\u0301", "E\u0301", "ß", "ss", "SS", "Ａ", "A", "a", "100%", "1000", "a_b", "axb", "[a]", "i", "I", "İ", "ı", "𠮷", "吉", "\\", "'", "a ", ""];
        await store.Ledger.CommitAsync(Scene.Rows("s/1", [.. titles.Select((title, n) => Scene.Task($"K{n:D2}", title))]), cancellation);
        foreach (string title in titles)
        {
            await SameAsync(titles.Where(t => t == title), new Specification<TaskView>(task => task.Title == title, task => task.Key), "Equal");
            await SameAsync(titles.Where(t => t.Contains(title, StringComparison.Ordinal)), new Specification<TaskView>(task => task.Title.Contains(title), task => task.Key), "Contains");
        }

        async Task SameAsync(IEnumerable<string> due, Specification<TaskView> query, string what) =>
            Expect.Same(due, (await store.Views.QueryAsync(query, cancellation)).Select(t => t.Title), $"{what}, character by character");
    }

    private static async Task ZeroOneAllAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Rows("s/1", [.. Enumerable.Range(0, 9).Select(n => Scene.Task($"K{n}", "题", $"P{n % 3}", n + 1))]), cancellation);
        LocalDate third = Scene.Task("", day: 3).To;
        string[] few = ["K1", "K8", "nobody"];
        await Named([], new(_ => false, t => t.Key));
        await Named([4], new(task => task.Key == "K4", t => t.Key));
        await Named([0, 1, 2, 3, 4, 5, 6, 7, 8], new(_ => true, t => t.Key));
        await Named([0, 1, 2], new(task => task.To <= third, t => t.Key));
        await Named([1, 4, 7], new(task => task.PlanId == "P1" && !task.Removed, t => t.Key));
        await Named([1, 8], new(task => few.Contains(task.Key), t => t.Key));
        await Named([], new(task => task.PlanStatus != PlanStatus.Approved, t => t.Key));

        async Task Named(int[] due, Specification<TaskView> query)
        {
            Expect.Same(due.Select(n => $"K{n}"), (await store.Views.QueryAsync(query, cancellation)).Select(t => t.Key), $"Rows of {query.Criteria}");
            Expect.Equal(due.Length, await store.Views.CountAsync(query, cancellation), $"Count of {query.Criteria}");
        }
    }

    private static async Task CountAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Rows("s/1", [.. Enumerable.Range(0, 9).Select(n => Scene.Task($"K{n}"))]), cancellation);
        Expect.Equal(9, await store.Views.CountAsync(All with { Skip = 2, Take = 3 }, cancellation), "Count of a query with a page");
    }
}
