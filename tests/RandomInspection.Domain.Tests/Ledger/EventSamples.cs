using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Exchange;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;

namespace RandomInspection.Tests.Ledger;

/// <summary>One of every event, every member set to something of its own; a few with their optional members left out.</summary>
internal static class EventSamples
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 1, 2, 3) + Duration.FromNanoseconds(400);
    private static readonly string A = new('a', 64), B = new('b', 64), C = new('c', 64), D = new('d', 64), E = new('e', 64);

    private static readonly PlannedTask Task =
        new("P2026-001-T01", "食品经营“双随机”抽查 <&>", ["SCJG-01", "SCJG-02"], new LocalDate(2026, 3, 1), new LocalDate(2026, 12, 31));

    private static readonly InspectionItem Item =
        new("SCJG-01", "market", "食品生产经营监督检查", "Food production and trade", "食品安全法 第一百一十条", true, 10, "食品生产经营者", "Producers and sellers of food", InspectionMethod.Sampling, 2)
        {
            Qualifications = ["SCJG-01", "食品"],
        };

    private static readonly FrozenTask Frozen = new(
        "P2026-001-T01", A, 24249, B, C, "{\"kind\":\"fixed\"}", D, 9_007_199_254_740_993, "{\"regions\":[]}",
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("revoked", 2L), KeyValuePair.Create("criteria", 1L)]));

    private static readonly DueDate Due = new(new LocalDate(2026, 12, 21), Certainty.TailOpen, "三(八)", "2026-01");

    private static readonly DetachedSignature Signed = new("ecdsa-p256-sha256", "ecdsa-p256:MFkw+/==", A, "c2ln+/==");
    private static readonly RecordSignatures Signatures = new(Signed, Signed with { Algorithm = "sm2-sm3", Key = "sm2:MFkw+/==", Digest = B });

    private static readonly ChannelReceipt Receipt = new("portal", "result-P2026-001-T01-V0001", 2, ChannelStep.Corrected, "portal:result-P2026-001-T01-V0001:2", At, A);

    public static IReadOnlyList<object> All { get; } =
    [
        new DirectoryEvent.Merged(3, "名录 2026.csv", A, B, 1, 2, 3, 4, 5),
        new InspectorDirectoryEvent.Merged(2, "人员 2026.csv", B, C, 6, 7, 8, 9, 10),
        new PlanEvent.Drafted("P2026-001", 2026, "market", "𠮷 2026 年度计划\u3000（一）", "ni"),
        new PlanEvent.TaskAdded(Task),
        new PlanEvent.TaskRevised(Task with { Items = [] }),
        new PlanEvent.TaskRemoved("P2026-001-T01"),
        new PlanEvent.Submitted("ni"),
        new PlanEvent.Returned("zheng", "比例过高"),
        new PlanEvent.Approved("zheng", At),
        new TaskEvent.Designed("T", "P", new DirectoryCriteria(["沈河区"], ["H"], ["A", "B"]), Stratification.RegionAndTrade, "{\"kind\":\"rates\"}\n", "ni"),
        new TaskEvent.Frozen("D2026-0001"),
        new TaskEvent.Released("D2026-0001"),
        new CeremonyEvent.Prepared("D2026-0002", 2, new PreviousDraw("D2026-0001", A, "停电"), "market", "sm3", [Frozen]),
        new CeremonyEvent.Prepared("D2026-0001", 1, null, "market", "sha-256", [Frozen, Frozen with { LeftOut = ImmutableSortedDictionary<string, long>.Empty }]),
        new CeremonyEvent.PartyEnrolled(new CeremonyParty("lottery", "public", ContributionKind.Public, "qiu", null, "福彩3D", "utf-8", "1000", "2026-11-23T13:15:00Z")),
        new CeremonyEvent.PartyEnrolled(new CeremonyParty("qiu", "drawing", ContributionKind.Committed, "qiu", "ecdsa-p256:MFkw+/==")),
        new CeremonyEvent.PartyEnrolled(new CeremonyParty("host", "drawing", ContributionKind.System, "guan")),
        new CeremonyEvent.Opened("{\"specification\":\"random-inspection-draw/1\"}", A, At),
        new CeremonyEvent.Committed("qiu", A, "c2ln+/==", At),
        new CeremonyEvent.Committed("qiu", A, null, Instant.FromUtc(2026, 11, 23, 1, 2, 3)),
        new CeremonyEvent.Revealed("qiu", B, At),
        new CeremonyEvent.Struck("qiu", "notRevealed", At),
        new CeremonyEvent.Drawn(A, B, C, D, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("T2", 2L), KeyValuePair.Create("T1", 1L)]), At),
        new CeremonyEvent.VoidProposed("停电", "qiu"),
        new CeremonyEvent.Voided("停电", ["qiu", "shou"], B, C, E, At),
        new CeremonyEvent.Voided("停电", ["qiu", "shou"], null, null, null, At),
        new DisclosureEvent.Raised("draw-D2026-0001", DisclosureOccasion.ListDrawn, "D2026-0001", "抽取结果", "market", new LocalDate(2026, 11, 23), Due),
        new DisclosureEvent.Recomputed(Due with { Certainty = null }),
        new DisclosureEvent.Published("信用中国（辽宁沈阳）", "gong", At),
        new DisclosureEvent.ListDrawn(new LocalDate(2026, 11, 23), Due),
        new NoticesLoaded(A, ["国办发明电〔2026〕7号"], "2027-01", "2027-12-31"),
        new PlanEvent.Drafted("A2026-001", 2026, "market", "冷链食品临时抽查", "ni", PlanKind.AdHoc, "投诉举报：冷链食品"),
        new TaskEvent.JointOffered("P2026-002-T01"),
        new TaskEvent.JointWithdrawn("P2026-002-T01"),
        new TaskEvent.MatchFrozen("D2026-0001", "M2026-0001"),
        new TaskEvent.MatchReleased("M2026-0001"),
        new CeremonyEvent.Prepared("M2026-0001", 1, null, "market", "sha-256", [], new FrozenMatch("P2026-001-T01", "D2026-0001", A, B, C, 3, 727, 4, ["P2026-002-T01"], 12)),
        new CeremonyEvent.Matched(A, B, C, D, new MatchOutcome(E, A, 1454, 2), At),
        new SeatsChanged(1, "P2026-001-T01-V0001", "scjg-01", ["scjg-02", "scjg-03"], A, B, "shou"),
        new VisitEvent.Planned(
            "P2026-001-T01-V0001", "P2026-001-T01", "D2026-0001", "M2026-0001", "91210100MA0XXXXX0X", "沈阳示例有限公司", "沈河区",
            new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), ["SCJG-01"], new VisitTeam("market", 2, ["scjg-01", "scjg-02"]), "91210100MA0XXXXX0X", ["P2026-002-T01-V0001"]),
        new VisitEvent.OfficerReplaced(new OfficerReplacement("scjg-01", "scjg-03", 1, A, B, "回避", "shou")),
        new VisitEvent.OfficerAssigned("scjg-04", "人手不足", "shou"),
        new VisitEvent.OfficerAssigned("scjg-04", "无人接替", "shou", "scjg-02"),
        new VisitEvent.Begun("scjg-01", new LocalDate(2026, 11, 23), "对方人员当日生病"),
        new VisitEvent.ResultEntered("SCJG-01", ItemResult.OrderedToCorrect, "标签不全", "scjg-01"),
        new VisitEvent.Concluded(Conclusion.ProblemsFound, new LocalDate(2026, 11, 23), "scjg-01"),
        new VisitEvent.Returned("请补充说明", "fu"),
        new VisitEvent.Audited("fu"),
        new VisitEvent.NoticeServed(new NoticeService(ServiceMethod.LeftBehind, new LocalDate(2026, 11, 23), ServiceReceipt.Refused), "scjg-01"),
        new VisitEvent.MeasureDecided(new Measure(1, MeasureKind.Penalty, "罚款", "食品安全法 第一百二十五条", new LocalDate(2026, 11, 23)), "scjg-01"),
        new RecusalEvent.Requested("R2026-0001", "scjg-01", "91210100MA0XXXXX0X", "market", RecusalSide.Party, "近亲属", "qiu"),
        new RecusalEvent.Decided(RecusalDecision.Rejected, "不属实", "shou"),
        new CeremonyEvent.Opened("{\"specification\":\"random-inspection-draw/1\"}", A, At, Signed),
        new CeremonyEvent.Drawn(A, B, C, D, ImmutableSortedDictionary<string, long>.Empty, At, Signatures),
        new CeremonyEvent.Matched(A, B, C, D, new MatchOutcome(E, A, 1454, 2), At, Signatures),
        new CeremonyEvent.Voided("停电", ["qiu", "shou"], B, C, E, At, Signatures),
        new TaskEvent.Designed("T", "P", DirectoryCriteria.Everything, Stratification.None, "{}", "ni", RestingRules.Liaoning2019),
        new TaskEvent.Designed("T", "P", DirectoryCriteria.Everything, Stratification.None, "{}", "ni", new RestingRules
        {
            VisitsInAll = 3,
            RestDays = 90,
            ExemptClasses = ["D", "C"],
            KeySubjects = [new KeySubject("91210100MA0XXXXX0X", "上年度两次处罚")],
            ExemptKinds = [RestingExemption.SpecialCheck, RestingExemption.Complaint],
            Exempt = new ExemptTask(RestingExemption.Complaint, "集中投诉"),
        }),
        new CeremonyEvent.Prepared("D2026-0003", 1, null, "market", "sha-256", [Frozen with { Resting = Frozen.LeftOut.Clear().Add("RI2120", 7), RestingFile = E }]),
        new TaskEvent.DrawOffered("P2026-002-T01"),
        new TaskEvent.DrawOfferWithdrawn("P2026-002-T01"),
        new CeremonyEvent.Prepared("D2026-0003", 1, null, "market", "sha-256", [Frozen, Frozen with { TaskId = "P2026-002-T01", DepartmentId = "ecology" }]),
        new CeremonyEvent.Prepared("D2026-0004", 1, null, "market", "sha-256", [Frozen with { Embargo = Embargo.UntilVisitsEnd }]),
        new CeremonyEvent.Drawn(
            A, B, C, D, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("T1", 2L), KeyValuePair.Create("T2", 2L)]), At,
            Coordination: new Coordination(2, 30, 20, 4, 3, 1, 3_700_000_000, 300_000_000, 5)),
        new CeremonyEvent.Prepared("D2026-0003", 1, null, "market", "sha-256", [Frozen], Supplements: "D2026-0001"),
        new VisitEvent.Closed(ReplacementGround.MovedOut, 3, "P2026-001-T01-V0042"),
        new VisitEvent.Closed(ReplacementGround.NotReached, 4, null),
        new ListEvent.Proposed(2, "91210100MA0XXXXX0X", [new ContactAttempt(new LocalDate(2026, 11, 24), "上门", "门牌号不存在", A, ["scjg-01"]), new ContactAttempt(new LocalDate(2026, 11, 25), "电话", "停机", null, ["scjg-01", "scjg-02"])], "scjg-01", At),
        new ListEvent.Declined(2, "证据不足", "shou", At),
        new ListEvent.Replaced(3, "91210100MA0XXXXX0X", ReplacementGround.Revoked, 4, "91210100MA0YYYYY0Y", [new PassedOver("91210100MA0ZZZZZ0Z", ReplacementGround.Deregistered)], "shou", At),
        new ListEvent.FellShort(4, "91210100MA0XXXXX0X", ReplacementGround.NotReached, 5, [], null, At),
        new ListEvent.FellShort(5, "91210100MA0XXXXX0X", ReplacementGround.MovedOut, 5, [], "shou", At),
        new ListEvent.SupplementPrepared("D2026-0002", [4, 5], 1),
        new ListEvent.SupplementReleased("D2026-0002"),
        new ListEvent.Supplemented("D2026-0003"),
        new ListEvent.NobodyLeft([4], 6, At),
        new Disclosed("plan-P2026-001", DisclosureOccasion.PlanApproved, "P2026-001", "2026 年度计划", "market", "国家企业信用信息公示系统", At),
        new CheckpointEvent.Signed(42, "amr.shenyang.example/ledger\n42\nAAAA\n\n— a AAAA\n", CheckpointOccasion.Draw),
        new CheckpointEvent.Cosigned(42, "— audit.shenyang.example/w1 AAAA"),
        new PersonalEvent.Erased([A, B], "个人信息保护法 第四十七条"),
        new SealedEvent.Prepared(new SealedHead(new LocalDate(2026, 11, 26), 7, A, B)),
        new SealedEvent.Committed(new LocalDate(2026, 11, 26), C),
        new SealedEvent.Opened(new SealedHead(new LocalDate(2026, 11, 26), 7, A, B)),
        new DirectoryEvent.Merged(4, "名录 2026.csv", A, B, 1, 2, 3, 4, 5, [A, C]),
        new InspectorDirectoryEvent.Merged(3, "人员 2026.csv", B, C, 6, 7, 8, 9, 10, []),
        new DirectoryEvent.Merged(5, "名录 2026.csv", A, B, 1, 2, 3, 4, 5, [], 1, [new DeferredChanges(new LocalDate(2026, 12, 1), 2, C, [A])]),
        new DirectoryEvent.TookEffect(6, 5, new LocalDate(2026, 12, 1), "名录 2026.csv", A, B, 1, 2, 3, 1, [C]),
        new ChannelReceived(Receipt),
        new DisclosureEvent.Published("本机关公示平台、信用中国（辽宁沈阳）", "gong", At, ["portal", "credit-shenyang"], [Receipt]),
        new DishonestyEvent.Proposed("L2026-0001", "91210100MA0XXXXX0X", "沈阳示例商贸有限公司", "market", "销售不符合安全标准的食品", "总局令第44号 五(一)", "沈市监处罚〔2026〕1号", "chai"),
        new DishonestyEvent.Proposed("L2026-0002", "91210100MA0XXXXX0X", "沈阳示例商贸有限公司", "market", "personal:" + A, "总局令第44号 十", null, "chai"),
        new DishonestyEvent.Told(new NoticeService(ServiceMethod.LeftBehind, new LocalDate(2026, 11, 23), ServiceReceipt.Refused), new LocalDate(2026, 11, 30), "chai"),
        new DishonestyEvent.Heard(new LocalDate(2026, 11, 25), "已整改", "不影响情节认定，不予采纳", "chai"),
        new DishonestyEvent.Waived(new LocalDate(2026, 11, 25), "chai"),
        new DishonestyEvent.Listed("沈市监列严〔2026〕1号", "情节严重", new LocalDate(2026, 12, 1), new LocalDate(2029, 12, 1), "辽市监函〔2026〕9号", "shou"),
        new DishonestyEvent.Listed("沈市监列严〔2026〕1号", "情节严重", new LocalDate(2026, 12, 1), new LocalDate(2029, 12, 1), null, "shou"),
        new DishonestyEvent.NotListed("没有主观故意", new LocalDate(2026, 12, 1), "shou"),
        new DishonestyEvent.Appealed(AppealKind.Lawsuit, "沈阳市沈河区人民法院", new LocalDate(2026, 12, 20), "chai"),
        new DishonestyEvent.AppealDecided(AppealOutcome.Revoked, "（2027）辽01行终1号", "主要证据不足", new LocalDate(2027, 3, 1), "chai"),
        new DishonestyEvent.ExitRequested(ListingExit.Repair, "已履行义务、消除影响", new LocalDate(2027, 12, 2), new LocalDate(2027, 12, 23), "chai"),
        new DishonestyEvent.ExitRequested(ListingExit.Withdrawal, "处罚决定已被撤销", new LocalDate(2027, 12, 2), null, "chai"),
        new DishonestyEvent.ExitDecided(ExitDecision.Refused, "未消除影响", new LocalDate(2027, 12, 10), "shou"),
        new DishonestyEvent.Expired(new LocalDate(2029, 12, 2)),
        new CeremonyEvent.Prepared("D2026-0005", 1, null, "market", "sha-256", [Frozen with { Listed = 3, ListedFile = E }]),
        new PlanEvent.TaskAdded(Task with { Catalogues = ["ecology-v1", "market-v2"] }),
        new CatalogueEvent.Begun("market", 2, "依据修订", "ni"),
        new CatalogueEvent.ItemAdded(Item),
        new CatalogueEvent.ItemAdded(new InspectionItem("SCJG-02", "market", "特种设备", "Special equipment", "特种设备安全法 第五十七条", false, 5)),
        new CatalogueEvent.ItemRevised(Item with { RatioPercent = 30 }),
        new CatalogueEvent.ItemRemoved("SCJG-02"),
        new CatalogueEvent.Submitted("ni"),
        new CatalogueEvent.Returned("fa", "依据条款有误"),
        new CatalogueEvent.Reviewed("fa", "依据准确，予以通过"),
        new CatalogueEvent.Reported(2, "xie"),
        new CatalogueEvent.Published(2, new LocalDate(2026, 12, 1), "国家企业信用信息公示系统（辽宁）", "gong", At),
        new CatalogueEvent.BasisChanged(1, "食品安全法（2026 修正）", new LocalDate(2026, 12, 1), ["SCJG-01"], "fa"),
        new DisclosureEvent.ExemptionProposed(ExemptionGround.BusinessSecret, "配方属商业秘密", "gong"),
        new DisclosureEvent.ExemptionDecided(ExemptionDecision.Denied, "不属实", "shou"),
        new DisclosureEvent.Corrected(2, "检查结果经复核更正", "gong", At, [Receipt]),
        new DisclosureEvent.WithdrawalOrdered(WithdrawalGround.Revoked, "复议机关撤销", "shou"),
        new DisclosureEvent.Withdrawn(3, "gong", At, [Receipt]),
        new EmbargoEvent.Begun("A2026-S001", "market", At),
        new EmbargoEvent.Ended(EmbargoEnd.HeadDecided, "线索已公开", "shou", At),
        new DisclosureEvent.Deferred(new LocalDate(2026, 12, 31), "突击检查尚未结束", "shou"),
        new VisitEvent.Approved("年度随机抽查任务", "shou"),
        new VisitEvent.CheckedIn("scjg-01", At),
        new VisitEvent.NoticeSentAhead(ServiceMethod.Electronic, new LocalDate(2026, 11, 23), "scjg-01"),
        new VisitEvent.EvidenceKept(new EvidenceFile(A, "现场照片.png", "image/png", 20_971_520), "scjg-01"),
        new VisitEvent.Objected("标签齐全", "scjg-01", new LocalDate(2026, 11, 24)),
        new VisitEvent.ObjectionDecided(ObjectionDecision.Rejected, "复核不属实", "shou"),
        new VisitEvent.Corrected("SCJG-01", ItemResult.DisclosureMissing, "背面有标签", Conclusion.ProblemsFound, "scjg-01"),
        new VisitEvent.FollowUpSet(1, new LocalDate(2026, 12, 1), "scjg-01"),
        new VisitEvent.Rechecked(1, RecheckOutcome.NotCorrected, "仍缺生产日期", new LocalDate(2026, 12, 1), "scjg-01"),
        new SpecialDirectoryEvent.Saved("Z2026-001", "market", "餐饮服务单位", DirectoryCriteria.Everything with { Tags = ["食品"] }, "餐饮专项", "ku"),
        new SpecialDirectoryEvent.Revised(2, new DirectoryCriteria(["沈河区"], ["H"], ["C"]) { Carriers = [CarrierKind.Site], General = GeneralDirectory.NonProfit }, "只查场所", "ni"),
        new SpecialDirectoryEvent.Retired("专项结束", "ku"),
        new TaskEvent.Designed("T", "P", DirectoryCriteria.Everything with { Tags = ["食品"] }, Stratification.Region, "{}\n", "ni", Special: new NamedDirectory("Z2026-001", "餐饮服务单位", 2)),
        new PlanEvent.AmendmentBegun(2, "机构职能调整", "ni"),
        new PlanEvent.AmendmentDropped("不再需要", "ni"),
        new PlanEvent.Drafted(
            "A2026-002", 2026, "market", "冷链食品专项检查", "ni", PlanKind.AdHoc, "省局部署",
            new AdHocTerms(TaskKind.Special, TaskGround.SuperiorTask, TaskScale.Full, new SuperiorTask("省市场监管局", "LN2026-017", "辽市监办〔2026〕17号"))),
        new PlanEvent.Drafted("A2026-003", 2026, "market", "投诉核查", "ni", PlanKind.AdHoc, "12345 热线", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint)),
        new PlanEvent.Drafted("A2026-004", 2026, "market", "投诉核查", "ni", PlanKind.AdHoc, "12345 热线", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint, Named: 3)),
        new TaskEvent.Designed("T", "P", DirectoryCriteria.Everything, Stratification.None, "{}\n", "ni", Named: [new NamedSubject("91210100MA0XXXXX0X", "12345 热线第 8 号")]),
        new TaskEvent.NamedApproved("shou", At),
        new TaskEvent.ChoicesDeclared(new TaskChoices(ChoiceKind.Time, [new("2026-W49", "第 49 周"), new("2026-W50", "第 50 周")], 1, "无法随机抽取对象"), "ni"),
        new TaskEvent.ChoicesWithdrawn(ChoiceKind.Method, "ni"),
        new TaskEvent.ChoicesFrozen(ChoiceKind.Area, "D2026-0006"),
        new TaskEvent.ChoicesReleased(ChoiceKind.Content, "D2026-0006"),
        new TaskEvent.ChoicesDrawn(ChoiceKind.Order, "D2026-0007", ["batch-2", "batch-1"]),
        new CeremonyEvent.Prepared("D2026-0006", 1, null, "market", "sha-256", [Frozen with { DirectoryVersion = 0 }], Choice: ChoiceKind.Area),
        new VisitEvent.Planned(
            "P2026-001-T01-V0002", "P2026-001-T01", "D2026-0001", "M2026-0001", "91210100MA0XXXXX0X", "沈阳示例有限公司", "沈河区",
            new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), ["SCJG-01"], new VisitTeam("market", 2, ["scjg-01", "scjg-02"]), "91210100MA0XXXXX0X", [], new LocalDate(2026, 11, 27)),
        new VisitEvent.OfficerProposed("scjg-04", AssignmentCase.SpecialExpertise, "仅一人持有特种设备检验资格", "qiu", "scjg-02"),
        new VisitEvent.ProposalRefused("scjg-04", "另行安排", "shou"),
        new VisitEvent.OfficerAssigned("scjg-04", "仅一人持有特种设备检验资格", "shou", "scjg-02", AssignmentCase.SpecialExpertise, "qiu"),
        new VisitEvent.Begun("scjg-01", new LocalDate(2026, 11, 23), null, "接报燃气泄漏"),
        new VisitEvent.CheckedIn("party:91210100MA0XXXXX0X", At, CheckInSide.Party),
        new DisclosureEvent.Lapsed("列入决定公示前已被撤销", "shou"),
        new PlanEvent.TaskAdded(Task with { VisitDay = VisitDayRule.Drawn }),
        new CeremonyEvent.Prepared("M2026-0002", 1, null, "market", "sha-256", [], new FrozenMatch("P2026-001-T01", "D2026-0001", A, B, C, 3, 727, 4, [], 0, D)),
        new FeedbackEvent.Given("market", 5, 4, 3, "态度好"),
        new InboxEvent.Received("province", "https://province.example", "m-1", "cn.random-inspection.subjects.v1", "subjects", 7, A),
        new InboxEvent.Followed("m-1", A),
        new AttemptEvent.Refused("market", "POST /visits/{VisitId}", "P2026-001-T01-V0002", "RI2012"),
    ];
}
