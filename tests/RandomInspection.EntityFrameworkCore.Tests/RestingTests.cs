using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>Who was drawn for one task rests for the next: counted, told why, and not drawn.</summary>
public abstract class RestingTests
{
    private static readonly RestingRules Rules = RestingRules.Liaoning2019;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("draw")]
    [InlineData("match")]
    [InlineData("audit")]
    public async Task PrepareAsync_AfterADrawOfTheSameAuthority_ItsListRestsWhateverHasBecomeOfIt(string last)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync(last);
        string[] list = await ListAsync(way, Way.DrawId);
        string task = await TaskAsync(way, Way.Drafter, Rules);
        InspectionTask designed = (await way.Tasks.FindAsync(task, Cancellation)).Task;
        TaskPreview preview = await PreviewAsync(way, task, Rules);
        Assert.Equal(new Dictionary<string, long> { ["RI2120"] = list.Length }, preview.RestingReasons);
        TaskPreview without = await way.Tasks.PreviewAsync(Way.Morning, DirectoryCriteria.Everything, Stratification.Region, Way.Design.Design, Cancellation);
        Assert.Empty(without.Resting);
        Assert.Equal(without.Cells.Select(c => c.Count.Population), preview.Cells.Select(c => c.Count.Population));
        Assert.Equal(without.Cells.Select(c => c.Count.Drawable - c.Count.Population), without.Cells.Select(_ => 0L));

        FrozenTask frozen = await FreezeAsync(way, task);
        Assert.Equal(preview.RestingReasons, frozen.Resting!);
        Assert.Equal(list.Order(StringComparer.Ordinal).Select(id => $"{id}\tRI2120\n"), Lines((await way.Draws.RestingFileAsync("D2026-0002", task, Cancellation))!));
        Frame frame = FrameFile.Read(await way.Draws.FrameFileAsync("D2026-0002", task, Cancellation));
        Assert.Equal(list.Order(StringComparer.Ordinal), frame.Units.Where(u => u.Standing == Standing.Resting).Select(u => u.Id));
        Assert.Equal(preview.Cells.Select(c => c.Count), frame.Cells);
        Assert.Contains("\"restingOn\":\"2026-11-23\"", frozen.Criteria, StringComparison.Ordinal);
        Assert.Contains("\"visitsByAuthority\":1", frozen.Criteria, StringComparison.Ordinal);
        Assert.Equal(Rules.Statement(Language.Chinese), DesignDocument.Parse(designed.Design!.Design).Design.Basis);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task DrawAsync_WithRestingUnits_NobodyRestingIsDrawnAndTheRecordSaysWhy()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("draw");
        string[] list = await ListAsync(way, Way.DrawId);
        string task = await TaskAsync(way, Way.Drafter, Rules);
        await FreezeAsync(way, task);
        await DrawAsync(way, "D2026-0002");
        Assert.Empty((await ListAsync(way, "D2026-0002")).Intersect(list));

        byte[] auditor = (await way.Draws.AuditorRecordAsync("D2026-0002", Cancellation))!;
        RecordedTask recorded = RecordDocument.Read(auditor).Tasks[0];
        Assert.Equal(new Dictionary<string, long> { ["RI2120"] = list.Length }, recorded.Directory!.Resting!);
        byte[] frame = await way.Draws.FrameFileAsync("D2026-0002", task, Cancellation);
        FrameKey key = await way.Draws.FrameKeyAsync("D2026-0002", task, Cancellation);
        RecordVerification found = store.Get<RecordVerifier>().Verify(
            auditor, new Dictionary<string, byte[]> { [task] = frame }, new Dictionary<string, FrameKey> { [task] = key });
        Assert.True(found.Verifies, string.Join('\n', found.Steps));
        Assert.Contains(found.Steps, step => step.Id == "resting");

        RecordedSubject resting = RecordDocument.Read((await way.Draws.SubjectRecordAsync("D2026-0002", list[0], Cancellation))!).Subject!;
        Assert.Equal((Standing.Resting, false), (resting.Proof.Unit.Standing, resting.Drawn));
        Assert.Equal(["RI2120"], resting.RestingReasons);
        string drawn = (await ListAsync(way, "D2026-0002"))[0];
        Assert.Empty(RecordDocument.Read((await way.Draws.SubjectRecordAsync("D2026-0002", drawn, Cancellation))!).Subject!.RestingReasons);
        Assert.DoesNotContain("resting", Encoding.UTF8.GetString((await way.Draws.PublicRecordAsync("D2026-0002", Cancellation))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewAsync_OtherAuthority_OnlyTheCapOverAllCounts()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("draw");
        int drawn = (await ListAsync(way, Way.DrawId)).Length;
        Acting other = new(new Person("huan", "桓", "Huan", SampleDepartments.Ecology, [Role.Drafter]), Way.Morning);
        string task = await TaskAsync(way, other, Rules, "STHJ-01");
        Assert.Empty((await PreviewAsync(way, task, Rules)).Resting);
        TaskPreview capped = await PreviewAsync(way, task, Rules with { VisitsInAll = 1, RestDays = 30 });
        Assert.Equal(new Dictionary<string, long> { ["RI2121"] = drawn }, capped.RestingReasons);
        Assert.Empty((await PreviewAsync(way, task, Rules with { VisitsInAll = 2 })).Resting);
        Assert.Equal(new Dictionary<string, long> { ["RI2122"] = drawn }, (await PreviewAsync(way, task, Rules with { RestDays = 30 })).RestingReasons);
    }

    [Fact]
    public async Task PreviewAsync_OwnListAndExemptions_DoNotRest()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("draw");
        string[] list = await ListAsync(way, Way.DrawId);
        Assert.Empty((await PreviewAsync(way, Way.TaskId, Rules)).Resting);

        string task = await TaskAsync(way, Way.Drafter, Rules);
        string[] classes = [.. (await store.Get<ISubjectDirectory>().FindAsync(list, Cancellation)).Values.Select(s => s.CreditClass)];
        Assert.Equal(classes.Count(c => c != "D"), (await PreviewAsync(way, task, Rules with { ExemptClasses = ["D"] })).RestingReasons["RI2120"]);
        TaskPreview key = await PreviewAsync(way, task, Rules with { KeySubjects = [new KeySubject(list[0], "上年度两次处罚")] });
        Assert.Equal(list.Length - 1, key.RestingReasons["RI2120"]);
        Assert.Empty((await PreviewAsync(way, task, Rules with { ExemptClasses = ["A", "B", "C", "D"] })).Resting);

        RestingRules exempt = Rules with { Exempt = new ExemptTask(RestingExemption.Complaint, "12345 热线集中投诉") };
        await way.Tasks.DesignAsync(
            Way.Drafter, task, DirectoryCriteria.Everything, Stratification.Region, Named(exempt), exempt, Cancellation);
        FrozenTask frozen = await FreezeAsync(way, task);
        Assert.Empty(frozen.Resting!);
        Assert.Empty((await way.Draws.RestingFileAsync("D2026-0002", task, Cancellation))!);
        Assert.Null(await way.Draws.RestingFileAsync(Way.DrawId, Way.TaskId, Cancellation));
    }

    [Fact]
    public async Task ReadAsync_JointVisitAndList_OneVisitAndItsDay()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        IVisitHistory history = store.Get<IVisitHistory>();
        Assert.Empty(await history.ReadAsync(new LocalDate(2026, 1, 1), Cancellation));
        await way.GoAsync("draw");
        ImmutableArray<PastVisit> drawn = await history.ReadAsync(new LocalDate(2026, 1, 1), Cancellation);
        Assert.All(drawn, v => Assert.Equal((Way.TaskId, new LocalDate(2026, 12, 31)), (v.TaskId, v.On)));
        await way.GoAsync("conclude", after: "draw");
        ImmutableArray<PastVisit> planned = await history.ReadAsync(new LocalDate(2026, 1, 1), Cancellation);
        Assert.Equal(drawn.Select(v => v.SubjectCode).Order(StringComparer.Ordinal), planned.Select(v => v.SubjectCode).Order(StringComparer.Ordinal));
        VisitView concluded = (await store.Get<IViews>().FindAsync<VisitView>(Way.VisitId, Cancellation))!;
        Assert.Equal(new LocalDate(2026, 11, 23), planned.Single(v => v.SubjectCode == concluded.SubjectCode).On);
        Assert.All(planned.Where(v => v.SubjectCode != concluded.SubjectCode), v => Assert.Equal(new LocalDate(2026, 12, 4), v.On));
        Assert.DoesNotContain(await history.ReadAsync(new LocalDate(2026, 11, 24), Cancellation), v => v.SubjectCode == concluded.SubjectCode);
        Assert.Contains(await history.ReadAsync(new LocalDate(2026, 11, 23), Cancellation), v => v.SubjectCode == concluded.SubjectCode);
    }

    [Fact]
    public async Task DesignAsync_RulesThatDoNotHold_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("approve");
        await Refused("RI2126", Rules, Way.Design, ("statement", "抽后休整：同一机关每年至多检查1次。"));
        await Refused("RI2124", new RestingRules(), Way.Design);
        RestingRules unlisted = new() { RestDays = 90, Exempt = new ExemptTask(RestingExemption.SpecialCheck, "省级部署") };
        await Refused("RI2127", unlisted, Named(unlisted), ("kindEn", "a special check deployed from above"));
        RestingRules unknown = Rules with { KeySubjects = [new KeySubject("91210100MA0XXXXX0X", "重点")] };
        await Refused("RI2125", unknown, Named(unknown), ("code", "91210100MA0XXXXX0X"));

        Task Refused(string code, RestingRules rules, DesignDocument design, params (string, string)[] values) => LedgerAssert.RefusedAsync(
            store, code, () => way.Tasks.DesignAsync(Way.Drafter, Way.TaskId, DirectoryCriteria.Everything, Stratification.Region, design, rules, Cancellation), values);
    }

    [Fact]
    public async Task PreviewAsync_HistoryOfTheHosts_Wins()
    {
        string visited = SampleSubjects.Generate(500).First(s => s.Status == SubjectStatus.Active).Code;
        await using TemporaryStore store = await TemporaryStore.CreateAsync(
            first: services => services.AddSingleton<IVisitHistory>(new Told([new PastVisit(visited, "fire", "elsewhere", "1", new LocalDate(2026, 2, 1))])));
        using Way way = new(store);
        await way.GoAsync("approve");
        Assert.Equal(1, (await PreviewAsync(way, Way.TaskId, new RestingRules { VisitsInAll = 1 })).RestingReasons["RI2121"]);
        Assert.Empty((await PreviewAsync(way, Way.TaskId, Rules)).Resting);
    }

    private static DesignDocument Named(RestingRules rules) => DesignDocument.Parse(
        $$"""{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0.1","D":"0.3"},"minimumPerStratum":1,"reservesPerCell":1,"basis":"{{rules.NameIn(null)}}"}""");

    private static Task<TaskPreview> PreviewAsync(Way way, string task, RestingRules rules) =>
        way.Tasks.PreviewAsync(task, Way.Morning, DirectoryCriteria.Everything, Stratification.Region, Way.Design.Design, rules, Cancellation);

    /// <summary>A second task, designed with rules.</summary>
    private static async Task<string> TaskAsync(Way way, Acting drafter, RestingRules rules, string item = "SCJG-01")
    {
        string plan = await way.Plans.BeginAsync(drafter, 2026, "另一计划", Cancellation);
        string task = await way.Plans.AddTaskAsync(drafter, plan, "另一抽查", [item], new LocalDate(2026, 11, 10), new LocalDate(2026, 12, 20), Cancellation);
        await way.Plans.SubmitAsync(drafter, plan, Cancellation);
        await way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);
        await way.Tasks.DesignAsync(drafter, task, DirectoryCriteria.Everything, Stratification.Region, Named(rules), rules, Cancellation);
        return task;
    }

    private static async Task<FrozenTask> FreezeAsync(Way way, string task)
    {
        string draw = await way.Draws.PrepareAsync(Way.Operator, task, FrameKey.Of(SHA256.HashData("key 2"u8)), "sha-256", Cancellation);
        return (await way.Draws.FindAsync(draw, Cancellation)).Preparation.Tasks[0];
    }

    private static async Task DrawAsync(Way way, string draw)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await way.Draws.EnrolOperatorAsync(Way.Operator, draw, PartySignature.PublicKey(key), Cancellation);
        await way.Draws.OpenAsync(Way.Operator, draw, new OpeningDeadlines(Way.Morning + Duration.FromHours(1), Way.Morning + Duration.FromHours(2)), Cancellation);
        DrawCeremony ceremony = await way.Draws.FindAsync(draw, Cancellation);
        string value = new('3', 64);
        Digest commitment = SeedText.Commitment(ceremony.Opening!, Way.Operator.Person.Id, value, Sha256.Instance);
        string statement = SeedText.CommitmentToSign(Digest.Parse(ceremony.OpeningDigest!), Way.Operator.Person.Id, commitment);
        await way.Draws.CommitAsync(Way.Operator, draw, commitment, PartySignature.Sign(key, Encoding.UTF8.GetBytes(statement)), Cancellation);
        await way.Draws.RevealAsync(Way.Operator, draw, value, Cancellation);
        await way.Draws.DrawAsync(Way.Operator, draw, Cancellation);
    }

    private static async Task<string[]> ListAsync(Way way, string draw) =>
        [.. RecordDocument.Read((await way.Draws.PublicRecordAsync(draw, Cancellation))!).Tasks[0].Selected.Select(u => u.Id)];

    private static IEnumerable<string> Lines(byte[] file) => Encoding.UTF8.GetString(file).Split('\n').SkipLast(1).Select(line => line + "\n");

    /// <summary>A history that a host has of its own.</summary>
    private sealed class Told(ImmutableArray<PastVisit> visits) : IVisitHistory
    {
        public Task<ImmutableArray<PastVisit>> ReadAsync(LocalDate from, CancellationToken cancellation) => Task.FromResult(visits);
    }
}
