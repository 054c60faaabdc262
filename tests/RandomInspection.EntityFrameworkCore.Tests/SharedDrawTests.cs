using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>Several tasks in one draw: offered, frozen all or none, drawn from one seed, voided and tried again together.</summary>
public abstract class SharedDrawTests
{
    private const string EcologyTask = "P2026-002-T01";

    private static readonly Acting EcologyDrafter = new(new Person("huan", "桓", "Huan", SampleDepartments.Ecology, [Role.Drafter]), Way.Morning);
    private static readonly Acting EcologyOperator = new(new Person("qi", "祁", "Qi", SampleDepartments.Ecology, [Role.DrawingOperator]), Way.Morning);

    private static readonly DesignDocument Quarter = DesignDocument.Parse("""{"kind":"fixed","size":125,"weights":{"A":1,"B":1,"C":1,"D":1}}""");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfferAsync_OfOneDepartmentToAnother_OnceAndWithdrawn()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("submit");
        await EcologyAsync(way, designed: false);
        await LedgerAssert.RefusedAsync(store, "RI2101", () => way.Draws.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation), ("task", Way.TaskId), ("stateZh", "待政府批准"));
        await way.GoAsync("approve", after: "submit");
        await LedgerAssert.RefusedAsync(store, "RI2102", () => way.Draws.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation), ("task", EcologyTask));
        await DesignAsync(way);
        await LedgerAssert.RefusedAsync(store, "RI2012", () => way.Draws.OfferAsync(Way.Operator, EcologyTask, Way.TaskId, Cancellation), ("department", SampleDepartments.Ecology));
        await LedgerAssert.RefusedAsync(store, "RI2009", () => way.Draws.OfferAsync(EcologyOperator, EcologyTask, "nothing", Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI2131", () => way.Draws.OfferAsync(EcologyOperator, EcologyTask, EcologyTask, Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI2132", () => way.Draws.WithdrawOfferAsync(EcologyOperator, EcologyTask, Cancellation));
        await way.Draws.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation);
        Assert.Equal([EcologyTask], await OffersAsync(store));
        await LedgerAssert.RefusedAsync(store, "RI2130", () => way.Draws.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation), ("with", Way.TaskId));
        await way.Draws.WithdrawOfferAsync(EcologyOperator, EcologyTask, Cancellation);
        Assert.Empty(await OffersAsync(store));
        await way.GoAsync("prepare", after: "approve");
        await LedgerAssert.RefusedAsync(store, "RI2103", () => way.Draws.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation), ("task", Way.TaskId), ("draw", Way.DrawId));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task PrepareAsync_NotOfferedOrOneThatDoesNotFit_NoneIsFrozen()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("design");
        await EcologyAsync(way);
        await LedgerAssert.RefusedAsync(
            store, "RI2133", () => PrepareAsync(way, Way.TaskId, EcologyTask), ("task", EcologyTask), ("department", SampleDepartments.Ecology), ("with", Way.TaskId));
        await way.Draws.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI2012", () => way.Draws.PrepareAsync(EcologyOperator, Together(Way.TaskId, EcologyTask), "sha-256", Cancellation));

        // Offered for the other's draw, not for this one's.
        await LedgerAssert.RefusedAsync(
            store, "RI2133", () => way.Draws.PrepareAsync(EcologyOperator, Together(EcologyTask, Way.TaskId), "sha-256", Cancellation), ("task", Way.TaskId), ("with", EcologyTask));
        await LedgerAssert.RefusedAsync(store, "RI1304", () => PrepareAsync(way, Way.TaskId, Way.TaskId), ("name", Way.TaskId));
        await LedgerAssert.RefusedAsync(store, "RI2009", () => PrepareAsync(way, Way.TaskId, "nothing"));
        await way.Draws.PrepareAsync(EcologyOperator, EcologyTask, KeyOf(EcologyTask), "sha-256", Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI2103", () => PrepareAsync(way, Way.TaskId, EcologyTask), ("task", EcologyTask));
        Assert.Null((await way.Tasks.FindAsync(Way.TaskId, Cancellation)).Task.Draw);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task DrawAsync_TwoDepartments_OneSeedAndEachTasksOwnSelection()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await SharedAsync(way);
        await way.GoAsync("draw", after: "prepare");
        DrawCeremony ceremony = await way.Draws.FindAsync(Way.DrawId, Cancellation);
        Assert.Equal([null, SampleDepartments.Ecology], ceremony.Preparation.Tasks.Select(t => t.DepartmentId));
        Assert.NotEqual(ceremony.Preparation.Tasks[0].FrameKey, ceremony.Preparation.Tasks[1].FrameKey);

        // What each task gave is what its own frame and design give with this seed: that another shares it changes no chance.
        DrawRecord record = RecordDocument.Read((await way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation))!);
        List<CoordinatedTask> tasks = [];
        foreach ((RecordedTask recorded, DesignDocument design) in record.Tasks.Zip([Way.Design, Quarter]))
        {
            Frame frame = FrameFile.Read(await way.Draws.FrameFileAsync(Way.DrawId, recorded.Id, Cancellation));
            DrawResult alone = new DrawEngine().Draw(frame, design.Design, ceremony.Seed(), "sha-256");
            Assert.Equal(alone.Selected, recorded.Selected);
            tasks.Add(new CoordinatedTask(frame, new DrawEngine().Expect(frame.Cells, design.Design), [.. alone.Selected.Select(u => u.Id)]));
        }

        Coordination coordination = ceremony.Drawing!.Coordination!;
        Assert.Equal(CoordinationCount.Of(tasks), coordination);
        Assert.Equal((2, record.Tasks.Sum(t => (long)t.Selected.Length)), (coordination.Tasks, coordination.Selected));
        Assert.Equal(tasks[0].Selected.Intersect(tasks[1].Selected).Count(), coordination.SelectedInSeveral);
        Assert.True(coordination.VisitsSaved > 0);

        // Each department publishes its own list; each task finds its draw; each frame verifies; each has a view for its subjects.
        ImmutableArray<ObligationView> duties = await store.Get<IViews>().QueryAsync(new OpenObligationsOf(SampleDepartments.Ecology), Cancellation);
        Assert.Equal(DisclosureWorkflow.ListDuty(Way.DrawId, EcologyTask), Assert.Single(duties, d => d.About == Way.DrawId).Key);
        Assert.Equal(DisclosureWorkflow.ListDuty(Way.DrawId, null), Assert.Single(await store.Get<IViews>().QueryAsync(new OpenObligationsOf(SampleDepartments.Market), Cancellation), d => d.About == Way.DrawId).Key);
        foreach (string task in (string[])[Way.TaskId, EcologyTask])
        {
            DrawView row = Assert.Single(await store.Get<IViews>().QueryAsync(new DrawsOfTask(task), Cancellation));
            Assert.Equal([Way.TaskId, EcologyTask], row.TaskIds);
            Assert.Equal((Assurance.Witnessed, false), (row.Assurance, row.BreakOff));
            Assert.Equal((ceremony.Preparation.Tasks.Sum(t => (long)t.FrameSize), coordination.Selected, ceremony.Drawing.At), (row.FrameSize, row.Selected, row.EndedAt));
            string drawn = record.Tasks.Single(t => t.Id == task).Selected[0].Id;
            RecordedSubject subject = RecordDocument.Read((await way.Draws.SubjectRecordAsync(Way.DrawId, drawn, Cancellation, task))!).Subject!;
            Assert.Equal((task, drawn, true), (subject.Task, subject.Proof.Unit.Id, subject.Drawn));
        }

        Assert.Empty(await store.Get<IViews>().QueryAsync(new DrawsOfTask("P2026-002-T0"), Cancellation));
        await LedgerAssert.VerifiesAsync(store, Way.DrawId);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task EnrolWitnessAsync_OfADepartmentThatSharesTheDraw_RI1353()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await SharedAsync(way);
        Acting witness = new(new Person("huan", "桓", "Huan", SampleDepartments.Ecology, [Role.Witness]), Way.Morning);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await LedgerAssert.RefusedAsync(
            store, "RI1353", () => way.Draws.EnrolWitnessAsync(witness, Way.DrawId, PartySignature.PublicKey(key), Cancellation), ("person", "huan"), ("task", EcologyTask));
        await LedgerAssert.RefusedAsync(
            store, "RI1334", () => way.Draws.EnrolWitnessAsync(Way.Operator, Way.DrawId, PartySignature.PublicKey(key), Cancellation), ("person", Way.Operator.Person.Id));
    }

    [Fact]
    public async Task ConfirmVoidAsync_SharedDraw_ReleasesAllAndTheSameSetGoesOn()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await SharedAsync(way);
        await way.GoAsync("open", after: "prepare");
        await VoidAsync(way, Way.DrawId);
        Assert.Null((await way.Tasks.FindAsync(EcologyTask, Cancellation)).Task.Draw);

        string again = await PrepareAsync(way, Way.TaskId, EcologyTask);
        CeremonyEvent.Prepared prepared = (await way.Draws.FindAsync(again, Cancellation)).Preparation;
        Assert.Equal(("D2026-0002", 2, Way.DrawId), (again, prepared.Attempt, prepared.Previous!.Draw));
        Assert.Equal([Way.TaskId, EcologyTask], prepared.Tasks.Select(t => t.TaskId));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task PrepareAsync_AfterAVoidedDrawWithAnotherSet_NoAttemptIsLeftUnnamed()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await SharedAsync(way);
        await way.GoAsync("open", after: "prepare");
        await VoidAsync(way, Way.DrawId);

        // One goes on alone: it is chained to the draw that both shared, and so is the other.
        string alone = await PrepareAsync(way, Way.TaskId);
        Assert.Equal((2, Way.DrawId), Chain(await way.Draws.FindAsync(alone, Cancellation)));
        await OpenAndVoidAsync(way, alone);

        // Now they come from different attempts, which one opening cannot both name.
        await LedgerAssert.RefusedAsync(
            store, "RI2134", () => PrepareAsync(way, Way.TaskId, EcologyTask), ("task", Way.TaskId), ("previous", alone), ("other", EcologyTask), ("otherPrevious", Way.DrawId));
        string ecology = await way.Draws.PrepareAsync(EcologyOperator, EcologyTask, KeyOf(EcologyTask), "sha-256", Cancellation);
        Assert.Equal((2, Way.DrawId), Chain(await way.Draws.FindAsync(ecology, Cancellation)));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task PrepareAsync_NeverVoidedTaskStartsWithOneThatWas_ItsAttemptIsNamed()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("design");
        await EcologyAsync(way);
        string first = await way.Draws.PrepareAsync(EcologyOperator, EcologyTask, KeyOf(EcologyTask), "sha-256", Cancellation);
        await OpenAndVoidAsync(way, first, EcologyOperator);
        await way.Draws.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation);
        string shared = await PrepareAsync(way, Way.TaskId, EcologyTask);
        Assert.Equal((2, first), Chain(await way.Draws.FindAsync(shared, Cancellation)));
    }

    [Fact]
    public async Task PrepareAsync_ManyTasksAtOnce_EachGetsANumberAndNoneIsLeftOut()
    {
        const int Tasks = 6;
        await using TemporaryStore one = await TemporaryStore.CreateAsync();
        await using TemporaryStore two = await TemporaryStore.CreateAsync(one.Folder);
        using Way way = new(one);
        using Way other = new(two);
        await way.GoAsync("begin");
        List<string> tasks = [];
        for (int i = 0; i < Tasks; i++)
        {
            tasks.Add(await way.Plans.AddTaskAsync(Way.Drafter, Way.PlanId, $"抽查 {i}", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation));
        }

        await way.GoAsync("approve", after: "addTask");
        foreach (string task in tasks)
        {
            await way.Tasks.DesignAsync(Way.Drafter, task, DirectoryCriteria.Everything, Stratification.Region, Way.Design, Cancellation);
        }

        using Barrier start = new(Tasks);
        string[] draws = await Task.WhenAll(tasks.Select((task, i) => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Cancellation);
                return PrepareAsync(i % 2 == 0 ? way : other, task);
            },
            Cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        Assert.Equal(Enumerable.Range(1, Tasks).Select(n => $"D2026-{n:0000}"), draws.Order(StringComparer.Ordinal));
        foreach ((string task, string draw) in tasks.Zip(draws))
        {
            Assert.Equal((draw, draw), ((await way.Tasks.FindAsync(task, Cancellation)).Task.Draw, Assert.Single(await one.Get<IViews>().QueryAsync(new DrawsOfTask(task), Cancellation)).Key));
        }

        await LedgerAssert.IsSoundAsync(one);
        await LedgerAssert.IsSoundAsync(two);
    }

    [Fact]
    public async Task DrawAsync_SystemValue_OneStepAndOperatorAssurance()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("prepare");
        await LedgerAssert.RefusedAsync(store, "RI2012", () => way.Draws.EnrolSystemAsync(EcologyOperator, Way.DrawId, Cancellation));
        await way.Draws.EnrolSystemAsync(Way.Operator, Way.DrawId, Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI1305", () => way.StepAsync("enrolWitness"));
        await way.StepAsync("open");
        byte[] value = SHA256.HashData("host"u8);
        await LedgerAssert.RefusedAsync(store, "RI1352", () => way.Draws.DrawAsync(Way.Operator, Way.DrawId, Cancellation), ("draw", Way.DrawId));
        await LedgerAssert.RefusedAsync(store, "RI1330", () => way.Draws.DrawAsync(Way.Later(Way.Operator), Way.DrawId, Cancellation, value));
        LedgerHead before = await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        await way.Draws.DrawAsync(Way.Operator, Way.DrawId, Cancellation, value);
        Assert.Equal(before.Size + 3, (await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size); // value, selection, duty to publish
        Assert.Equal(["draw.revealed", "draw.drawn"], (await store.Get<ILedger>().ReadStreamAsync("draw/" + Way.DrawId, Cancellation)).TakeLast(2).Select(e => e.Type));
        DrawView row = (await store.Get<IViews>().FindAsync<DrawView>(Way.DrawId, Cancellation))!;
        Assert.Equal((Assurance.Operator, false), (row.Assurance, row.BreakOff));
        await LedgerAssert.VerifiesAsync(store, Way.DrawId);
        await LedgerAssert.IsSoundAsync(store);

        // And a match the same way.
        await way.GoAsync("prepareMatch", after: "draw");
        await way.Draws.EnrolSystemAsync(Way.Operator, Way.MatchId, Cancellation);
        await way.StepAsync("openMatch");
        await LedgerAssert.RefusedAsync(store, "RI1352", () => way.Matches.MatchAsync(Way.Operator, Way.MatchId, Cancellation));
        await way.Matches.MatchAsync(Way.Operator, Way.MatchId, Cancellation, systemValue: value);
        Assert.Equal(Assurance.Operator, (await store.Get<IViews>().FindAsync<MatchView>(Way.MatchId, Cancellation))!.Assurance);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task DrawAsync_WithASystemValueThatIsNotDue_RI1320()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("enterPublic");
        await LedgerAssert.RefusedAsync(store, "RI1320", () => way.Draws.DrawAsync(Way.Later(Way.Operator), Way.DrawId, Cancellation, new byte[32]));
    }

    private static (int, string?) Chain(DrawCeremony ceremony) => (ceremony.Preparation.Attempt, ceremony.Preparation.Previous?.Draw);

    private static FrameKey KeyOf(string task) => FrameKey.Of(SHA256.HashData(Encoding.UTF8.GetBytes(task)));

    private static ImmutableArray<TaskToDraw> Together(params string[] tasks) => [.. tasks.Select(t => new TaskToDraw(t, KeyOf(t)))];

    private static Task<string> PrepareAsync(Way way, params string[] tasks) => way.Draws.PrepareAsync(Way.Operator, Together(tasks), "sha-256", Cancellation);

    private static async Task<string[]> OffersAsync(TemporaryStore store) =>
        [.. (await store.Get<IViews>().QueryAsync(new DrawOffersTo(Way.TaskId), Cancellation)).Select(o => o.Key)];

    /// <summary>Two departments' tasks over the same directory, frozen for one draw.</summary>
    private static async Task SharedAsync(Way way)
    {
        await way.GoAsync("design");
        await EcologyAsync(way);
        await way.Draws.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation);
        Assert.Equal(Way.DrawId, await PrepareAsync(way, Way.TaskId, EcologyTask));
    }

    private static async Task EcologyAsync(Way way, bool designed = true)
    {
        string plan = await way.Plans.BeginAsync(EcologyDrafter, 2026, "生态环境局年度计划", Cancellation);
        Assert.Equal(EcologyTask, await way.Plans.AddTaskAsync(EcologyDrafter, plan, "排污许可抽查", ["STHJ-01"], new LocalDate(2026, 11, 10), new LocalDate(2026, 12, 20), Cancellation));
        await way.Plans.SubmitAsync(EcologyDrafter, plan, Cancellation);
        await way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);
        if (designed)
        {
            await DesignAsync(way);
        }
    }

    private static Task DesignAsync(Way way) =>
        way.Tasks.DesignAsync(EcologyDrafter, EcologyTask, DirectoryCriteria.Everything, Stratification.None, Quarter, Cancellation);

    private static async Task OpenAndVoidAsync(Way way, string draw, Acting? acting = null)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Acting @operator = acting ?? Way.Operator;
        await way.Draws.EnrolOperatorAsync(@operator, draw, PartySignature.PublicKey(key), Cancellation);
        await way.Draws.OpenAsync(@operator, draw, new OpeningDeadlines(Way.Morning + Duration.FromHours(1), Way.Morning + Duration.FromHours(2)), Cancellation);
        await VoidAsync(way, draw, acting);
    }

    private static async Task VoidAsync(Way way, string draw, Acting? acting = null)
    {
        Acting head = acting is null ? Way.Head : acting with { Person = new Person("head", "首长", "Head", acting.Person.DepartmentId, [Role.AuthorityHead]) };
        await way.Draws.ProposeVoidAsync(acting ?? Way.Operator, draw, "停电", Cancellation);
        await way.Draws.ConfirmVoidAsync(head, draw, Cancellation);
    }
}
