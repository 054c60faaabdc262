using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What every inspector directory does: merges, finds, searches, and streams in the order of bytes.</summary>
internal static class InspectorCases
{
    private const string Directory = "沈政办发〔2020〕19号 三(四)";
    private const string Port = "IInspectorDirectory";

    public static ConformanceContract<StoreUnderTest> Contract { get; } = new(
        typeof(IInspectorDirectory),
        "INSPECTORS",
        "执法检查人员名录",
        "Inspector directory",
        new("INSPECTORS-01", "空名录：版本为零，查无所得", "An empty directory has version 0 and gives nothing", Port, EmptyAsync),
        new("INSPECTORS-02", "合并之后每一项原样读回：证件、休假、资格、地区", "What is merged reads back exactly: certificates, leave, qualifications, regions", Directory, ExactAsync),
        new("INSPECTORS-03", "合并只增改所列者，其余不动，版本与起始版本随之", "A merge adds and changes what it names and nothing else, and says since which version", Directory, MergedAsync),
        new("INSPECTORS-04", "按部门、按编号的字节排列流式读出", "The stream is of one department, or of all, in the order of the ids' bytes", Port, OrderAsync),
        new("INSPECTORS-05", "按编号集合查找：无、一、全部、重复、不存在、上千", "Ids find none, one, all, doubled, unknown and thousands", Port, FindAsync),
        new("INSPECTORS-06", "搜索与分页：编号前缀或姓名片段，逐字比较", "A search takes the beginning of an id or a part of a name, character by character, page by page", Port, SearchAsync),
        new("INSPECTORS-07", "一次流式读取只见一个版本", "One stream is of one version, whatever is merged meanwhile", Port, OneVersionAsync),
        new("INSPECTORS-08", "被拒绝的合并不改变名录", "A refused merge changes nothing", Port, RefusedAsync));

    private static async Task EmptyAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Expect.Equal(0L, await store.Inspectors.VersionAsync(cancellation), "Version");
        Expect.Same([], await AllAsync(trial), "Stream");
        Expect.Equal(null, await store.Inspectors.FindAsync("SF000001", cancellation), "An id");
        Expect.Equal(null, await store.Inspectors.SinceAsync("SF000001", cancellation), "Since when");
        Expect.Equal(0L, (await store.Inspectors.SearchAsync("", null, 0, 10, cancellation)).Total, "Total of a search");
    }

    private static async Task ExactAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        LocalDate day = new(2026, 2, 28);
        Inspector[] inspectors =
        [
            Scene.Inspector(1),
            Scene.Inspector(2) with
            {
                Name = Scene.Rare,
                Kind = Enum.GetValues<InspectorKind>()[^1],
                Level = Enum.GetValues<InspectorLevel>()[^1],
                Regions = ["沈河区", "𠮷野", "和平区"],
                Qualifications = ["SCJG-01", "ＡＢ"],
                Certificates = [new Certificate("辽A·1", day, day.PlusYears(4)), new Certificate("辽A\"2\"", day, day)],
                Leave = [new DateInterval(day, day), new DateInterval(day.PlusDays(5), day.PlusDays(9))],
                Capacity = Inspector.MaximumCapacity,
                Status = Enum.GetValues<InspectorStatus>()[^1],
            },
            Scene.Inspector(3) with { Name = "阿迪力·买买提", Capacity = 1 },
        ];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. inspectors]), cancellation);
        Expect.Same(inspectors, await AllAsync(trial), "Inspectors in the stream");
        Expect.Equal(inspectors[1], await store.Inspectors.FindAsync(inspectors[1].Id, cancellation), "An inspector by the id");
    }

    private static async Task MergedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. Enumerable.Range(0, 10).Select(Scene.Inspector)]), cancellation);
        Inspector changed = Scene.Inspector(3) with { Leave = [new DateInterval(new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 2))] };
        await store.Ledger.CommitAsync(Scene.Merge(2, changed, Scene.Inspector(10)), cancellation);
        Expect.Equal(2L, await store.Inspectors.VersionAsync(cancellation), "Version");
        Expect.Same(Enumerable.Range(0, 11).Select(n => n == 3 ? changed : Scene.Inspector(n)), await AllAsync(trial), "Inspectors after the second merge");
        foreach ((int number, long since) in new[] { (2, 1L), (3, 2L), (10, 2L) })
        {
            long? kept = await store.Inspectors.SinceAsync(Scene.Inspector(number).Id, cancellation);
            Expect.True(kept is null || kept == since, $"Inspector {number} is as the directory says since merge {since}, or the store does not keep it");
        }
    }

    private static async Task OrderAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string[] ids = ["!", "0", "10", "9", "A", "Z", "_", "a", "aA", "aa", "b", "~"];
        await store.Ledger.CommitAsync(
            Scene.Merge(1, [.. ids.Select((id, n) => Scene.Inspector(n) with { Id = id, DepartmentId = n % 3 == 0 ? "Market" : "market" }).Reverse()]), cancellation);
        Expect.Same(ids, (await AllAsync(trial)).Select(i => i.Id), "Ids in the order of bytes");
        Expect.Same(["!", "9", "_", "aa"], (await Scene.AllAsync(store.Inspectors.ReadAsync("Market", cancellation), cancellation)).Select(i => i.Id), "Ids of one department");
        Expect.Same([], await Scene.AllAsync(store.Inspectors.ReadAsync("MARKET", cancellation), cancellation), "Inspectors of a department that is not there");
    }

    private static async Task FindAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Inspector[] inspectors = [.. Enumerable.Range(0, 1_200).Select(Scene.Inspector)];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. inspectors]), cancellation);
        await SameAsync([], []);
        await SameAsync([], ["nobody"]);
        await SameAsync([inspectors[7]], [inspectors[7].Id, "nobody", inspectors[7].Id, "sf000007"]);
        await SameAsync(inspectors, [.. inspectors.Select(i => i.Id)]);

        async Task SameAsync(Inspector[] due, string[] ids) => Expect.Same(
            due, (await store.Inspectors.FindAsync(ids, cancellation)).OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Value), $"Inspectors of {ids.Length} ids");
    }

    private static async Task SearchAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string[] names = ["张三", "张三丰", "李四", "阿迪力·买买提", "𠮷田", "100%", "1000", "a_b", "axb", "E\u0301ric", "Éric"];
        Inspector[] inspectors = [.. names.Select((name, n) => Scene.Inspector(n) with { Name = name, Id = (n % 2 == 0 ? "sf" : "SF") + n })];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. inspectors]), cancellation);
        foreach (string text in (string[])["", .. names, "·", "sf", "SF1", "%", "_", "三"])
        {
            foreach (string? department in new[] { null, "market", "nobody" })
            {
                Inspector[] due =
                [
                    .. inspectors.Where(i => (i.Id.StartsWith(text, StringComparison.Ordinal) || i.Name.Contains(text, StringComparison.Ordinal)) && (department is null || i.DepartmentId == department))
                        .OrderBy(i => i.Id, StringComparer.Ordinal),
                ];
                List<Inspector> read = [];
                while (true)
                {
                    (ImmutableArray<Inspector> page, long total) = await store.Inspectors.SearchAsync(text, department, read.Count, 3, cancellation);
                    Expect.Equal(due.Length, total, $"Total found by \"{text}\" in {department ?? "all departments"}");
                    Expect.Equal(Math.Min(3, due.Length - read.Count), page.Length, $"Length of a page found by \"{text}\"");
                    if (page.IsEmpty)
                    {
                        break;
                    }

                    read.AddRange(page);
                }

                Expect.Same(due, read, $"Inspectors found by \"{text}\" in {department ?? "all departments"}");
            }
        }
    }

    private static async Task OneVersionAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Inspector[] before = [.. Enumerable.Range(0, 200).Select(n => Scene.Inspector(2 * n))];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. before]), cancellation);
        List<Inspector> read = [];
        await foreach (Inspector inspector in store.Inspectors.ReadAsync(null, cancellation))
        {
            read.Add(inspector);
            if (read.Count == 5)
            {
                await store.Ledger.CommitAsync(Scene.Merge(2, [.. Enumerable.Range(0, 400).Select(n => Scene.Inspector(n) with { Name = "改" })]), cancellation);
            }
        }

        Expect.Same(before, read, "A stream during which the whole directory was merged anew");
    }

    private static async Task RefusedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Merge(1, Scene.Inspector(1)), cancellation);
        LedgerCommit late = Scene.Merge(1, Scene.Inspector(1) with { Name = "改" }, Scene.Inspector(2));
        await Soundness.RefusedAsync<AppendConflictException>(store, () => store.Ledger.CommitAsync(late, cancellation), "A merge whose stream has grown", cancellation);
        Expect.Same([Scene.Inspector(1)], await AllAsync(trial), "Inspectors afterwards");
        Expect.Equal(1L, await store.Inspectors.VersionAsync(cancellation), "Version afterwards");
    }

    private static Task<List<Inspector>> AllAsync(Trial<StoreUnderTest> trial) =>
        Scene.AllAsync(trial.Subject.Inspectors.ReadAsync(null, trial.Cancellation), trial.Cancellation);
}
