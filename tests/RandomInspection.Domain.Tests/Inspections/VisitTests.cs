using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using static RandomInspection.Tests.Inspections.VisitScript;

namespace RandomInspection.Tests.Inspections;

/// <summary>一次上门检查：every command in every state, and what it is refused for.</summary>
public sealed class VisitTests
{
    private const string Table = """
        command  | Planned  | Underway  | Concluded | Audited  | Closed
        Replace  | Planned  | RI2301    | RI2301    | RI2301   | RI2301
        Propose  | RI2308   | RI2301    | RI2301    | RI2301   | RI2301
        Assign   | RI3035   | RI2301    | RI2301    | RI2301   | RI2301
        Refuse   | RI3035   | RI2301    | RI2301    | RI2301   | RI2301
        Arrive   | Underway | RI2301    | RI2301    | RI2301   | RI2301
        Enter    | RI2301   | Underway  | RI2301    | RI2301   | RI2301
        Conclude | RI2301   | RI2306    | RI2301    | RI2301   | RI2301
        Return   | RI2301   | RI2301    | Underway  | RI2301   | RI2301
        Audit    | RI2301   | RI2301    | Audited   | RI2301   | RI2301
        Serve    | RI2301   | RI2301    | Concluded | Audited  | RI2301
        Decide   | RI2301   | RI2301    | Concluded | Audited  | RI2301
        Close    | Closed   | Closed    | RI2301    | RI2301   | RI2301
        """;

    private static readonly Dictionary<string, (Func<Visit, VisitEvent> Run, string Name)> Commands = new()
    {
        ["Replace"] = (v => v.Replace(Replacement(First, "scjg-05")), "replacing an officer"),
        ["Propose"] = (v => v.Propose("scjg-05", AssignmentCase.NobodyMatched, "举报件", "qiu"), "assigning directly"),
        ["Assign"] = (v => v.Assign("shou"), "assigning directly"),
        ["Refuse"] = (v => v.RefuseProposal("另有安排", "shou"), "refusing an assignment"),
        ["Arrive"] = (v => v.Arrive(First, Today), "beginning the visit"),
        ["Enter"] = (v => v.Enter(ItemA, ItemResult.NoProblemFound, "", First), "entering a result"),
        ["Conclude"] = (v => v.Conclude(First, Today), "concluding"),
        ["Return"] = (v => v.Return("缺少照片", Outsider), "sending the result back"),
        ["Audit"] = (v => v.Audit(Outsider), "auditing the result"),
        ["Serve"] = (v => v.Serve(Service, First, Today), "serving the notice"),
        ["Decide"] = (v => v.Decide(MeasureKind.Order, "限期改正", "食品安全法第一百二十六条", Today, First, Today), "deciding a measure"),
        ["Close"] = (v => v.Close(ReplacementGround.MovedOut, 3, "V2"), "replacing the subject"),
    };

    public static TheoryData<string, VisitStatus, string> Cells
    {
        get
        {
            TheoryData<string, VisitStatus, string> cells = [];
            string[][] rows = [.. Table.Split('\n').Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())];
            foreach (string[] row in rows.Skip(1))
            {
                for (int column = 1; column < row.Length; column++)
                {
                    cells.Add(row[0], Enum.Parse<VisitStatus>(rows[0][column]), row[column]);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_InState_LeadsOnOrIsRefusedAndChangesNothing(string command, VisitStatus state, string due)
    {
        (Visit visit, List<VisitEvent> events) = At(state);
        string before = StateOf(visit);
        if (Enum.TryParse(due, out VisitStatus next))
        {
            events.Add(Commands[command].Run(visit));
            Assert.Equal(next, visit.Status);
            Assert.NotEqual(before, StateOf(visit));
            Assert.Equal(StateOf(visit), StateOf(Visit.Replay(events)));
            return;
        }

        if (due == "RI2301")
        {
            RefusalAssert.Transition(due, () => Commands[command].Run(visit), state.ToString(), ("visit", Id), ("state", state.ToString()), ("commandEn", Commands[command].Name));
        }
        else
        {
            RefusalAssert.Contains(due, () => Commands[command].Run(visit), ("visit", Id));
        }

        Assert.Equal(before, StateOf(visit));
    }

    [Fact]
    public void Command_ByNobodyOfTheTeam_RI2302()
    {
        Refused(VisitStatus.Planned, v => v.Arrive(Outsider, Today));
        Refused(VisitStatus.Underway, v => v.Enter(ItemA, ItemResult.NoProblemFound, "", Outsider));
        Refused(VisitStatus.Underway, v => v.Conclude(Outsider, Today));
        Refused(VisitStatus.Concluded, v => v.Serve(Service, Outsider, Today));
        Refused(VisitStatus.Audited, v => v.Decide(MeasureKind.Order, "改正", "法", Today, Outsider, Today));
        Refused(VisitStatus.Planned, v => v.Replace(Replacement(Outsider, "scjg-05")));

        static void Refused(VisitStatus state, Action<Visit> command)
        {
            Visit visit = At(state).Visit;
            string before = StateOf(visit);
            RefusalAssert.Input("RI2302", () => command(visit), ("visit", Id), ("person", Outsider));
            Assert.Equal(before, StateOf(visit));
        }
    }

    [Fact]
    public void Audit_OneOfTheTeam_RI2311()
    {
        Visit visit = At(VisitStatus.Concluded).Visit;
        RefusalAssert.Input("RI2311", () => visit.Audit(Second), ("visit", Id), ("person", Second));
        RefusalAssert.Input("RI2311", () => visit.Return("不清楚", First), ("visit", Id), ("person", First));
        Assert.Equal(VisitStatus.Concluded, visit.Status);
    }

    [Fact]
    public void Arrive_TeamIncomplete_RI2303() =>
        RefusalAssert.Input("RI2303", () => Short().Arrive(First, Today), ("visit", Id), ("present", "1"), ("needed", "2"));

    [Fact]
    public void Arrive_DayBeforeThePeriod_RI2304AndOnItsFirstDayNot()
    {
        Visit visit = At(VisitStatus.Planned).Visit;
        RefusalAssert.Input("RI2304", () => visit.Arrive(First, From.PlusDays(-1)), ("visit", Id), ("from", "2026-11-20"), ("today", "2026-11-19"));
        Assert.Equal(From, visit.Arrive(First, From).On);
    }

    [Fact]
    public void Return_NoticeServedBefore_MustBeServedAnew()
    {
        (Visit visit, List<VisitEvent> events) = At(VisitStatus.Concluded);
        events.Add(visit.Serve(Service, First, Today));
        events.Add(visit.Return("请补充说明", Outsider));
        Assert.Null(visit.Service);
        events.Add(visit.Conclude(First, Today));
        events.Add(visit.Serve(Service with { Method = ServiceMethod.ByPost }, First, Today));
        Assert.Equal(ServiceMethod.ByPost, visit.Service!.Method);
        Assert.Equal(StateOf(visit), StateOf(Visit.Replay(events)));
    }

    [Fact]
    public void Arrive_OthersCameOnAnotherDay_RI2316UnlessAReasonIsGiven()
    {
        (string, LocalDate)[] others = [("P2026-002-T01-V0001", Today), ("P2026-003-T01-V0001", Today.PlusDays(-1))];
        Visit visit = At(VisitStatus.Planned).Visit;
        RefusalAssert.Input(
            "RI2316", () => visit.Arrive(First, Today, others, null), ("visit", Id), ("other", "P2026-003-T01-V0001"), ("on", "2026-11-22"), ("today", "2026-11-23"));
        RefusalAssert.Input("RI2305", () => visit.Arrive(First, Today, others, " "), ("fieldZh", "另行上门的理由"), ("fieldEn", "The reason for a visit of its own"), ("most", "500"));
        Assert.Equal("仪器故障", visit.Arrive(First, Today, others, " 仪器故障 ").Separately);
        Assert.Null(At(VisitStatus.Planned).Visit.Arrive(First, Today, others[..1], "不需要").Separately);
    }

    [Fact]
    public void Arrive_NotApproved_RI3032UnlessItIsAnEmergencyThenApprovedAfterwards()
    {
        Visit visit = Visit.Begin(Plan);
        RefusalAssert.Input("RI3032", () => visit.Arrive(First, Today), ("visit", Id));
        RefusalAssert.Input("RI3032", () => visit.EnterCode("X", "X", First, Now), ("visit", Id));
        RefusalAssert.Contains("RI2305", () => visit.Arrive(First, Today, [], null, " "), ("fieldZh", "紧急情况说明"), ("fieldEn", "What makes it urgent"));
        Assert.Equal("燃气泄漏", visit.Arrive(First, Today, [], null, " 燃气泄漏 ").Emergency);
        visit.EnterCode("X", "X", First, Now);
        visit.Enter(ItemA, ItemResult.NoProblemFound, "", First);
        visit.Enter(ItemB, ItemResult.NoProblemFound, "", First);
        visit.Conclude(First, Today);
        Assert.True(VisitView.Of(visit).ApprovalIsOwed);
        RefusalAssert.Input("RI3033", () => visit.Audit(Outsider), ("visit", Id));
        visit.Approve("接报燃气泄漏，情况紧急", "shou");
        Assert.False(VisitView.Of(visit).ApprovalIsOwed);
        visit.Audit(Outsider);
    }

    [Fact]
    public void Arrive_ApprovedAndUrgentAllTheSame_NoEmergency() => Assert.Null(At(VisitStatus.Planned).Visit.Arrive(First, Today, [], null, "不需要").Emergency);

    [Fact]
    public void Arrive_AnotherDayThanDrawn_RI3037UnlessAReasonIsGiven()
    {
        Visit visit = Visit.Begin(Plan with { Day = Today });
        visit.Approve("年度计划", "shou");
        RefusalAssert.Input("RI3037", () => visit.Arrive(First, Today.PlusDays(1)), ("visit", Id), ("day", "2026-11-23"), ("today", "2026-11-24"));
        RefusalAssert.Contains("RI3037", () => visit.Arrive(First, Today.PlusDays(-1)), ("today", "2026-11-22"));
        Visit later = Visit.Begin(Plan with { Day = Today });
        later.Approve("年度计划", "shou");
        Assert.Equal("暴雪停工", later.Arrive(First, Today.PlusDays(1), [], "暴雪停工").Separately);
        Assert.Null(visit.Arrive(First, Today, [], "不需要").Separately);
        Assert.Equal(Today, VisitView.Of(visit).Day);
    }

    [Fact]
    public void EnterCodeAsParty_Code_OnceWithinThePeriodOfAnApprovedVisit()
    {
        Visit visit = Visit.Begin(Plan);
        RefusalAssert.Input("RI3022", () => visit.EnterCodeAsParty("Y", "X", Now, Today), ("visit", Id)); // who has no code learns nothing
        RefusalAssert.Input("RI3032", () => visit.EnterCodeAsParty("x", "X", Now, Today), ("visit", Id));
        visit.Approve("年度计划", "shou");
        RefusalAssert.Contains("RI2304", () => visit.EnterCodeAsParty("x", "X", Now, From.PlusDays(-1)), ("from", "2026-11-20"));
        Assert.Equal(new VisitEvent.CheckedIn("party:91210100MA0000001X", Now, CheckInSide.Party), visit.EnterCodeAsParty("x", "X", Now, Today));
        RefusalAssert.Input("RI3023", () => visit.EnterCode("X", "X", First, Now), ("visit", Id));
        RefusalAssert.Input("RI3023", () => visit.EnterCodeAsParty("X", "X", Now, Today), ("visit", Id));
    }

    [Fact]
    public void RecheckDueOn_Orders_TheEarliestThatIsNotClosed()
    {
        Visit visit = At(VisitStatus.Concluded).Visit;
        Assert.Null(visit.RecheckDueOn);
        visit.Decide(MeasureKind.Transfer, "移送", "法", Today, First, Today);
        Assert.Null(visit.RecheckDueOn);
        visit.Decide(MeasureKind.Order, "改正", "法", Today, First, Today);
        Assert.Equal(Today, visit.RecheckDueOn); // no last day is laid down
        visit.Follow(2, Today.PlusDays(9), First);
        Assert.Equal(Today.PlusDays(9), visit.RecheckDueOn);
        visit.Decide(MeasureKind.Compulsion, "查封", "法", Today.PlusDays(2), First, Today.PlusDays(2));
        Assert.Equal(Today.PlusDays(2), visit.RecheckDueOn);
        visit.Follow(3, Today.PlusDays(20), First);
        visit.Recheck(2, RecheckOutcome.NotCorrected, "未改", First, Today.PlusDays(9));
        Assert.Equal(Today.PlusDays(9), visit.RecheckDueOn); // it needs a new day
        visit.Recheck(2, RecheckOutcome.Corrected, "已改", First, Today.PlusDays(10));
        Assert.Equal(Today.PlusDays(20), VisitView.Of(visit).RecheckDueOn);
        visit.Recheck(3, RecheckOutcome.Corrected, "已解除", First, Today.PlusDays(11));
        Assert.Null(visit.RecheckDueOn);
    }

    [Fact]
    public void Replace_OfficerThere_ComesInAndMayComeBack()
    {
        Visit visit = At(VisitStatus.Planned).Visit;
        RefusalAssert.Input("RI2307", () => visit.Replace(Replacement(First, Second)), ("visit", Id), ("person", Second));
        RefusalAssert.Input("RI2305", () => visit.Replace(Replacement(First, "aa", "")), ("fieldZh", "更换理由"), ("fieldEn", "Reason"), ("most", "500"));
        visit.Replace(Replacement(First, "aa"));
        visit.Replace(Replacement("aa", First));
        Assert.Equal([First, Second], visit.Team.Inspectors);
        Assert.Equal([First, "aa"], visit.Left);
    }

    [Theory]
    [InlineData(ItemResult.DisclosureMissing)]
    [InlineData(ItemResult.DisclosureFalse)]
    [InlineData(ItemResult.OrderedToCorrect)]
    [InlineData(ItemResult.Uncooperative)]
    [InlineData(ItemResult.PendingHandling)]
    public void Enter_ProblemWithoutWords_RI2305(ItemResult problem)
    {
        Visit visit = At(VisitStatus.Underway).Visit;
        RefusalAssert.Input("RI2305", () => visit.Enter(ItemA, problem, " \u3000", First), ("fieldZh", "情况说明"), ("fieldEn", "Note"), ("most", "500"));
        Assert.Equal("有", visit.Enter(ItemA, problem, " 有 ", First).Note);
    }

    [Theory]
    [InlineData(ItemResult.NoProblemFound)]
    [InlineData(ItemResult.NoActivityFound)]
    [InlineData(ItemResult.CannotBeContacted)]
    [InlineData(ItemResult.Deregistered)]
    public void Enter_NothingToSay_NeedsNoWordsButNotTooMany(ItemResult result)
    {
        Visit visit = At(VisitStatus.Underway).Visit;
        Assert.Equal("", visit.Enter(ItemA, result, "", First).Note);
        Assert.Equal(500, visit.Enter(ItemA, result, new string('长', 500), First).Note.Length);
        RefusalAssert.Contains("RI2305", () => visit.Enter(ItemA, result, new string('长', 501), First), ("most", "500"));
    }

    [Fact]
    public void Enter_NoItemOfTheVisit_RI2309() =>
        RefusalAssert.Input("RI2309", () => At(VisitStatus.Underway).Visit.Enter("SCJG-99", ItemResult.NoProblemFound, "", First), ("visit", Id), ("item", "SCJG-99"));

    [Fact]
    public void Enter_Twice_TheLaterStands()
    {
        Visit visit = At(VisitStatus.Underway).Visit;
        visit.Enter(ItemA, ItemResult.OrderedToCorrect, "有", First);
        visit.Enter(ItemA, ItemResult.NoProblemFound, "", Second);
        Assert.Equal(ItemResult.NoProblemFound, Assert.Single(visit.Results).Value.Result);
        Assert.Equal([ItemB], visit.Open);
    }

    [Fact]
    public void Conclude_ItemOpen_RI2306NamesIt()
    {
        Visit visit = At(VisitStatus.Underway).Visit;
        visit.Enter(ItemA, ItemResult.NoProblemFound, "", First);
        RefusalAssert.Input("RI2306", () => visit.Conclude(First, Today), ("visit", Id), ("items", ItemB));
    }

    [Theory]
    [InlineData(ItemResult.CannotBeContacted, ItemResult.NoProblemFound)]
    [InlineData(ItemResult.NoProblemFound, ItemResult.MovedAway)]
    [InlineData(ItemResult.CannotBeContacted, ItemResult.Deregistered)]
    public void Conclude_ResultOfTheWholeVisitBesideAnother_RI2310(ItemResult a, ItemResult b)
    {
        Visit visit = At(VisitStatus.Underway).Visit;
        visit.Enter(ItemA, a, "x", First);
        visit.Enter(ItemB, b, "x", First);
        RefusalAssert.Input("RI2310", () => visit.Conclude(First, Today), ("visit", Id), ("result", (a.IsOfWholeVisit() ? a : b).ToString()));
        Assert.Null(visit.Conclusion);
    }

    [Fact]
    public void Return_ThenConcludedAgain_ReasonIsGoneAndResultsStay()
    {
        Visit visit = At(VisitStatus.Concluded).Visit;
        RefusalAssert.Input("RI2305", () => visit.Return(" ", Outsider), ("fieldZh", "退回理由"), ("fieldEn", "Reason"), ("most", "500"));
        visit.Return(" 缺少照片 ", Outsider);
        Assert.Equal(("缺少照片", null, VisitStatus.Underway), (visit.ReturnReason, visit.Conclusion, visit.Status));
        Assert.Empty(visit.Open);
        Assert.Equal(Conclusion.ProblemsFound, visit.Conclude(Second, Today.PlusDays(1)).Conclusion);
        Assert.Null(visit.ReturnReason);
    }

    [Fact]
    public void Serve_Twice_RI2312()
    {
        Visit visit = At(VisitStatus.Concluded).Visit;
        visit.Serve(Service, First, Today);
        RefusalAssert.Input("RI2312", () => visit.Serve(Service, First, Today), ("visit", Id), ("on", "2026-11-23"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Serve_BeforeTheConclusionOrAfterToday_RI2313(int days) => RefusalAssert.Input(
        "RI2313",
        () => At(VisitStatus.Audited).Visit.Serve(Service with { On = Today.PlusDays(days) }, First, Today.PlusDays(1)),
        ("fieldZh", "送达日期"), ("fieldEn", "The day of service"), ("day", Today.PlusDays(days).ToString("R", null)), ("earliest", "2026-11-23"), ("latest", "2026-11-24"));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Decide_BeforeTheVisitOrAfterToday_RI2313(int days) => RefusalAssert.Contains(
        "RI2313",
        () => At(VisitStatus.Audited).Visit.Decide(MeasureKind.Penalty, "罚款", "法", Today.PlusDays(days), First, Today),
        ("fieldEn", "The day of the decision"), ("earliest", "2026-11-23"), ("latest", "2026-11-23"));

    [Theory]
    [InlineData("", "法", "Measure")]
    [InlineData("改正", " ", "Legal basis")]
    public void Decide_TextMissing_RI2305(string text, string basis, string field) => RefusalAssert.Contains(
        "RI2305", () => At(VisitStatus.Audited).Visit.Decide(MeasureKind.Order, text, basis, Today, First, Today), ("fieldEn", field));

    [Fact]
    public void Decide_Several_NumberedFromOne()
    {
        Visit visit = At(VisitStatus.Concluded).Visit;
        visit.Decide(MeasureKind.Order, "改正", "法", Today, First, Today);
        Measure second = visit.Decide(MeasureKind.Transfer, "移送", "法", Today, Second, Today).Measure;
        Assert.Equal([1, 2], visit.Measures.Select(m => m.Number));
        Assert.Equal(new Measure(2, MeasureKind.Transfer, "移送", "法", Today), second);
    }

    [Theory]
    [InlineData(ItemResult.CannotBeContacted, true)]
    [InlineData(ItemResult.Deregistered, true)]
    [InlineData(ItemResult.NoProblemFound, false)]
    [InlineData(ItemResult.NoActivityFound, false)]
    public void Close_WithAResult_OnlyWhereNobodyWasThere(ItemResult result, bool may)
    {
        Visit visit = At(VisitStatus.Underway).Visit;
        visit.Enter(ItemA, result, "", First);
        if (may)
        {
            Assert.Equal(new VisitEvent.Closed(ReplacementGround.NotReached, 2, null), visit.Close(ReplacementGround.NotReached, 2, null));
        }
        else
        {
            RefusalAssert.Input("RI2152", () => visit.Close(ReplacementGround.NotReached, 2, null), ("visit", Id));
            Assert.Equal(VisitStatus.Underway, visit.Status);
        }
    }

    [Fact]
    public void Begin_NoItems_IsNoVisit() => Assert.Throws<ArgumentOutOfRangeException>(() => Visit.Begin(Plan with { Items = [] }));

    [Fact]
    public void Replay_PlannedTwice_NoStream() => Assert.Throws<ArgumentOutOfRangeException>(() => Visit.Replay([Plan, Plan]));
}
