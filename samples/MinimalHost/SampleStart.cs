using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tabular;

namespace MinimalHost;

/// <summary>What stands in an empty database at the first start: the published catalogues, both directories, an approved plan, one draw that anybody can verify, its teams, what they found, and a dishonesty list.</summary>
/// <remarks>All of it is made by the same workflows that people use, and stands in the ledger as their steps do.</remarks>
internal static class SampleStart
{
    private static readonly DesignDocument Design = DesignDocument.Parse(
        """{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0.1","D":"0.3"},"minimumPerStratum":1,"reservesPerCell":2,"basis":"示例：按信用类别差异化抽取"}""");

    private const int VisitsOfAnOfficer = 60;

    public static IEnumerable<Department> Departments =>
        SampleDepartments.All.Concat(SampleDepartments.OtherBodies).Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)).Concat(SampleSubordinates.Departments);

    public static async Task RunAsync(IServiceProvider services)
    {
        Instant start = SystemClock.Instance.GetCurrentInstant();
        if ((await services.GetRequiredService<ILedger>().HeadAsync(LedgerLog.Public, CancellationToken.None)).Size > 0)
        {
            await SampleCatalogues.PublishAsync(services, start);
            return;
        }

        Console.WriteLine("正在准备示例数据（仅首次启动）…  Making the sample data (first start only) …");
        SampleTimeline timeline = new(start);
        await SampleCatalogues.PublishAsync(services, timeline.Begin);
        await ImportAsync(services, timeline.Begin);
        await services.GetRequiredService<SpecialDirectoryWorkflow>().SaveAsync(
            new Acting(DemoPeople.InRole(Role.DirectoryKeeper)[0], timeline.Begin), "餐饮服务单位（示例）", DirectoryCriteria.Everything with { Trades = ["H"], Tags = ["食品"] }, "餐饮专项检查", CancellationToken.None);
        string[] tasks = await PlanAsync(services, timeline.Begin);
        await DrawAsync(services, tasks[0], timeline.Drawn);
        await DrawAsync(services, tasks[1], timeline.Drawn);
        string match = await MatchAsync(services, tasks[0], timeline);
        await new SampleVisits(services, timeline).RunAsync(match);
        await new SampleListings(services, timeline).RunAsync();
        await DrawWeekAsync(services, tasks[^1], timeline.Visit(2, 3));
        await NameAsync(services, timeline.Visit(2, 3));
    }

    private static async Task ImportAsync(IServiceProvider services, Instant now)
    {
        IEvidenceStore evidence = services.GetRequiredService<IEvidenceStore>();
        DirectoryWorkflow directories = services.GetRequiredService<DirectoryWorkflow>();
        ImmutableArray<Subject> subjects = [.. SampleSubjects.Generate()];
        using StringWriter subjectFile = new();
        SampleSubjectFile.Write(subjectFile, subjects);
        string subjectDigest = await evidence.PutAsync(Encoding.UTF8.GetBytes(subjectFile.ToString()), CancellationToken.None);
        await directories.MergeAsync(
            Actor.System, new SubjectFile("sample-subjects.csv", subjectDigest, subjects, LeftOut: 0, Warnings: 0), now, CancellationToken.None);

        ImmutableArray<Subject> carriers = SampleCarriers.Of(subjects);
        string carrierDigest = await evidence.PutAsync(Encoding.UTF8.GetBytes(string.Join('\n', carriers.Select(carrier => $"{carrier.Code},{carrier.Name},{carrier.AnswersFor}"))), CancellationToken.None);
        await directories.MergeAsync(
            Actor.System, new SubjectFile("sample-carriers.csv", carrierDigest, carriers, LeftOut: 0, Warnings: 0), now, CancellationToken.None);

        using StringWriter inspectorFile = new();
        SampleInspectorFile.Write(inspectorFile, SampleInspectors.All.Concat(SampleSubordinates.Inspectors));
        byte[] inspectors = Encoding.UTF8.GetBytes(inspectorFile.ToString());
        string inspectorDigest = await evidence.PutAsync(inspectors, CancellationToken.None);
        using TableReader table = TableReader.Open(inspectors);
        InspectorRules rules = new() { Today = now.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date, Departments = [.. Departments] };
        InspectorImport read = InspectorTable.Read(table, InspectorColumns.Guess(table.Headers), rules);
        await directories.MergeInspectorsAsync(
            Actor.System, new InspectorFile("sample-inspectors.csv", inspectorDigest, read.Inspectors, read.RowsRefused, read.Warnings), now, CancellationToken.None);
    }

    private static async Task<string[]> PlanAsync(IServiceProvider services, Instant now)
    {
        PlanWorkflow plans = services.GetRequiredService<PlanWorkflow>();
        TaskWorkflow tasks = services.GetRequiredService<TaskWorkflow>();
        Acting drafter = new(DemoPeople.InRole(Role.Drafter)[0], now);
        int year = now.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Year;
        string plan = await plans.BeginAsync(drafter, year, $"沈阳市市场监管局 {year} 年度随机抽查计划（示例）", CancellationToken.None);
        List<string> added = [];
        SampleItem[] items = [.. SampleItems.All.Where(i => i.DepartmentId == drafter.Person.DepartmentId)];
        foreach (SampleItem item in items)
        {
            // 进一次门、查多项事：the first task has a second item.
            added.Add(await plans.AddTaskAsync(
                drafter, plan, item.ChineseTitle, item == items[0] ? [item.Code, items[2].Code] : [item.Code], new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), CancellationToken.None,
                item == items[^1] ? VisitDayRule.Drawn : VisitDayRule.ByTheTeam));
        }

        await plans.SubmitAsync(drafter, plan, CancellationToken.None);
        await plans.ApproveAsync(new Acting(DemoPeople.InRole(Role.GovernmentApprover)[0], now), plan, CancellationToken.None);
        foreach (string task in added.Take(3))
        {
            await tasks.DesignAsync(drafter, task, DirectoryCriteria.Everything, Stratification.Region, Design, CancellationToken.None);
        }

        return [.. added];
    }

    /// <summary>A whole ceremony. The parties' keys and values are made here, as their browsers would; a real draw never does that for them.</summary>
    private static async Task DrawAsync(IServiceProvider services, string task, Instant now)
    {
        DrawWorkflow draws = SampleDraws.Of(services);
        Acting operating = new(DemoPeople.InRole(Role.DrawingOperator)[0], now);
        Acting witnessing = new(DemoPeople.InRole(Role.Witness)[0], now);
        string draw = await draws.PrepareAsync(operating, task, FrameKey.Of(RandomNumberGenerator.GetBytes(32)), Sha256.Instance.Name, CancellationToken.None);
        await CeremonyAsync(draws, operating, witnessing, draw);
        await draws.DrawAsync(operating, draw, CancellationToken.None);
    }

    /// <summary>检查时间体现随机原则：the week of a task's visits is drawn, by the same ceremony.</summary>
    private static async Task DrawWeekAsync(IServiceProvider services, string task, Instant now)
    {
        DrawWorkflow draws = SampleDraws.Of(services);
        Acting operating = new(DemoPeople.InRole(Role.DrawingOperator)[0], now);
        Acting witnessing = new(DemoPeople.InRole(Role.Witness)[0], now);
        LocalDate today = now.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date;
        ImmutableArray<TaskChoice> weeks =
        [
            .. ChoiceTime.WeeksOf(LocalDate.Max(today.PlusWeeks(-3), new LocalDate(today.Year, 1, 1)), LocalDate.Min(today.PlusWeeks(3), new LocalDate(today.Year, 12, 31)))
                .Select(week => new TaskChoice(week, $"第 {week[6..]} 周（{ChoiceTime.Of(week)!.Start:MM-dd} 起）")),
        ];
        await services.GetRequiredService<TaskWorkflow>().DeclareChoicesAsync(
            operating, task, new TaskChoices(ChoiceKind.Time, weeks, 1, "示例：网络广告随时可查，由抽取确定检查的一周"), CancellationToken.None);
        string draw = await draws.PrepareChoicesAsync(operating, task, ChoiceKind.Time, FrameKey.Of(RandomNumberGenerator.GetBytes(32)), Sha256.Instance.Name, CancellationToken.None);
        await CeremonyAsync(draws, operating, witnessing, draw);
        await draws.DrawAsync(operating, draw, CancellationToken.None);
    }

    /// <summary>点名检查：an ad-hoc task after complaints, whose two subjects are named and approved, and not yet frozen.</summary>
    private static async Task NameAsync(IServiceProvider services, Instant now)
    {
        PlanWorkflow plans = services.GetRequiredService<PlanWorkflow>();
        TaskWorkflow tasks = services.GetRequiredService<TaskWorkflow>();
        Acting drafter = new(DemoPeople.InRole(Role.Drafter)[0], now);
        int year = now.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Year;
        AdHocTerms terms = new(TaskKind.AdHoc, TaskGround.Complaint, Named: 2);
        string plan = await plans.BeginAdHocAsync(drafter, year, "冷链食品投诉核查（示例）", terms, "示例：12345 热线集中投诉", CancellationToken.None);
        string task = await plans.AddTaskAsync(
            drafter, plan, "冷链食品投诉核查（示例）", [SampleItems.All[0].Code], new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), CancellationToken.None);
        await plans.SubmitAsync(drafter, plan, CancellationToken.None);
        await plans.ApproveAsync(new Acting(DemoPeople.InRole(Role.GovernmentApprover)[0], now), plan, CancellationToken.None);
        ImmutableArray<NamedSubject> named =
        [
            .. SampleSubjects.Generate().Where(subject => subject is { Trade: "H", Status: SubjectStatus.Active }).Take(2).Select((subject, i) => new NamedSubject(subject.Code, $"示例：12345 热线第 {i + 1} 号来件")),
        ];
        await tasks.NameAsync(drafter, task, named, CancellationToken.None);
        await tasks.ApproveNamedAsync(new Acting(DemoPeople.InRole(Role.AuthorityHead)[0], now), task, CancellationToken.None);
    }

    /// <summary>The teams, by a ceremony of their own. Officers go out more often than the directory asks, or the sample would run out of them.</summary>
    private static async Task<string> MatchAsync(IServiceProvider services, string task, SampleTimeline timeline)
    {
        MatchWorkflow matches = services.GetRequiredService<MatchWorkflow>();
        Acting operating = new(DemoPeople.InRole(Role.DrawingOperator)[0], timeline.Matched);
        Acting witnessing = new(DemoPeople.InRole(Role.Witness)[0], timeline.Matched);
        MatchRequest request = MatchRequest.Usual(new LocalDate(timeline.Year, 1, 1), new LocalDate(timeline.Year, 12, 31)) with { Capacity = VisitsOfAnOfficer };
        string match = await matches.PrepareAsync(operating, task, request, Sha256.Instance.Name, CancellationToken.None);
        await CeremonyAsync(services.GetRequiredService<DrawWorkflow>(), operating, witnessing, match);
        await matches.MatchAsync(operating, match, CancellationToken.None);
        return match;
    }

    private static async Task CeremonyAsync(DrawWorkflow draws, Acting operating, Acting witnessing, string draw)
    {
        using ECDsa operatorKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using ECDsa witnessKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await draws.EnrolOperatorAsync(operating, draw, PartySignature.PublicKey(operatorKey), CancellationToken.None);
        await draws.EnrolWitnessAsync(witnessing, draw, PartySignature.PublicKey(witnessKey), CancellationToken.None);
        await draws.AddPublicValueAsync(operating, draw, "sample-dice", "示例：当众掷出的六枚骰子", "46656", null, CancellationToken.None);
        await draws.OpenAsync(operating, draw, new OpeningDeadlines(operating.At + Duration.FromHours(1), operating.At + Duration.FromHours(2)), CancellationToken.None);

        string operatorValue = await CommitAsync(draws, operating, draw, operatorKey);
        string witnessValue = await CommitAsync(draws, witnessing, draw, witnessKey);
        await draws.RevealAsync(operating, draw, operatorValue, CancellationToken.None);
        await draws.RevealAsync(witnessing, draw, witnessValue, CancellationToken.None);
        string dice = string.Join(' ', Enumerable.Range(0, 6).Select(_ => RandomNumberGenerator.GetInt32(1, 7)));
        await draws.EnterPublicValueAsync(operating, draw, "sample-dice", dice, CancellationToken.None);
    }

    private static async Task<string> CommitAsync(DrawWorkflow draws, Acting acting, string draw, ECDsa key)
    {
        DrawCeremony ceremony = await draws.FindAsync(draw, CancellationToken.None);
        string value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        Digest commitment = SeedText.Commitment(ceremony.Opening!, acting.Person.Id, value, Sha256.Instance);
        string statement = SeedText.CommitmentToSign(Digest.Parse(ceremony.OpeningDigest!), acting.Person.Id, commitment);
        await draws.CommitAsync(acting, draw, commitment, PartySignature.Sign(key, Encoding.UTF8.GetBytes(statement)), CancellationToken.None);
        return value;
    }
}
