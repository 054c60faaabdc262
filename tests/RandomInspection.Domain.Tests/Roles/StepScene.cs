using NodaTime;
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

/// <summary>How a step is really carried out over the store in memory: from where, by whom, and with what.</summary>
/// <param name="Place">Where the step is lawful: a step of the way, or a place of <see cref="StepPlaces"/>.</param>
/// <param name="By">Who does it; the roles are put in by the test.</param>
/// <param name="Run">The command.</param>
internal sealed record StepScene(string Place, Func<MemoryHost, Task<Acting>> By, Func<MemoryHost, Acting, Task> Run)
{
    /// <summary>Places of their own for some states; the others are <see cref="StepPlaces.States"/>.</summary>
    public Dictionary<Enum, string> Places { get; init; } = [];

    /// <summary>States that its matter never has, with why.</summary>
    public Enum[] Never { get; init; } = [];

    /// <summary>For a step whose matter has no named states: the places where it comes at the wrong time, and the codes that say so.</summary>
    public Dictionary<string, string> Wrong { get; init; } = [];

    /// <summary>Steps that are lawful whatever came before: they begin a matter of its own, or enter what has happened outside.</summary>
    public static IReadOnlyList<string> AtAnyTime { get; } =
    [
        "directory.mergeSubjects", "directory.mergeInspectors", "catalogue.noteChange", "catalogue.noteChangeOf", "plan.begin", "plan.beginAdHoc", "plan.beginSurprise",
        "calendar.loadNotices",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The scenes by the names of their steps. A new step adds its line here.</summary>
    public static IReadOnlyDictionary<string, StepScene> All { get; } = new Dictionary<string, StepScene>
    {
        ["directory.mergeSubjects"] = At(
            "import", Way.Keeper, (h, a) => h.Get<DirectoryWorkflow>().MergeAsync(ActorOf(a), new SubjectFile("more.csv", new string('2', 64), [.. SampleSubjects.Generate(501)], 0, 0), a.At, Cancellation)),
        ["directory.mergeInspectors"] = At(
            "import", Way.Keeper, (h, a) => h.Get<DirectoryWorkflow>().MergeInspectorsAsync(ActorOf(a), new InspectorFile("i.csv", new string('1', 64), SampleInspectors.All, 0, 0), a.At, Cancellation)),

        ["catalogue.begin"] = At("catalogued", Way.Drafter, (h, a) => CataloguePlaces.Of(h).BeginAsync(a, CataloguePlaces.Market, "调整", Cancellation)) with
        {
            Wrong = new() { ["catalogueDraft"] = "RI2420", ["catalogueReported"] = "RI2420" },
        },
        ["catalogue.addItem"] = At("catalogueDraft", Way.Drafter, (h, a) => CataloguePlaces.Of(h).AddAsync(a, CataloguePlaces.Market, CataloguePlaces.Item with { Code = "SCJG-09" }, Cancellation)),
        ["catalogue.reviseItem"] = At("catalogueDraft", Way.Drafter, (h, a) => CataloguePlaces.Of(h).ReviseAsync(a, CataloguePlaces.Market, CataloguePlaces.Item, Cancellation)),
        ["catalogue.removeItem"] = At("catalogueDraft", Way.Drafter, (h, a) => CataloguePlaces.Of(h).RemoveAsync(a, CataloguePlaces.Market, "SCJG-05", Cancellation)),
        ["catalogue.submit"] = At("catalogueDraft", Way.Drafter, (h, a) => CataloguePlaces.Of(h).SubmitAsync(a, CataloguePlaces.Market, Cancellation)),
        ["catalogue.takeBack"] = At("catalogueReported", Way.Drafter, (h, a) => CataloguePlaces.Of(h).TakeBackAsync(a, CataloguePlaces.Market, "另有补充", Cancellation)),
        ["catalogue.review"] = At("catalogueSubmitted", Way.As(Role.JudicialReviewer), (h, a) => CataloguePlaces.Of(h).ReviewAsync(a, CataloguePlaces.Market, "依据准确", Cancellation)),
        ["catalogue.return"] = At("catalogueSubmitted", Way.As(Role.JudicialReviewer), (h, a) => CataloguePlaces.Of(h).ReturnAsync(a, CataloguePlaces.Market, "条款有误", Cancellation)),
        ["catalogue.report"] = At("catalogueReviewed", Way.As(Role.CoordinatingGroup), (h, a) => CataloguePlaces.Of(h).ReportAsync(a, CataloguePlaces.Market, Cancellation)),
        ["catalogue.publish"] = At(
            "catalogueReported", Way.As(Role.Publisher), (h, a) => CataloguePlaces.Of(h).PublishAsync(a, CataloguePlaces.Market, new LocalDate(2026, 11, 23), "公示系统", Cancellation)),
        ["catalogue.noteChange"] = At(
            "catalogued", Way.Drafter, (h, a) => CataloguePlaces.Of(h).NoteChangeAsync(a, CataloguePlaces.Market, "广告法（2026 修正）", new LocalDate(2026, 12, 1), ["SCJG-05"], Cancellation)),
        ["catalogue.noteChangeOf"] = At(
            "catalogued", Way.As(Role.JudicialReviewer), (h, a) => CataloguePlaces.Of(h).NoteChangeOfAsync(a, CataloguePlaces.Market, "广告法（2026 修正）", new LocalDate(2026, 12, 1), ["SCJG-05"], Cancellation)),
        ["special.save"] = At("import", Way.Drafter, StepPlaces.SaveSpecialAsync) with { Wrong = new() { ["specialSaved"] = "RI5035" } },
        ["special.revise"] = At("specialSaved", Way.Drafter, (h, a) => h.Get<SpecialDirectoryWorkflow>().ReviseAsync(a, "Z2026-001", DirectoryCriteria.Everything with { Trades = ["H"] }, "换成行业", Cancellation)) with
        {
            Wrong = new() { ["specialRetired"] = "RI5033" },
        },
        ["special.retire"] = At("specialSaved", Way.Drafter, (h, a) => h.Get<SpecialDirectoryWorkflow>().RetireAsync(a, "Z2026-001", "专项结束", Cancellation)) with
        {
            Wrong = new() { ["specialRetired"] = "RI5033" },
        },

        ["plan.begin"] = At("begin", Way.Drafter, (h, a) => h.Way.Plans.BeginAsync(a, 2026, "计划", Cancellation)),
        ["plan.beginAdHoc"] = At("begin", Way.Drafter, (h, a) => h.Way.Plans.BeginAdHocAsync(a, 2026, "临时", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报", Cancellation)),
        ["plan.beginSurprise"] = At("begin", Way.Drafter, (h, a) => h.Way.Plans.BeginSurpriseAsync(a, 2026, "突击", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报", Cancellation)),
        ["plan.addTask"] = At("begin", Way.Drafter, (h, a) => h.Way.Plans.AddTaskAsync(a, Way.PlanId, "又一项", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation)),
        ["plan.reviseTask"] = At("addTask", Way.Drafter, (h, a) => h.Way.Plans.ReviseTaskAsync(
            a, Way.PlanId, new PlannedTask(Way.TaskId, "改", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31)), Cancellation)),
        ["plan.removeTask"] = At("addTask", Way.Drafter, (h, a) => h.Way.Plans.RemoveTaskAsync(a, Way.PlanId, Way.TaskId, Cancellation)),
        ["plan.submit"] = At("addTask", Way.Drafter, (h, a) => h.Way.Plans.SubmitAsync(a, Way.PlanId, Cancellation)),
        ["plan.return"] = At("submit", Way.Approver, (h, a) => h.Way.Plans.ReturnAsync(a, Way.PlanId, "比例过高", Cancellation)),
        ["plan.approve"] = At("submit", Way.Approver, (h, a) => h.Way.Plans.ApproveAsync(a, Way.PlanId, Cancellation)),

        ["plan.amend"] = At("approve", Way.Drafter, (h, a) => h.Way.Plans.AmendAsync(a, Way.PlanId, "机构职能调整", Cancellation)),
        ["plan.dropAmendment"] = At("amended", Way.Drafter, (h, a) => h.Way.Plans.DropAmendmentAsync(a, Way.PlanId, "不再需要", Cancellation)) with
        {
            Wrong = new() { ["addTask"] = "RI2001", ["submit"] = "RI2001", ["approve"] = "RI2001" },
        },

        ["task.design"] = At("approve", Way.Drafter, (h, a) => h.Way.Tasks.DesignAsync(a, Way.TaskId, DirectoryCriteria.Everything, Stratification.Region, Way.Design, Cancellation)),
        ["task.name"] = At("namedTask", Way.Drafter, (h, a) => h.Way.Tasks.NameAsync(a, ChoicePlaces.NamedTask, ChoicePlaces.Named, Cancellation)) with
        {
            Places = ChoicePlaces.NamedStages,
        },
        ["task.approveNamed"] = At("named", Way.Head, (h, a) => h.Way.Tasks.ApproveNamedAsync(a, ChoicePlaces.NamedTask, Cancellation)) with
        {
            Places = new(ChoicePlaces.NamedStages) { [TaskStage.Open] = "named" },
        },
        ["task.declareChoices"] = At("approve", Way.Drafter, (h, a) => h.Way.Tasks.DeclareChoicesAsync(a, Way.TaskId, ChoicePlaces.Weeks, Cancellation)),
        ["task.withdrawChoices"] = At("choices", Way.Drafter, (h, a) => h.Way.Tasks.WithdrawChoicesAsync(a, Way.TaskId, ChoiceKind.Time, Cancellation)) with
        {
            Places = new() { [TaskStage.Open] = "choices" },
        },
        ["draw.prepareChoices"] = At("choices", Way.Operator, (h, a) => h.Way.Draws.PrepareChoicesAsync(a, Way.TaskId, ChoiceKind.Time, StepPlaces.Key("choice"), "sha-256", Cancellation)) with
        {
            Places = new() { [TaskStage.Open] = "choices" },
        },
        ["draw.offer"] = At("second:design", Way.Operator, (h, a) => h.Way.Draws.OfferAsync(a, Way.TaskId, StepPlaces.SecondTask, Cancellation)) with
        {
            Places = StepPlaces.Tasks("second:"),
        },
        ["draw.withdrawOffer"] = At("drawOffered", Way.Operator, (h, a) => h.Way.Draws.WithdrawOfferAsync(a, Way.TaskId, Cancellation)) with
        {
            Places = new() { [TaskStage.Open] = "drawOffered" },
        },
        ["draw.prepare"] = At("design", Way.Operator, (h, a) => h.Way.Draws.PrepareAsync(a, Way.TaskId, StepPlaces.Key("key"), "sha-256", Cancellation)),
        ["draw.prepareSupplement"] = At("short", Way.Operator, (h, a) => h.Way.Draws.PrepareSupplementAsync(a, Way.TaskId, StepPlaces.Key("s"), Cancellation)) with
        {
            Places = new() { [TaskStage.Drawn] = "short", [TaskStage.MatchFrozen] = "shortAfterMatch" },
        },

        ["ceremony.enrolOperator"] = At("prepare", Way.Operator, (h, a) => h.Way.Draws.EnrolOperatorAsync(a, Way.DrawId, StepPlaces.OperatorKey, Cancellation)) with
        {
            Places = new() { [CeremonyStatus.Prepared] = "prepare" },
            Never = [CeremonyStatus.Matched],
        },
        ["ceremony.enrolWitness"] = Ceremony("prepare", Way.Witness, (h, a) => h.Way.Draws.EnrolWitnessAsync(a, Way.DrawId, StepPlaces.WitnessKey, Cancellation), CeremonyStatus.Prepared),
        ["ceremony.enrolSystem"] = Ceremony("prepare", Way.Operator, (h, a) => h.Way.Draws.EnrolSystemAsync(a, Way.DrawId, Cancellation), CeremonyStatus.Prepared),
        ["ceremony.addPublicValue"] = Ceremony(
            "enrolWitness", Way.Operator, (h, a) => h.Way.Draws.AddPublicValueAsync(a, Way.DrawId, "beacon", "NIST", null, null, Cancellation), CeremonyStatus.Prepared),
        ["ceremony.open"] = Ceremony("publicValue", Way.Operator, (h, a) => h.Way.Draws.OpenAsync(a, Way.DrawId, StepPlaces.Deadlines, Cancellation), CeremonyStatus.Prepared),
        ["ceremony.commit"] = Ceremony("open", Way.Operator, (h, a) => StepPlaces.CommitAsync(h, a, Way.DrawId), CeremonyStatus.Committing),
        ["ceremony.reveal"] = Ceremony("commitWitness", Way.Operator, (h, a) => h.Way.Draws.RevealAsync(a, Way.DrawId, new string('1', 64), Cancellation), CeremonyStatus.Revealing),
        ["ceremony.enterPublicValue"] = Ceremony(
            "revealWitness", Way.Later(Way.Operator), (h, a) => h.Way.Draws.EnterPublicValueAsync(a, Way.DrawId, Way.Lottery, "4 0 7", Cancellation), CeremonyStatus.AwaitingPublicValue),
        ["ceremony.strike"] = At("open", Way.Later(Way.Operator), StepPlaces.StrikeAsync) with { Never = [CeremonyStatus.Matched] },
        ["draw.draw"] = Ceremony("enterPublic", Way.Later(Way.Operator), (h, a) => h.Way.Draws.DrawAsync(a, Way.DrawId, Cancellation), CeremonyStatus.Ready),
        ["ceremony.proposeVoid"] = At("prepare", Way.Operator, (h, a) => h.Way.Draws.ProposeVoidAsync(a, Way.DrawId, "停电", Cancellation)) with { Never = [CeremonyStatus.Matched] },
        ["ceremony.confirmVoid"] = At("voidProposed:open", Way.Head, (h, a) => h.Way.Draws.ConfirmVoidAsync(a, Way.DrawId, Cancellation)) with
        {
            Places = new(StepPlaces.Ceremony.Where(place => place.Key is not (CeremonyStatus.Drawn or CeremonyStatus.Void))
                .Select(place => KeyValuePair.Create(place.Key, "voidProposed:" + place.Value))),
            Never = [CeremonyStatus.Matched],
        },

        ["list.replaceGone"] = At("gone", Way.Operator, async (h, a) => await h.Way.Replacements.ReplaceGoneAsync(a, Way.TaskId, await StepPlaces.GoneAsync(h), Cancellation)) with
        {
            Places = new() { [TaskStage.Drawn] = "gone", [TaskStage.MatchFrozen] = "goneAfterMatch" },
        },
        ["list.propose"] = At("inspectors", StepPlaces.DaysLater(Way.Operator), StepPlaces.ProposeAsync),
        ["list.approve"] = At("proposed", StepPlaces.DaysLater(Way.Head), (h, a) => h.Way.Replacements.ApproveAsync(a, Way.TaskId, 1, Cancellation)),
        ["list.decline"] = At("proposed", StepPlaces.DaysLater(Way.Head), (h, a) => h.Way.Replacements.DeclineAsync(a, Way.TaskId, 1, "证据不足", Cancellation)),
        ["list.staff"] = At("supplementedAfterMatch", Way.Operator, (h, a) => h.Way.Replacements.StaffAsync(a, Way.TaskId, Cancellation)) with
        {
            Places = new() { [TaskStage.MatchFrozen] = "supplementedAfterMatch" },
        },

        ["match.offer"] = At("secondDrawn:inspectors", Way.Operator, (h, a) => h.Way.Matches.OfferAsync(a, Way.TaskId, StepPlaces.SecondTask, Cancellation)) with
        {
            Places = StepPlaces.Tasks("secondDrawn:"),
        },
        ["match.withdrawOffer"] = At("jointOffered", Way.Operator, (h, a) => h.Way.Matches.WithdrawOfferAsync(a, Way.TaskId, Cancellation)) with
        {
            Places = new() { [TaskStage.Drawn] = "jointOffered" },
        },
        ["match.prepare"] = At("inspectors", Way.Operator, (h, a) => h.Way.Matches.PrepareAsync(
            a, Way.TaskId, MatchRequest.Usual(new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4)) with { Capacity = 40 }, "sha-256", Cancellation)),
        ["match.match"] = At("revealMatchWitness", Way.Later(Way.Operator), (h, a) => h.Way.Matches.MatchAsync(a, Way.MatchId, Cancellation)) with
        {
            Never = [CeremonyStatus.AwaitingPublicValue, CeremonyStatus.Drawn],
        },
        ["match.replaceOfficer"] = At("match", Way.Head, async (h, a) => await h.Way.Matches.ReplaceAsync(a, Way.VisitId, await StepPlaces.OfficerAsync(h), "生病", Cancellation)),
        ["match.proposeAssignment"] = At("shortTeam", Way.Operator, StepPlaces.ProposeAssignmentAsync) with { Places = new() { [VisitStatus.Planned] = "shortTeam" } },
        ["match.assignOfficer"] = At("assignmentProposed", Way.Head, async (h, a) => await h.Way.Matches.AssignAsync(a, await StepPlaces.ShortVisitAsync(h), Cancellation)) with
        {
            Places = new() { [VisitStatus.Planned] = "assignmentProposed" },
        },
        ["match.refuseAssignment"] = At(
            "assignmentProposed", Way.Head, async (h, a) => await h.Way.Matches.RefuseAssignmentAsync(a, await StepPlaces.ShortVisitAsync(h), "另行安排", Cancellation)) with
        {
            Places = new() { [VisitStatus.Planned] = "assignmentProposed" },
        },

        ["recusal.askOwn"] = new("match", StepPlaces.TeamAsync, StepPlaces.AskAsync) { Wrong = new() { ["askRecusal"] = "RI2411", ["decideRecusal"] = "RI2411" } },
        ["recusal.askForParty"] = At("match", Way.Head, StepPlaces.AskAsync) with { Wrong = new() { ["askRecusal"] = "RI2411", ["decideRecusal"] = "RI2411" } },
        ["recusal.decide"] = At("askRecusal", Way.Head, (h, a) => h.Way.Recusals.DecideAsync(a, Way.RecusalId, RecusalDecision.Upheld, "属实", Cancellation)),

        ["visit.arrive"] = new("approveVisit", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.ArriveAsync(a, Way.VisitId, Cancellation))
        {
            Places = new() { [VisitStatus.Planned] = "approveVisit" },
        },
        ["visit.enter"] = new("arrive", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.EnterAsync(a, Way.VisitId, "SCJG-01", ItemResult.NoProblemFound, "", Cancellation)),
        ["visit.enterAll"] = new("arrive", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.EnterAllAsync(a, Way.VisitId, ItemResult.CannotBeContacted, "查无此址", Cancellation)),
        ["visit.conclude"] = new("enter", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.ConcludeAsync(a, Way.VisitId, Cancellation)) { Places = new() { [VisitStatus.Underway] = "enter" } },
        ["visit.return"] = At("conclude", Way.As(Role.ResultAuditor), (h, a) => h.Way.Visits.ReturnAsync(a, Way.VisitId, "请补充", Cancellation)),
        ["visit.audit"] = At("conclude", Way.As(Role.ResultAuditor), (h, a) => h.Way.Visits.AuditAsync(a, Way.VisitId, Cancellation)),
        ["visit.serve"] = new("conclude", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.ServeAsync(
            a, Way.VisitId, new NoticeService(ServiceMethod.InPerson, new LocalDate(2026, 11, 23), ServiceReceipt.Signed), Cancellation)),
        ["visit.decide"] = new("conclude", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.DecideAsync(
            a, Way.VisitId, MeasureKind.Order, "责令改正", "食品安全法 第一百二十五条", new LocalDate(2026, 11, 23), Cancellation)),

        ["dishonesty.propose"] = At("import", Way.As(Role.Inspector), StepPlaces.ProposeListingAsync) with
        {
            Wrong = new() { ["listingProposed"] = "RI2331", ["listingTold"] = "RI2331", ["listingHeard"] = "RI2331", ["listed"] = "RI2331" },
        },
        ["dishonesty.tell"] = At("listingProposed", Way.As(Role.Inspector), (h, a) => StepPlaces.TellAsync(h, a)),
        ["dishonesty.hear"] = At("listingTold", Way.As(Role.Inspector), (h, a) => h.Get<DishonestyWorkflow>().HearAsync(a, StepPlaces.EntryId, StepPlaces.ToldOn, "已经整改", "不予采纳", Cancellation)),
        ["dishonesty.waive"] = At("listingTold", Way.As(Role.Inspector), (h, a) => h.Get<DishonestyWorkflow>().WaiveAsync(a, StepPlaces.EntryId, StepPlaces.ToldOn, Cancellation)),
        ["dishonesty.list"] = At("listingHeard", StepPlaces.WeekLater(Way.Head), StepPlaces.ListAsync),
        ["dishonesty.decline"] = At("listingHeard", Way.Head, (h, a) => h.Get<DishonestyWorkflow>().DeclineAsync(a, StepPlaces.EntryId, "情节轻微", Cancellation)),
        ["dishonesty.appeal"] = At("listed", StepPlaces.WeekLater(Way.As(Role.Inspector)), StepPlaces.AppealAsync),
        ["dishonesty.decideAppeal"] = At("appealed", StepPlaces.WeekLater(Way.As(Role.Inspector)), (h, a) => h.Get<DishonestyWorkflow>().DecideAppealAsync(
            a, StepPlaces.EntryId, AppealOutcome.Upheld, "沈政复〔2026〕1号", "维持", StepPlaces.ToldOn.PlusDays(8), Cancellation)) with
        { Places = new() { [DishonestyStatus.Listed] = "appealed" } },
        ["dishonesty.requestExit"] = At("listed", StepPlaces.WeekLater(Way.As(Role.Inspector)), StepPlaces.RequestExitAsync),
        ["dishonesty.decideExit"] = At("exitRequested", StepPlaces.WeekLater(Way.Head), (h, a) => h.Get<DishonestyWorkflow>().DecideExitAsync(
            a, StepPlaces.EntryId, ExitDecision.Granted, "属实", Cancellation)) with
        { Places = new() { [DishonestyStatus.Listed] = "exitRequested" } },

        ["visit.approve"] = At("match", Way.Head, (h, a) => h.Way.Visits.ApproveAsync(a, [Way.VisitId], "随机抽查任务", Cancellation)) with
        {
            Places = new() { [VisitStatus.Underway] = "urgent", [VisitStatus.Concluded] = "urgentConcluded" },
            Never = [VisitStatus.Audited], // what is audited is approved; only logs of a time before hold others
        },
        ["visit.checkIn"] = new("approveVisit", StepPlaces.TeamAsync, async (h, a) => await h.Way.Visits.CheckInAsync(a, Way.VisitId, await h.Way.Visits.CodeAsync(Way.VisitId, Cancellation), Cancellation))
        {
            Places = new() { [VisitStatus.Planned] = "approveVisit" },
        },
        ["visit.checkInAsParty"] = At(
            "approveVisit", Way.As(Role.Inspector), async (h, a) => await h.Way.Visits.CheckInAsPartyAsync(a, Way.VisitId, await h.Way.Visits.CodeAsync(Way.VisitId, Cancellation), Cancellation)) with
        {
            Places = new() { [VisitStatus.Planned] = "approveVisit" },
        },
        ["visit.sendNotice"] = new("approveVisit", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.SendNoticeAheadAsync(a, Way.VisitId, ServiceMethod.Electronic, Cancellation))
        {
            Places = new() { [VisitStatus.Planned] = "approveVisit" },
        },
        ["feedback.give"] = At(
            "conclude", Way.As(Role.Inspector), async (h, a) => await h.Get<FeedbackWorkflow>().GiveAsync(a, Way.VisitId, await h.Way.Visits.CodeAsync(Way.VisitId, Cancellation), new Feedback(5, 4, 3, "态度好"), Cancellation)),
        ["visit.keepEvidence"] = new("arrive", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.KeepEvidenceAsync(a, Way.VisitId, "笔录.pdf", "%PDF-1.7"u8.ToArray(), Cancellation)),
        ["visit.object"] = new("conclude", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.ObjectAsync(a, Way.VisitId, "标签齐全", new LocalDate(2026, 11, 23), Cancellation)),
        ["visit.decideObjection"] = At("objected", Way.Head, (h, a) => h.Way.Visits.DecideObjectionAsync(a, Way.VisitId, ObjectionDecision.Upheld, "属实", Cancellation)) with
        {
            Places = new() { [VisitStatus.Concluded] = "objected", [VisitStatus.Audited] = "objectedAfterAudit" },
        },
        ["visit.correct"] = new("upheld", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.CorrectAsync(a, Way.VisitId, "SCJG-01", ItemResult.NoProblemFound, "", Cancellation))
        {
            Places = new() { [VisitStatus.Concluded] = "upheld", [VisitStatus.Audited] = "upheldAfterAudit" },
        },
        ["visit.follow"] = new("ordered", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.FollowAsync(a, Way.VisitId, 1, new LocalDate(2026, 12, 1), Cancellation))
        {
            Places = new() { [VisitStatus.Concluded] = "ordered", [VisitStatus.Audited] = "orderedAfterAudit" },
        },
        ["visit.recheck"] = new("followed", StepPlaces.TeamAsync, (h, a) => h.Way.Visits.RecheckAsync(a, Way.VisitId, 1, RecheckOutcome.Corrected, "已整改", Cancellation))
        {
            Places = new() { [VisitStatus.Concluded] = "followed", [VisitStatus.Audited] = "followedAfterAudit" },
        },
        ["disclosure.publish"] = At("audit", Way.As(Role.Publisher), (h, a) => StepPlaces.PublishAsync(h, a)) with { Never = [ObligationStatus.Lapsed] },
        ["disclosure.proposeExemption"] = At("audit", Way.As(Role.Publisher), (h, a) => h.Get<DisclosureWorkflow>().ProposeExemptionAsync(a, StepPlaces.ResultDuty, ExemptionGround.Privacy, "住址", Cancellation)) with { Never = [ObligationStatus.Lapsed] },
        ["disclosure.decideExemption"] = At("exemptionProposed", Way.Head, (h, a) => h.Get<DisclosureWorkflow>().DecideExemptionAsync(a, StepPlaces.ResultDuty, ExemptionDecision.Denied, "不属实", Cancellation)) with { Never = [ObligationStatus.Lapsed] },
        ["disclosure.correct"] = At("publishResult", Way.As(Role.Publisher), (h, a) => h.Get<DisclosureWorkflow>().CorrectAsync(a, StepPlaces.ResultDuty, "笔误", Cancellation)) with { Never = [ObligationStatus.Lapsed] },
        ["disclosure.orderWithdrawal"] = At("publishResult", Way.Head, (h, a) => h.Get<DisclosureWorkflow>().OrderWithdrawalAsync(a, StepPlaces.ResultDuty, WithdrawalGround.Revoked, "复议撤销", Cancellation)) with { Never = [ObligationStatus.Lapsed] },
        ["disclosure.takeDown"] = At("withdrawalOrdered", Way.As(Role.Publisher), (h, a) => h.Get<DisclosureWorkflow>().TakeDownAsync(a, StepPlaces.ResultDuty, Cancellation)) with { Never = [ObligationStatus.Lapsed] },
        ["embargo.end"] = At("secret", Way.Head, (h, a) => h.Get<EmbargoWorkflow>().EndNowAsync(a, StepPlaces.SecretPlan, "线索已公开", Cancellation)) with
        {
            Wrong = new() { ["secretEnded"] = "RI2225" },
        },
        ["embargo.defer"] = At("secret", Way.Head, (h, a) => h.Get<EmbargoWorkflow>().DeferAsync(a, $"plan-{StepPlaces.SecretPlan}", "尚未查完", Cancellation)) with
        {
            Wrong = new() { ["secretEnded"] = "RI2225", ["secretDeferred"] = "RI2218" },
        },
        ["sealed.open"] = At("sealedDay", Way.Head, (h, a) => h.Get<EmbargoWorkflow>().OpenDayAsync(a, StepPlaces.SealedDay, Cancellation)) with
        {
            Wrong = new() { ["sealedSecret"] = "RI6100", ["import"] = "RI6035" },
        },
        ["calendar.loadNotices"] = At("import", Way.As(Role.Administrator), StepPlaces.LoadNoticesAsync),
        ["personal.eraseAbout"] = At("personal", Way.As(Role.Administrator), StepPlaces.EraseAboutAsync) with { Wrong = new() { ["erased"] = "RI6030" } },
        ["personal.erase"] = At("personal", Way.As(Role.Administrator), StepPlaces.EraseAsync) with { Wrong = new() { ["erased"] = "RI6030" } },
    };

    /// <summary>As the host's own pages make an actor where the workflow takes one: in the role that the person holds.</summary>
    internal static Actor ActorOf(Acting acting) => new(acting.Person.Id, acting.Person.Roles[0]);

    private static StepScene At(string place, Acting by, Func<MemoryHost, Acting, Task> run) => new(place, _ => Task.FromResult(by), run);

    private static StepScene Ceremony(string place, Acting by, Func<MemoryHost, Acting, Task> run, CeremonyStatus lawful) =>
        At(place, by, run) with { Places = new() { [lawful] = place }, Never = [CeremonyStatus.Matched] };
}
