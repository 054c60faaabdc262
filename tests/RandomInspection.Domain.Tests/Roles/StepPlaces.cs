using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Roles;

/// <summary>Places on the way and beside it, each reached once and forked by whoever goes on from there.</summary>
internal static partial class StepPlaces
{
    public const string SecondTask = "P2026-002-T01";
    public const string SecretPlan = "A2026-S001";
    public const string ResultDuty = $"result-{Way.VisitId}";

    public static readonly LocalDate SealedDay = new(2026, 11, 23);

    private static readonly ConcurrentDictionary<string, Lazy<Task<MemoryHost>>> Reached = new(StringComparer.Ordinal);
    private static readonly ECDsa SomeKey = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData("operator"u8) });
    private static readonly ECDsa OtherKey = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData("witness"u8) });

    private static readonly DesignDocument NoReserves = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.05","B":"0.05","C":"0.1","D":"0.3"}}""");

    /// <summary>Where a draw's ceremony stands at each place.</summary>
    public static IReadOnlyDictionary<Enum, string> Ceremony { get; } = new Dictionary<Enum, string>
    {
        [CeremonyStatus.Prepared] = "publicValue",
        [CeremonyStatus.Committing] = "open",
        [CeremonyStatus.Revealing] = "commitWitness",
        [CeremonyStatus.AwaitingPublicValue] = "revealWitness",
        [CeremonyStatus.Ready] = "enterPublic",
        [CeremonyStatus.Drawn] = "draw",
        [CeremonyStatus.Void] = "voided",
    };

    /// <summary>A place for each state; for a match's ceremony see <see cref="Match"/>.</summary>
    public static IReadOnlyDictionary<Enum, string> States { get; } = new Dictionary<Enum, string>(Ceremony)
    {
        [CatalogueStatus.Draft] = "catalogueDraft",
        [CatalogueStatus.Submitted] = "catalogueSubmitted",
        [CatalogueStatus.Reviewed] = "catalogueReviewed",
        [CatalogueStatus.Reported] = "catalogueReported",
        [PlanStatus.Draft] = "addTask",
        [PlanStatus.Submitted] = "submit",
        [PlanStatus.Approved] = "approve",
        [TaskStage.Open] = "design",
        [TaskStage.Frozen] = "prepare",
        [TaskStage.Drawn] = "inspectors",
        [TaskStage.MatchFrozen] = "match",
        [VisitStatus.Planned] = "match",
        [VisitStatus.Underway] = "arrive",
        [VisitStatus.Concluded] = "conclude",
        [VisitStatus.Audited] = "audit",
        [VisitStatus.Closed] = "closed",
        [RecusalStage.Open] = "askRecusal",
        [RecusalStage.Decided] = "decideRecusal",
        [DishonestyStatus.Proposed] = "listingProposed",
        [DishonestyStatus.Told] = "listingTold",
        [DishonestyStatus.Heard] = "listingHeard",
        [DishonestyStatus.Listed] = "listed",
        [DishonestyStatus.NotListed] = "notListed",
        [DishonestyStatus.Removed] = "listingRemoved",
        [DishonestyStatus.Withdrawn] = "listingWithdrawn",
        [ObligationStatus.Open] = "audit",
        [ObligationStatus.ExemptionProposed] = "exemptionProposed",
        [ObligationStatus.Exempt] = "exempt",
        [ObligationStatus.Published] = "publishResult",
        [ObligationStatus.WithdrawalOrdered] = "withdrawalOrdered",
        [ObligationStatus.Withdrawn] = "withdrawn",
        [ListChangeState.Proposed] = "proposed",
        [ListChangeState.Declined] = "declined",
        [ListChangeState.Overtaken] = "overtaken",
        [ListChangeState.Replaced] = "replaced",
        [ListChangeState.Short] = "short",
        [ListChangeState.BeingSupplemented] = "beingSupplemented",
        [ListChangeState.Supplemented] = "supplemented",
        [ListChangeState.NobodyLeft] = "nobodyLeft",
    };

    /// <summary>Where a match's ceremony stands at each place.</summary>
    public static IReadOnlyDictionary<Enum, string> Match { get; } = new Dictionary<Enum, string>
    {
        [CeremonyStatus.Prepared] = "enrolMatchWitness",
        [CeremonyStatus.Committing] = "openMatch",
        [CeremonyStatus.Revealing] = "commitMatchWitness",
        [CeremonyStatus.Ready] = "revealMatchWitness",
        [CeremonyStatus.Matched] = "match",
        [CeremonyStatus.Void] = "matchVoided",
    };

    public static string OperatorKey { get; } = PartySignature.PublicKey(SomeKey);

    public static string WitnessKey { get; } = PartySignature.PublicKey(OtherKey);

    public static OpeningDeadlines Deadlines { get; } = new(Way.Morning + Duration.FromHours(1), Way.Morning + Duration.FromHours(2));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The places that are not on the way: from where, and how.</summary>
    private static Dictionary<string, (string From, Func<MemoryHost, Task> Go)> Beside { get; } = new()
    {
        ["catalogued"] = ("import", CataloguePlaces.PublishAsync),
        ["catalogueDraft"] = ("catalogued", CataloguePlaces.DraftAsync),
        ["catalogueSubmitted"] = ("catalogueDraft", CataloguePlaces.SubmitAsync),
        ["catalogueReviewed"] = ("catalogueSubmitted", CataloguePlaces.ReviewAsync),
        ["catalogueReported"] = ("catalogueReviewed", CataloguePlaces.ReportAsync),
        ["amended"] = ("approve", h => h.Way.Plans.AmendAsync(Way.Drafter, Way.PlanId, "机构职能调整", Cancellation)),
        ["choices"] = ("design", h => h.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, ChoicePlaces.Weeks, Cancellation)),
        ["namedTask"] = ("import", ChoicePlaces.NamedTaskAsync),
        ["named"] = ("namedTask", h => h.Way.Tasks.NameAsync(Way.Drafter, ChoicePlaces.NamedTask, ChoicePlaces.Named, Cancellation)),
        ["namedFrozen"] = ("named", ChoicePlaces.FreezeNamedAsync),
        ["namedDrawn"] = ("namedFrozen", h => h.Way.CeremonyAsync(Way.DrawId)),
        ["namedMatched"] = ("namedDrawn", ChoicePlaces.MatchNamedAsync),
        ["drawOffered"] = ("second:design", h => h.Way.Draws.OfferAsync(Way.Operator, Way.TaskId, SecondTask, Cancellation)),
        ["sharedDraw"] = ("design", SharedDrawAsync),
        ["voided"] = ("commitOperator", h => VoidAsync(h, Way.DrawId)),
        ["matchVoided"] = ("openMatch", h => VoidAsync(h, Way.MatchId)),
        ["gone"] = ("draw", async h => await BecomeGoneAsync(h, (await ListAsync(h)).Effective.First().Id)),
        ["goneAfterMatch"] = ("match", async h => await BecomeGoneAsync(h, (await ListAsync(h)).Effective.First().Id)),
        ["closed"] = ("match", async h => await CloseAsync(h, (await h.Way.Visits.FindAsync(Way.VisitId, Cancellation)).Plan.SubjectCode)),
        ["drawnWithoutReserves"] = ("approve", h => DrawWithoutReservesAsync(h)),
        ["short"] = ("drawnWithoutReserves", async h => await CloseAsync(h, (await ListAsync(h)).Effective.First(unit => unit.Cell.Class == "A").Id)),
        ["matchedWithoutReserves"] = ("drawnWithoutReserves", h => h.Way.GoAsync("match", after: "draw")),
        ["shortAfterMatch"] = ("matchedWithoutReserves", async h => await CloseAsync(h, (await h.Way.Visits.FindAsync(Way.VisitId, Cancellation)).Plan.SubjectCode)),
        ["beingSupplemented"] = ("short", h => h.Way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation)),
        ["supplemented"] = ("beingSupplemented", h => h.Way.CeremonyAsync("D2026-0002")),
        ["supplementedAfterMatch"] = ("shortAfterMatch", async h =>
        {
            await h.Way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation);
            await h.Way.CeremonyAsync("D2026-0002");
        }
        ),
        ["nobodyLeft"] = ("drawnWithoutReserves", NobodyLeftAsync),
        ["proposed"] = ("inspectors", h => ProposeAsync(h, DaysLater(Way.Operator))),
        ["declined"] = ("proposed", h => h.Way.Replacements.DeclineAsync(DaysLater(Way.Head), Way.TaskId, 1, "证据不足", Cancellation)),
        ["replaced"] = ("proposed", h => h.Way.Replacements.ApproveAsync(DaysLater(Way.Head), Way.TaskId, 1, Cancellation)),
        ["overtaken"] = ("proposed", async h => await CloseAsync(h, (await ListAsync(h)).Change(1).Unit)),
        ["jointOffered"] = ("secondDrawn:inspectors", h => h.Way.Matches.OfferAsync(Way.Operator, Way.TaskId, SecondTask, Cancellation)),
        ["shortTeam"] = ("inspectors", ShortTeamAsync),
        ["assignmentProposed"] = ("shortTeam", h => ProposeAssignmentAsync(h, Way.Operator)),
        ["exemptionProposed"] = ("audit", h => h.Get<DisclosureWorkflow>().ProposeExemptionAsync(Way.As(Role.Publisher), ResultDuty, ExemptionGround.Privacy, "住址", Cancellation)),
        ["exempt"] = ("exemptionProposed", h => h.Get<DisclosureWorkflow>().DecideExemptionAsync(Way.Head, ResultDuty, ExemptionDecision.Granted, "属实", Cancellation)),
        ["withdrawalOrdered"] = ("publishResult", h => h.Get<DisclosureWorkflow>().OrderWithdrawalAsync(Way.Head, ResultDuty, WithdrawalGround.Revoked, "复议撤销", Cancellation)),
        ["withdrawn"] = ("withdrawalOrdered", h => h.Get<DisclosureWorkflow>().TakeDownAsync(Way.As(Role.Publisher), ResultDuty, Cancellation)),
        ["secret"] = ("import", SecretAsync),
        ["secretEnded"] = ("secret", h => h.Get<EmbargoWorkflow>().EndNowAsync(Way.Head, SecretPlan, "线索已公开", Cancellation)),
        ["secretDeferred"] = ("secret", h => h.Get<EmbargoWorkflow>().DeferAsync(Way.Head, $"plan-{SecretPlan}", "尚未查完", Cancellation)),
        ["sealedDay"] = ("import", h => h.Get<SealedLedger>().CommitAsync(SealedDay, Way.Morning, Cancellation)),
        ["sealedSecret"] = ("secret", h => h.Get<SealedLedger>().CommitAsync(SealedDay, Way.Morning, Cancellation)),
        ["objected"] = ("conclude", ObjectAsync),
        ["objectedAfterAudit"] = ("audit", ObjectAsync),
        ["upheld"] = ("objected", UpholdAsync),
        ["upheldAfterAudit"] = ("objectedAfterAudit", UpholdAsync),
        ["ordered"] = ("conclude", OrderAsync),
        ["orderedAfterAudit"] = ("audit", OrderAsync),
        ["followed"] = ("ordered", FollowAsync),
        ["followedAfterAudit"] = ("orderedAfterAudit", FollowAsync),
        ["askRecusalForParty"] = ("match", h => AskAsync(h, Way.Head)),
        ["urgent"] = ("match", async h => await h.Way.Visits.ArriveAsync(await TeamAsync(h), Way.VisitId, null, Cancellation, "接报燃气泄漏")),
        ["urgentConcluded"] = ("urgent", async h =>
        {
            await h.Way.StepAsync("enter");
            await h.Way.StepAsync("conclude");
        }
        ),
        ["personal"] = ("decideRecusal", _ => Task.CompletedTask),
        ["erased"] = ("personal", h => EraseAboutAsync(h, Way.As(Role.Administrator))),
        ["specialSaved"] = ("import", h => SaveSpecialAsync(h, Way.Drafter)),
        ["specialRetired"] = ("specialSaved", h => h.Get<SpecialDirectoryWorkflow>().RetireAsync(Way.Drafter, "Z2026-001", "专项结束", Cancellation)),
        ["listingProposed"] = ("import", h => ProposeListingAsync(h, Way.As(Role.Inspector))),
        ["listingTold"] = ("listingProposed", h => TellAsync(h, Way.As(Role.Inspector))),
        ["listingHeard"] = ("listingTold", h => h.Get<DishonestyWorkflow>().HearAsync(Way.As(Role.Inspector), EntryId, ToldOn, "已经整改", "不予采纳", Cancellation)),
        ["listed"] = ("listingHeard", h => ListAsync(h, WeekLater(Way.Head))),
        ["notListed"] = ("listingHeard", h => h.Get<DishonestyWorkflow>().DeclineAsync(Way.Head, EntryId, "情节轻微", Cancellation)),
        ["appealed"] = ("listed", h => AppealAsync(h, WeekLater(Way.As(Role.Inspector)))),
        ["exitRequested"] = ("listed", h => RequestExitAsync(h, WeekLater(Way.As(Role.Inspector)))),
        ["listingWithdrawn"] = ("exitRequested", h => h.Get<DishonestyWorkflow>().DecideExitAsync(WeekLater(Way.Head), EntryId, ExitDecision.Granted, "处罚已被撤销", Cancellation)),
        ["listingRemoved"] = ("listed", h => h.Get<DishonestyWorkflow>().ExpireAsync(Way.Morning + Duration.FromDays(3 * 366 + 9), Cancellation)),
    };

    /// <summary>Every place: those on the way, and those beside it.</summary>
    public static IEnumerable<string> All => Way.Steps.Concat(Beside.Keys);

    /// <summary>A host at a place, to go on with.</summary>
    public static async Task<MemoryHost> AtAsync(string place) => (await ReachAsync(place)).Fork();

    /// <summary>The places of a task's stages, with something more done there.</summary>
    public static Dictionary<Enum, string> Tasks(string more) => Enum.GetValues<TaskStage>().ToDictionary(stage => (Enum)stage, stage => more + States[stage]);

    public static FrameKey Key(string text) => FrameKey.Of(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static Acting DaysLater(Acting acting) => acting with { At = Way.Morning + Duration.FromDays(3) };

    public static async Task<Acting> TeamAsync(MemoryHost host) =>
        Way.Officer((await host.Way.Visits.FindAsync(Way.VisitId, Cancellation)).Team.Inspectors[0]);

    public static async Task<string> OfficerAsync(MemoryHost host) => (await host.Way.Visits.FindAsync(Way.VisitId, Cancellation)).Team.Inspectors[0];

    public static async Task<DrawnList> ListAsync(MemoryHost host) => (await host.Way.Draws.FindListAsync(Way.TaskId, Cancellation))!;

    /// <summary>Who is gone by the register; the first of the list where nobody is, or nobody where there is no list.</summary>
    public static async Task<string> GoneAsync(MemoryHost host) =>
        await host.Way.Draws.FindListAsync(Way.TaskId, Cancellation) is not { } list ? "nobody"
        : (await host.Way.Replacements.FindGoneAsync(Way.TaskId, Cancellation)).FirstOrDefault()?.Unit.Id ?? list.Effective.First().Id;

    private static Task<MemoryHost> ReachAsync(string place) => Reached.GetOrAdd(place, key => new(() => GoAsync(key))).Value;

    private static async Task<MemoryHost> GoAsync(string place)
    {
        if (place.Split(':') is [{ } more, { } from])
        {
            return await GoOnAsync(from, host => more switch
            {
                "voidProposed" => host.Way.Draws.ProposeVoidAsync(Way.Operator, Way.DrawId, "停电", Cancellation),
                "second" => SecondTaskAsync(host, drawn: false),
                "secondDrawn" => SecondTaskAsync(host, drawn: true),
                _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
            });
        }

        if (Beside.TryGetValue(place, out (string From, Func<MemoryHost, Task> Go) beside))
        {
            return await GoOnAsync(beside.From, beside.Go);
        }

        int index = Way.Steps.ToList().IndexOf(place);
        Assert.True(index >= 0, $"Nobody knows the way to {place}.");
        return index == 0 ? await GoOnAsync(new MemoryHost(services => services.AddSingleton(NoticeRule.OnArrival with { MayGoAhead = true })), host => host.Way.StepAsync(place)) : await GoOnAsync(Way.Steps[index - 1], host => host.Way.StepAsync(place));
    }

    private static async Task<MemoryHost> GoOnAsync(string from, Func<MemoryHost, Task> go) => await GoOnAsync(await AtAsync(from), go);

    private static async Task<MemoryHost> GoOnAsync(MemoryHost host, Func<MemoryHost, Task> go)
    {
        await go(host);
        return host;
    }

    private static async Task VoidAsync(MemoryHost host, string draw)
    {
        await host.Way.Draws.ProposeVoidAsync(Way.Operator, draw, "停电", Cancellation);
        await host.Way.Draws.ConfirmVoidAsync(Way.Head, draw, Cancellation);
    }

    private static Task BecomeGoneAsync(MemoryHost host, params string[] codes) => host.Get<DirectoryWorkflow>().MergeAsync(
        new Actor("ku", Role.DirectoryKeeper),
        new SubjectFile(
            "changes.csv", new string('2', 64), [.. SampleSubjects.Generate(500).Where(s => codes.Contains(s.Code)).Select(s => s with { Status = SubjectStatus.Deregistered })], 0, 0),
        Way.Morning,
        Cancellation);

    /// <summary>A subject goes by the register and is replaced, or the list falls short.</summary>
    private static async Task CloseAsync(MemoryHost host, string code)
    {
        await BecomeGoneAsync(host, code);
        await host.Way.Replacements.ReplaceGoneAsync(DaysLater(Way.Operator), Way.TaskId, code, Cancellation);
    }

    private static async Task DrawWithoutReservesAsync(MemoryHost host)
    {
        await host.Way.Tasks.DesignAsync(Way.Drafter, Way.TaskId, DirectoryCriteria.Everything, Stratification.Region, NoReserves, Cancellation);
        await host.Way.GoAsync("draw", after: "design");
    }

    private static async Task NobodyLeftAsync(MemoryHost host)
    {
        ListedUnit unit = (await ListAsync(host)).Effective.First();
        await BecomeGoneAsync(
            host, [.. SampleSubjects.Generate(500).Where(s => s.Region == unit.Cell.Stratum.ToString() && s.CreditClass == unit.Cell.Class).Select(s => s.Code)]);
        foreach (ProvenGone gone in await host.Way.Replacements.FindGoneAsync(Way.TaskId, Cancellation))
        {
            await host.Way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, gone.Unit.Id, Cancellation);
        }

        Assert.Null(await host.Way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation));
    }

    private static async Task ObjectAsync(MemoryHost host) => await host.Way.Visits.ObjectAsync(await TeamAsync(host), Way.VisitId, "标签齐全", new LocalDate(2026, 11, 23), Cancellation);

    private static Task UpholdAsync(MemoryHost host) => host.Way.Visits.DecideObjectionAsync(Way.Head, Way.VisitId, ObjectionDecision.Upheld, "属实", Cancellation);

    private static async Task OrderAsync(MemoryHost host) => await host.Way.Visits.DecideAsync(
        await TeamAsync(host), Way.VisitId, MeasureKind.Order, "责令改正", "食品安全法 第一百二十五条", new LocalDate(2026, 11, 23), Cancellation);

    private static async Task FollowAsync(MemoryHost host) => await host.Way.Visits.FollowAsync(await TeamAsync(host), Way.VisitId, 1, new LocalDate(2026, 12, 1), Cancellation);

    /// <summary>A surprise inspection whose period is longer than the time in which its plan is to be published.</summary>
    private static async Task SecretAsync(MemoryHost host)
    {
        string plan = await host.Way.Plans.BeginSurpriseAsync(Way.Drafter, 2026, "突击检查", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报：夜间加工", Cancellation);
        await host.Way.Plans.AddTaskAsync(Way.Drafter, plan, "突击抽查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await host.Way.Plans.SubmitAsync(Way.Drafter, plan, Cancellation);
        await host.Way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);
    }

    /// <summary>A second task of a second plan, designed, and drawn if it is to be.</summary>
    private static async Task SecondTaskAsync(MemoryHost host, bool drawn)
    {
        string plan = await host.Way.Plans.BeginAsync(Way.Drafter, 2026, "第二份计划", Cancellation);
        string task = await host.Way.Plans.AddTaskAsync(Way.Drafter, plan, "药品抽查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await host.Way.Plans.SubmitAsync(Way.Drafter, plan, Cancellation);
        await host.Way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);
        await host.Way.Tasks.DesignAsync(Way.Drafter, task, DirectoryCriteria.Everything, Stratification.Region, Way.Design, Cancellation);
        if (drawn)
        {
            await host.Way.CeremonyAsync(await host.Way.Draws.PrepareAsync(Way.Operator, task, Key("second"), "sha-256", Cancellation));
        }
    }

    /// <summary>A draw that the ecology bureau shares.</summary>
    private static async Task SharedDrawAsync(MemoryHost host)
    {
        Acting drafter = new(new Person("huan", "桓", "Huan", SampleDepartments.Ecology, [Role.Drafter]), Way.Morning);
        Acting drawing = new(new Person("qi", "祁", "Qi", SampleDepartments.Ecology, [Role.DrawingOperator]), Way.Morning);
        string plan = await host.Way.Plans.BeginAsync(drafter, 2026, "生态环境计划", Cancellation);
        string task = await host.Way.Plans.AddTaskAsync(drafter, plan, "排污抽查", ["STHJ-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await host.Way.Plans.SubmitAsync(drafter, plan, Cancellation);
        await host.Way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);
        await host.Way.Tasks.DesignAsync(drafter, task, DirectoryCriteria.Everything, Stratification.Region, Way.Design, Cancellation);
        await host.Way.Draws.OfferAsync(drawing, task, Way.TaskId, Cancellation);
        await host.Way.Draws.PrepareAsync(Way.Operator, [new TaskToDraw(Way.TaskId, Key("key")), new TaskToDraw(task, Key("other"))], "sha-256", Cancellation);
    }

    /// <summary>A match for which every officer may go once only.</summary>
    private static async Task ShortTeamAsync(MemoryHost host)
    {
        MatchRequest tight = MatchRequest.Usual(new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4)) with { Capacity = 1 };
        await host.Way.Matches.PrepareAsync(Way.Operator, Way.TaskId, tight, "sha-256", Cancellation);
        await host.Way.GoAsync("match", after: "prepareMatch");
    }
}
