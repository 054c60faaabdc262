using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>What is refused on the way leaves the ledger as it was.</summary>
public abstract class MustHoldTests
{
    private static readonly FrameKey Key = FrameKey.Of(SHA256.HashData("key"u8));
    private static readonly string NewKey = PartySignature.PublicKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("addTask", "Draft")]
    [InlineData("submit", "Submitted")]
    public async Task PrepareAsync_PlanNotApproved_RI2101(string reached, string state)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync(reached);
        await way.StepAsync("design");
        await LedgerAssert.RefusedAsync(store, "RI2101", () => way.StepAsync("prepare"), ("task", Way.TaskId), ("plan", Way.PlanId), ("state", state));
    }

    [Fact]
    public async Task DesignAsync_UnfitDesignOrCriteria_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("approve");
        await LedgerAssert.RefusedAsync(store, "RI2102", () => way.StepAsync("prepare"), ("task", Way.TaskId));
        await LedgerAssert.RefusedAsync(store, "RI1211", () => SetDesign("""{"kind":"fixed","size":501,"weights":{"A":1,"B":1,"C":1,"D":1}}"""), ("size", "501"), ("where", "全部 all"));
        await LedgerAssert.RefusedAsync(store, "RI1210", () => SetDesign("""{"kind":"fixed","size":1,"weights":{"A":1}}"""), ("class", "B"));
        await LedgerAssert.RefusedAsync(store, "RI1214", () => SetDesign("""{"kind":"rates","rates":{"A":"1","B":"1","C":"1","D":"1"},"stratumRates":{"北京":{}}}"""), ("stratum", "北京"));
        await LedgerAssert.RefusedAsync(store, "RI2105", () => SetDesign(Way.Design.Text, new DirectoryCriteria(["北京"], [], [])), ("value", "北京"), ("fieldEn", "region"));
        await LedgerAssert.RefusedAsync(store, "RI2105", () => SetDesign(Way.Design.Text, new DirectoryCriteria([], ["Z"], [])), ("value", "Z"), ("fieldEn", "trade"));
        await LedgerAssert.RefusedAsync(store, "RI2105", () => SetDesign(Way.Design.Text, new DirectoryCriteria([], [], ["E"])), ("value", "E"), ("fieldEn", "credit class"));
        await LedgerAssert.RefusedAsync(store, "RI2009", () => way.Tasks.DesignAsync(Way.Drafter, "T9", DirectoryCriteria.Everything, Stratification.None, Way.Design, Cancellation), ("task", "T9"));

        Task SetDesign(string design, DirectoryCriteria? criteria = null) =>
            way.Tasks.DesignAsync(Way.Drafter, Way.TaskId, criteria ?? DirectoryCriteria.Everything, Stratification.Region, DesignDocument.Parse(design), Cancellation);
    }

    [Fact]
    public async Task PrepareAsync_DirectoryShrankSinceTheDesign_RI1211OrRI2104()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("approve");
        await way.Tasks.DesignAsync(
            Way.Drafter, Way.TaskId, DirectoryCriteria.Everything, Stratification.None, DesignDocument.Parse("""{"kind":"fixed","size":400,"weights":{"A":1,"B":1,"C":1,"D":1}}"""), Cancellation);
        ImmutableArray<Subject> subjects = [.. SampleData.SampleSubjects.Generate(500).Select((s, i) => i < 200 ? s with { Status = SubjectStatus.Revoked } : s)];
        await Merge(store, subjects);
        await LedgerAssert.RefusedAsync(store, "RI1211", () => way.StepAsync("prepare"), ("size", "400"));
        await Merge(store, [.. subjects.Select(s => s with { Status = SubjectStatus.Deregistered })]);
        await LedgerAssert.RefusedAsync(store, "RI2104", () => way.StepAsync("prepare"), ("task", Way.TaskId));
        Assert.Empty(await store.Get<IViews>().QueryAsync(new AllDraws(), Cancellation));
    }

    [Fact]
    public async Task Ceremony_RevealsOutOfTurn_RI1322RI1323RI1324RI1325()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("commitOperator");
        await LedgerAssert.RefusedAsync(store, "RI1322", () => way.StepAsync("revealOperator"), ("missing", Way.Witness.Person.Id));
        await way.StepAsync("commitWitness");
        await LedgerAssert.RefusedAsync(store, "RI1325", () => way.StepAsync("revealWitness"), ("drawing", Way.Operator.Person.Id));
        await LedgerAssert.RefusedAsync(store, "RI1323", () => way.RevealOperatorAsync(Way.DrawId, new string('3', 64)), ("party", Way.Operator.Person.Id));
        await LedgerAssert.RefusedAsync(store, "RI1308", () => way.RevealOperatorAsync(Way.DrawId, "３"), ("value", "３"));
        await way.StepAsync("revealOperator");
        await LedgerAssert.RefusedAsync(store, "RI1324", () => way.StepAsync("revealOperator"), ("party", Way.Operator.Person.Id));
        await LedgerAssert.RefusedAsync(store, "RI1320", () => way.StepAsync("draw"), ("state", "Revealing"));
        await LedgerAssert.RefusedAsync(store, "RI1329", () => way.Draws.StrikeAsync(Way.Operator, Way.DrawId, Way.Witness.Person.Id, Cancellation), ("party", Way.Witness.Person.Id));
    }

    [Fact]
    public async Task Ceremony_OperatorAsWitness_RI1334OrRI1321()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("enrolOperator");
        Person both = Way.Operator.Person with { Roles = [Role.DrawingOperator, Role.Witness] };
        await LedgerAssert.RefusedAsync(
            store, "RI1334", () => way.Draws.EnrolWitnessAsync(new Acting(both, Way.Morning), Way.DrawId, NewKey, Cancellation), ("person", both.Id), ("department", both.DepartmentId));

        // Moved to another department in between: still the same person.
        Acting moved = new(both with { DepartmentId = "discipline" }, Way.Morning);
        await LedgerAssert.RefusedAsync(store, "RI1321", () => way.Draws.EnrolWitnessAsync(moved, Way.DrawId, NewKey, Cancellation), ("person", both.Id));
    }

    [Fact]
    public async Task Ceremony_BadPublicValue_RefusedWhileItCanStillBeMended()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("enrolWitness");
        await LedgerAssert.RefusedAsync(
            store, "RI1204", () => way.Draws.AddPublicValueAsync(Way.Operator, Way.DrawId, "福彩 3D", "福彩", "1000", null, Cancellation), ("document", "opening"));
        await way.StepAsync("publicValue");
        await way.StepAsync("open");
    }

    [Fact]
    public async Task Workflows_OtherDepartment_RI2012()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("begin");
        Acting drafter = Elsewhere(Way.Drafter), operating = Elsewhere(Way.Operator), head = Elsewhere(Way.Head);
        await Refused(() => way.Plans.AddTaskAsync(drafter, Way.PlanId, "x", ["SCJG-01"], new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 2), Cancellation));
        await Refused(() => way.Plans.SubmitAsync(drafter, Way.PlanId, Cancellation));
        await way.GoAsync("prepare", after: "begin");
        await Refused(() => way.Tasks.DesignAsync(drafter, Way.TaskId, DirectoryCriteria.Everything, Stratification.None, Way.Design, Cancellation), "RI2103", "RI2012");
        await Refused(() => way.Draws.PrepareAsync(operating, Way.TaskId, Key, "sha-256", Cancellation));
        await Refused(() => way.Draws.EnrolOperatorAsync(operating, Way.DrawId, NewKey, Cancellation));
        await Refused(() => way.Draws.AddPublicValueAsync(operating, Way.DrawId, "x", "x", null, null, Cancellation));
        await Refused(() => way.Draws.OpenAsync(operating, Way.DrawId, new OpeningDeadlines(Way.Morning, Way.Morning), Cancellation));
        await Refused(() => way.Draws.StrikeAsync(operating, Way.DrawId, "x", Cancellation));
        await Refused(() => way.Draws.DrawAsync(operating, Way.DrawId, Cancellation));
        await Refused(() => way.Draws.ProposeVoidAsync(operating, Way.DrawId, "x", Cancellation));
        await Refused(() => way.Draws.ConfirmVoidAsync(head, Way.DrawId, Cancellation));

        async Task Refused(Func<Task> step, params string[] codes)
        {
            LedgerHead before = await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
            RefusalException refused = await Assert.ThrowsAnyAsync<RefusalException>(step);
            Assert.Contains(refused.Refusal.Code, codes.Length == 0 ? ["RI2012"] : codes);
            Assert.Equal(before, await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
        }

        static Acting Elsewhere(Acting acting) => acting with { Person = acting.Person with { DepartmentId = "ecology-2" } };
    }

    [Fact]
    public async Task Workflows_RoleMissing_RI2013()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("addTask");
        Acting nobody = Way.Drafter with { Person = Way.Drafter.Person with { Roles = [] } };
        (string Role, Func<Task> Step)[] steps =
        [
            ("Drafter", () => way.Plans.BeginAsync(nobody, 2026, "x", Cancellation)),
            ("Drafter", () => way.Plans.AddTaskAsync(nobody, Way.PlanId, "x", ["SCJG-01"], new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 2), Cancellation)),
            ("Drafter", () => way.Plans.ReviseTaskAsync(nobody, Way.PlanId, new PlannedTask(Way.TaskId, "x", ["SCJG-01"], new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 2)), Cancellation)),
            ("Drafter", () => way.Plans.RemoveTaskAsync(nobody, Way.PlanId, Way.TaskId, Cancellation)),
            ("Drafter", () => way.Plans.SubmitAsync(nobody, Way.PlanId, Cancellation)),
            ("GovernmentApprover", () => way.Plans.ReturnAsync(Way.Drafter, Way.PlanId, "x", Cancellation)),
            ("GovernmentApprover", () => way.Plans.ApproveAsync(Way.Drafter, Way.PlanId, Cancellation)),
            ("Drafter, DrawingOperator", () => way.Tasks.DesignAsync(nobody, Way.TaskId, DirectoryCriteria.Everything, Stratification.None, Way.Design, Cancellation)),
            ("DrawingOperator", () => way.Draws.PrepareAsync(Way.Drafter, Way.TaskId, Key, "sha-256", Cancellation)),
        ];
        foreach ((string role, Func<Task> step) in steps)
        {
            await LedgerAssert.RefusedAsync(store, "RI2013", step, ("role", role), ("person", Way.Drafter.Person.Id));
        }

        await way.GoAsync("prepare", after: "addTask");
        Acting head = Way.Head with { Person = Way.Head.Person with { Roles = [Role.Drafter] } };
        Acting witness = Way.Witness with { Person = Way.Witness.Person with { Roles = [Role.Supervisor] } };
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Draws.EnrolOperatorAsync(Way.Drafter, Way.DrawId, NewKey, Cancellation), ("role", "DrawingOperator"));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Draws.EnrolWitnessAsync(witness, Way.DrawId, NewKey, Cancellation), ("role", "Witness"));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Draws.ConfirmVoidAsync(head, Way.DrawId, Cancellation), ("role", "AuthorityHead"));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Draws.DrawAsync(Way.Drafter, Way.DrawId, Cancellation), ("role", "DrawingOperator"));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Draws.RevealAsync(witness, Way.DrawId, new string('2', 64), Cancellation), ("role", "DrawingOperator, Witness"));
    }

    [Fact]
    public async Task Workflows_NoSuchThing_RI2009RI2010RI2011()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await LedgerAssert.RefusedAsync(store, "RI2010", () => way.StepAsync("submit"), ("plan", Way.PlanId));
        await LedgerAssert.RefusedAsync(store, "RI2009", () => way.StepAsync("prepare"), ("task", Way.TaskId));
        await LedgerAssert.RefusedAsync(store, "RI2011", () => way.StepAsync("open"), ("draw", Way.DrawId));
        await LedgerAssert.RefusedAsync(store, "RI2011", () => way.Draws.PublicRecordAsync("x", Cancellation), ("draw", "x"));
        await way.GoAsync("addTask");
        await way.Plans.RemoveTaskAsync(Way.Drafter, Way.PlanId, Way.TaskId, Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI2009", () => way.StepAsync("design"), ("task", Way.TaskId));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task Records_BeforeTheEnd_Null()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("enterPublic");
        Assert.Null(await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation));
        Assert.Null(await way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation));
        Assert.Null(await way.Draws.SubjectRecordAsync(Way.DrawId, "x", Cancellation));
        await way.StepAsync("draw");
        Assert.Null(await way.Draws.SubjectRecordAsync(Way.DrawId, "x", Cancellation));
        Assert.NotNull(await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation));
    }

    private static Task<DirectoryEvent.Merged> Merge(TemporaryStore store, ImmutableArray<Subject> subjects) => store.Get<DirectoryWorkflow>().MergeAsync(
        new Actor("ku", Role.DirectoryKeeper), new SubjectFile("x.csv", new string('0', 64), subjects, 0, 0), Way.Morning, Cancellation);
}
