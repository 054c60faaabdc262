using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What every subject directory does: merges, finds, searches, counts, and streams in the order of bytes.</summary>
internal static class SubjectCases
{
    private const string Directory = "沈政办发〔2020〕19号 三(三)";
    private const string Port = "ISubjectDirectory";
    private const string Frames = "random-inspection-draw/1 §1";

    public static ConformanceContract<StoreUnderTest> Contract { get; } = new(
        typeof(ISubjectDirectory),
        "SUBJECTS",
        "监管对象名录",
        "Subject directory",
        new("SUBJECTS-01", "空名录：版本为零，查无所得", "An empty directory has version 0 and gives nothing", Port, EmptyAsync),
        new("SUBJECTS-02", "合并之后每一项原样读回", "What is merged reads back exactly", Directory, ExactAsync),
        new("SUBJECTS-03", "合并只增改所列者，其余不动，版本随之", "A merge adds and changes what it names and nothing else, and sets the version", Directory, MergedAsync),
        new("SUBJECTS-04", "按代码的字节排列流式读出", "The stream is in the order of the codes' bytes", Frames, OrderAsync),
        new("SUBJECTS-05", "按代码集合查找：无、一、全部、重复、不存在、上千", "Codes find none, one, all, doubled, unknown and thousands", Port, FindAsync),
        new("SUBJECTS-06", "搜索：代码前缀或名称片段，逐字比较，无通配符", "A search takes the beginning of a code or a part of a name, character by character", Port, SearchAsync),
        new("SUBJECTS-07", "筛选条件：地区、行业、信用类别、标签、状态，与逐个判断一致", "Criteria over region, trade, class, tags and status select as judging one by one would", Directory, CriteriaAsync),
        new("SUBJECTS-08", "分页合起来等于全部，总数不受分页影响", "Pages add up to the whole, and the total leaves the page aside", Port, PagesAsync),
        new("SUBJECTS-09", "按地区、行业、类别、状态计数", "Counts by region, trade, class and status", Port, CountsAsync),
        new("SUBJECTS-10", "一次流式读取只见一个版本", "One stream is of one version, whatever is merged meanwhile", Frames, OneVersionAsync),
        new("SUBJECTS-11", "被拒绝的合并不改变名录", "A refused merge changes nothing", Port, RefusedAsync),
        new("SUBJECTS-12", "取消的读取抛出取消异常", "A cancelled reading throws that it was cancelled", Port, CancelledAsync),
        new("SUBJECTS-13", "大型名录：合并、计数与有序流式读取", "A large directory: merged, counted, streamed in order", Frames, ManyAsync),
        new("SUBJECTS-14", "筛选条件：自某日起未检查过", "Criteria over the last inspection", Directory, InspectedAsync),
        new("SUBJECTS-15", "标签逐个计数，原样读回", "Tags are counted one by one and read back exactly", Directory, TagsAsync));

    private static async Task EmptyAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Expect.Equal(0L, await store.Subjects.VersionAsync(cancellation), "Version");
        Expect.Same([], await AllAsync(trial), "Stream");
        Expect.Same([], await store.Subjects.CountAsync(cancellation), "Counts");
        Expect.Same([], await store.Subjects.TagsAsync(cancellation), "Tags");
        Expect.Equal(null, await store.Subjects.FindAsync(Scene.Code(1), cancellation), "A code");
        Expect.Equal(0L, (await store.Subjects.SearchAsync("", DirectoryCriteria.Everything, 0, 10, cancellation)).Total, "Total of a search");
    }

    private static async Task ExactAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Subject[] subjects =
        [
            .. Enum.GetValues<SubjectStatus>().Select((status, n) => Scene.Subject(n) with { Status = status }),
            Scene.Subject(20) with { Name = Scene.Rare, Kind = "个体工商户", Scope = Scene.Rare + new string('营', 3_000), Region = "𠮷野", Trade = "ＡＢ", CreditClass = "A+" },
            Scene.Subject(21) with { EstablishedOn = null },
            Scene.Subject(22) with { EstablishedOn = new LocalDate(1900, 1, 1) },
            Scene.Subject(23) with { EstablishedOn = new LocalDate(2000, 2, 29), Name = "e\u0301" },
            Scene.Subject(24) with { EstablishedOn = new LocalDate(9999, 12, 31), Name = "\u00E9" },
        ];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. subjects]), cancellation);
        Expect.Same(subjects, await AllAsync(trial), "Subjects in the stream");
        foreach (Subject subject in subjects)
        {
            Expect.Equal(subject, await store.Subjects.FindAsync(subject.Code, cancellation), "A subject by its code");
        }
    }

    private static async Task MergedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. Enumerable.Range(0, 10).Select(Scene.Subject)]), cancellation);
        Subject changed = Scene.Subject(3) with { Status = SubjectStatus.Deregistered, Name = "改名" };
        await store.Ledger.CommitAsync(Scene.Merge(2, changed, Scene.Subject(10)), cancellation);
        Expect.Equal(2L, await store.Subjects.VersionAsync(cancellation), "Version");
        Expect.Same(Enumerable.Range(0, 11).Select(n => n == 3 ? changed : Scene.Subject(n)), await AllAsync(trial), "Subjects after the second merge");
        await store.Ledger.CommitAsync(Scene.Merge(3, ImmutableArray<Subject>.Empty), cancellation);
        Expect.Equal((3L, 11), (await store.Subjects.VersionAsync(cancellation), (await AllAsync(trial)).Count), "Version and subjects after a merge of nothing");
        Expect.Equal(0L, await store.Inspectors.VersionAsync(cancellation), "Version of the other directory");
    }

    private static async Task OrderAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string[] codes = ["!", "-1", "0", "1", "10", "2", "9", "A", "B", "Z", "_", "a", "aA", "aa", "b", "~"];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. codes.Reverse().Take(9).Select(Of)]), cancellation);
        await store.Ledger.CommitAsync(Scene.Merge(2, [.. codes.Take(7).Select(Of)]), cancellation);
        Expect.Same(codes, (await AllAsync(trial)).Select(s => s.Code), "Codes in the order of bytes");
        Expect.Same(codes, (await store.Subjects.SearchAsync("", DirectoryCriteria.Everything, 0, 100, cancellation)).Page.Select(s => s.Code), "Codes of a search");

        static Subject Of(string code) => Scene.Subject(1) with { Code = code };
    }

    private static async Task FindAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Subject[] subjects = [.. Enumerable.Range(0, 2_500).Select(Scene.Subject)];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. subjects]), cancellation);
        await SameAsync([], []);
        await SameAsync([], ["nobody"]);
        await SameAsync([subjects[7]], [Scene.Code(7)]);
        await SameAsync([subjects[7]], [Scene.Code(7), "nobody", Scene.Code(7), Scene.Code(7).ToLowerInvariant()]);
        await SameAsync(subjects, [.. subjects.Select(s => s.Code), "nobody"]);

        async Task SameAsync(Subject[] due, string[] codes) => Expect.Same(
            due, (await store.Subjects.FindAsync(codes, cancellation)).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value), $"Subjects of {codes.Length} codes");
    }

    private static async Task SearchAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string[] names = ["沈阳饭店", "饭店", "100% 纯", "1000 纯", "a_b", "axb", "AXB", "𠮷野家", "吉野家", "e\u0301toile", "étoile", "ＡＢＣ", "[a]", "O'Neill \\"];
        Subject[] subjects = [.. names.Select((name, n) => Scene.Subject(n) with { Name = name, Code = (n % 2 == 0 ? "ab" : "AB") + n })];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. subjects]), cancellation);
        foreach (string text in (string[])["", .. names, "饭", "%", "_", "ab1", "AB1", "ab", "店沈", "\u0301", "'", "\\", "野家"])
        {
            (ImmutableArray<Subject> page, long total) = await store.Subjects.SearchAsync(text, DirectoryCriteria.Everything, 0, 100, cancellation);
            Subject[] due =
            [
                .. subjects.Where(s => s.Code.StartsWith(text, StringComparison.Ordinal) || s.Name.Contains(text, StringComparison.Ordinal)).OrderBy(s => s.Code, StringComparer.Ordinal),
            ];
            Expect.Same(due, page, $"Subjects found by \"{text}\"");
            Expect.Equal(due.Length, total, $"Total found by \"{text}\"");
        }
    }

    private static async Task CriteriaAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Subject[] owners = [.. Enumerable.Range(0, 60).Select(Scene.Subject)];
        Subject[] subjects =
        [
            owners[0] with { Code = "531210000000000000", Assessment = new CreditAssessment(new LocalDate(2026, 2, 28), "𠮷") },
            .. owners,
            .. owners.Take(8).Select((owner, i) => owner with { Code = $"kit-carrier-{i}", Carrier = new Carrier((CarrierKind)(i % 4), owner.Code), Assessment = new CreditAssessment(new LocalDate(2026, 1, 1 + i), "市信用中心") }),
        ];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. subjects]), cancellation);
        DirectoryCriteria[] choices =
        [
            DirectoryCriteria.Everything,
            DirectoryCriteria.Everything with { Regions = ["沈河区"] },
            DirectoryCriteria.Everything with { Trades = ["H"], CreditClasses = ["A", "B"] },
            DirectoryCriteria.Everything with { Regions = ["沈河区", "铁西区"], Trades = ["F", "H"], CreditClasses = ["D"] },
            DirectoryCriteria.Everything with { Regions = ["沈河"] },
            DirectoryCriteria.Everything with { CreditClasses = ["a"] },
            DirectoryCriteria.Everything with { Tags = ["食品"] },
            DirectoryCriteria.Everything with { Tags = ["食品", "𠮷"], Statuses = [SubjectStatus.Active, SubjectStatus.Suspended] },
            DirectoryCriteria.Everything with { Tags = ["食"] },
            DirectoryCriteria.Everything with { Tags = ["%", "_"] },
            DirectoryCriteria.Everything with { Tags = [] },
            DirectoryCriteria.Everything with { Statuses = [] },
            DirectoryCriteria.Everything with { Regions = ["沈河区"], Statuses = [SubjectStatus.Revoked] },
            DirectoryCriteria.Everything with { Carriers = [] },
            DirectoryCriteria.Everything with { Carriers = [CarrierKind.Site] },
            DirectoryCriteria.Everything with { Carriers = [CarrierKind.Product, CarrierKind.Point], Trades = ["H"] },
            DirectoryCriteria.Everything with { General = GeneralDirectory.ForProfit },
            DirectoryCriteria.Everything with { General = GeneralDirectory.NonProfit },
            DirectoryCriteria.Everything with { General = GeneralDirectory.ForProfit, Carriers = [CarrierKind.Project] },
        ];
        foreach (DirectoryCriteria criteria in choices)
        {
            await SelectedAsync(trial, criteria, [.. subjects.Where(s => criteria.Match(s, null))]);
        }

        foreach (Subject owner in owners.Take(9))
        {
            List<string> carriers = [];
            await foreach (Subject carrier in store.Subjects.CarriersAsync(owner.Code, cancellation))
            {
                carriers.Add(carrier.Code);
            }

            Expect.Same(subjects.Where(s => s.Carrier is not null && s.AnswersFor == owner.Code).Select(s => s.Code), carriers, "Carriers of a subject");
        }
    }

    private static async Task InspectedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Subject[] subjects = [.. Enumerable.Range(0, 4).Select(Scene.Subject)];
        LocalDate day = new(2026, 3, 10);
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. subjects]), cancellation);
        await store.Ledger.CommitAsync(
            Scene.Rows("kit/visits", Scene.Visit("v1", 1, day), Scene.Visit("v2", 2, day.PlusDays(-1)), Scene.Visit("v3", 2, null), Scene.Visit("v4", 3, day.PlusDays(-9)), Scene.Visit("v5", 3, day.PlusDays(1))),
            cancellation);
        await SelectedAsync(trial, DirectoryCriteria.Everything with { NotInspectedSince = day.PlusDays(2) }, subjects);
        await SelectedAsync(trial, DirectoryCriteria.Everything with { NotInspectedSince = day.PlusDays(1) }, [subjects[0], subjects[1], subjects[2]]);
        await SelectedAsync(trial, DirectoryCriteria.Everything with { NotInspectedSince = day }, [subjects[0], subjects[2]]);
        await SelectedAsync(trial, DirectoryCriteria.Everything with { NotInspectedSince = day.PlusDays(-9) }, [subjects[0]]);
    }

    private static async Task TagsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Expect.Same([], await store.Subjects.TagsAsync(cancellation), "Tags of an empty directory");
        Subject[] subjects =
        [
            Scene.Subject(1) with { Tags = SubjectTags.Parse("食品、药品、𠮷") },
            Scene.Subject(2) with { Tags = SubjectTags.Parse("食品") },
            Scene.Subject(3) with { Tags = SubjectTags.None },
        ];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. subjects]), cancellation);
        Expect.Same(subjects, await AllAsync(trial), "Subjects with tags");
        Expect.Same([new TagCount("药品", 1), new TagCount("食品", 2), new TagCount("𠮷", 1)], await store.Subjects.TagsAsync(cancellation), "Tags");
        await store.Ledger.CommitAsync(Scene.Merge(2, subjects[0] with { Tags = SubjectTags.None }), cancellation);
        Expect.Same([new TagCount("食品", 1)], await store.Subjects.TagsAsync(cancellation), "Tags after they were taken away");
    }

    /// <summary>By every way that takes criteria.</summary>
    private static async Task SelectedAsync(Trial<StoreUnderTest> trial, DirectoryCriteria criteria, Subject[] due)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        (ImmutableArray<Subject> page, long total) = await store.Subjects.SearchAsync("", criteria, 0, 100, cancellation);
        Expect.Same(due, page, $"Subjects of {criteria}");
        Expect.Equal(due.Length, total, $"Total of {criteria}");
        Expect.Same(due, await Scene.AllAsync(store.Subjects.ReadAsync(criteria, cancellation), cancellation), $"Stream of {criteria}");
        Expect.Equal(due.Length, (await store.Subjects.CountAsync(criteria, cancellation)).Sum(c => c.Subjects), $"Subjects counted of {criteria}");
        string[] asked = [Scene.Code(1), Scene.Code(2), Scene.Code(3), "nobody"];
        Expect.Same(
            due.Where(s => asked.Contains(s.Code)),
            (await store.Subjects.FindAsync(asked, criteria, cancellation)).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value),
            $"Some codes of {criteria}");
    }

    private static async Task PagesAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Subject[] subjects = [.. Enumerable.Range(0, 23).Select(Scene.Subject)];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. subjects]), cancellation);
        foreach (int take in new[] { 1, 7, 22, 23, 24 })
        {
            List<Subject> read = [];
            while (true)
            {
                (ImmutableArray<Subject> page, long total) = await store.Subjects.SearchAsync("9121", DirectoryCriteria.Everything, read.Count, take, cancellation);
                Expect.Equal(23L, total, "Total beside a page");
                Expect.Equal(Math.Min(take, 23 - read.Count), page.Length, $"Length of a page of {take} after {read.Count}");
                if (page.IsEmpty)
                {
                    break;
                }

                read.AddRange(page);
            }

            Expect.Same(subjects, read, $"Pages of {take} together");
        }

        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => store.Subjects.SearchAsync("", DirectoryCriteria.Everything, -1, 1, cancellation), "Passing over less than nothing");
        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => store.Subjects.SearchAsync("", DirectoryCriteria.Everything, 0, 0, cancellation), "A page of none");
    }

    private static async Task CountsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Subject[] subjects = [.. Enumerable.Range(0, 200).Select(Scene.Subject)];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. subjects]), cancellation);
        Expect.Same(
            InOrder(subjects.GroupBy(s => (s.Region, s.Trade, s.CreditClass, s.Status)).Select(g => new SubjectCount(g.Key.Region, g.Key.Trade, g.Key.CreditClass, g.Key.Status, g.Count()))),
            InOrder(await store.Subjects.CountAsync(cancellation)),
            "Counts");

        static IEnumerable<SubjectCount> InOrder(IEnumerable<SubjectCount> counts) => counts.OrderBy(c => c.ToString(), StringComparer.Ordinal);
    }

    private static async Task OneVersionAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Subject[] before = [.. Enumerable.Range(0, 400).Select(n => Scene.Subject(2 * n))];
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. before]), cancellation);
        List<Subject> read = [];
        await foreach (Subject subject in store.Subjects.ReadAsync(cancellation))
        {
            read.Add(subject);
            if (read.Count == 5)
            {
                await store.Ledger.CommitAsync(Scene.Merge(2, [.. before.Select(s => s with { Name = "改" }), .. Enumerable.Range(0, 400).Select(n => Scene.Subject((2 * n) + 1))]), cancellation);
            }
        }

        Expect.Same(before, read, "A stream during which the whole directory was merged anew");
        Expect.Equal(800, (await AllAsync(trial)).Count, "Subjects afterwards");
    }

    private static async Task RefusedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Merge(1, Scene.Subject(1)), cancellation);
        LedgerCommit late = Scene.Merge(1, Scene.Subject(1) with { Name = "改" }, Scene.Subject(2));
        await Soundness.RefusedAsync<AppendConflictException>(store, () => store.Ledger.CommitAsync(late, cancellation), "A merge whose stream has grown", cancellation);
        Expect.Same([Scene.Subject(1)], await AllAsync(trial), "Subjects afterwards");
        Expect.Equal(1L, await store.Subjects.VersionAsync(cancellation), "Version afterwards");
    }

    private static async Task CancelledAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Merge(1, Scene.Subject(1)), cancellation);
        CancellationToken cancelled = new(canceled: true);
        await Expect.ThrowsAsync<OperationCanceledException>(() => Scene.AllAsync(store.Subjects.ReadAsync(cancelled), cancelled), "A stream");
        await Expect.ThrowsAsync<OperationCanceledException>(() => store.Subjects.FindAsync(Scene.Code(1), cancelled), "A code");
        await Expect.ThrowsAsync<OperationCanceledException>(() => store.Subjects.SearchAsync("", DirectoryCriteria.Everything, 0, 1, cancelled), "A search");
    }

    private static async Task ManyAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Scene.Merge(1, [.. Enumerable.Range(0, settings.Rows).Select(Scene.Subject)]), cancellation);
        await store.Ledger.CommitAsync(Scene.Merge(2, Scene.Subject(settings.Rows / 2) with { Name = "改" }), cancellation);
        int number = 0;
        await foreach (Subject subject in store.Subjects.ReadAsync(cancellation))
        {
            Expect.Equal(number == settings.Rows / 2 ? Scene.Subject(number) with { Name = "改" } : Scene.Subject(number), subject, "A subject of the stream");
            number++;
        }

        Expect.Equal(settings.Rows, number, "Subjects in the stream");
        Expect.Equal(settings.Rows, (await store.Subjects.CountAsync(cancellation)).Sum(c => c.Subjects), "Subjects in the counts");
    }

    private static Task<List<Subject>> AllAsync(Trial<StoreUnderTest> trial) => Scene.AllAsync(trial.Subject.Subjects.ReadAsync(trial.Cancellation), trial.Cancellation);
}
