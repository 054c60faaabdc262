namespace RandomInspection.Inspections;

/// <summary>The steps of <see cref="VisitWorkflow"/>; an inspector acts in the visits of their own team only. Source: 沈政办发〔2020〕19号 三(七).</summary>
public static class VisitSteps
{
    private static readonly FourEyes NotOfTheTeam =
        new("检查组成员", "an officer of the team", InspectionRefusals.OwnResult, "visit.begun", "visit.resultEntered", "visit.concluded");

    /// <summary>The team arrives.</summary>
    public static WorkStep Arrive { get; } = Team("visit.arrive", nameof(VisitWorkflow.ArriveAsync), "到场", "Arrive", "visit.begun", VisitStatus.Planned);

    /// <summary>Enters results of items.</summary>
    public static WorkStep Enter { get; } = Team("visit.enter", nameof(VisitWorkflow.EnterAsync), "登记检查结果", "Enter results", "visit.resultEntered", VisitStatus.Underway);

    /// <summary>Gives every item the same result.</summary>
    public static WorkStep EnterAll { get; } =
        Team("visit.enterAll", nameof(VisitWorkflow.EnterAllAsync), "全部事项同一结果", "Give all items one result", "visit.resultEntered", VisitStatus.Underway);

    /// <summary>Concludes.</summary>
    public static WorkStep Conclude { get; } = Team("visit.conclude", nameof(VisitWorkflow.ConcludeAsync), "作出结论", "Conclude", "visit.concluded", VisitStatus.Underway);

    /// <summary>Sends a result back.</summary>
    public static WorkStep Return { get; } = Second("visit.return", nameof(VisitWorkflow.ReturnAsync), "退回检查结果", "Send a result back", "visit.returned");

    /// <summary>Audits a result.</summary>
    public static WorkStep Audit { get; } = Second("visit.audit", nameof(VisitWorkflow.AuditAsync), "审核检查结果", "Audit a result", "visit.audited");

    /// <summary>Serves the notice.</summary>
    public static WorkStep Serve { get; } = Team(
        "visit.serve", nameof(VisitWorkflow.ServeAsync), "送达告知书", "Serve the notice", "visit.noticeServed", VisitStatus.Concluded, VisitStatus.Audited);

    /// <summary>Enters a measure.</summary>
    public static WorkStep Decide { get; } = Team(
        "visit.decide", nameof(VisitWorkflow.DecideAsync), "登记处理措施", "Enter a measure", "visit.measureDecided", VisitStatus.Concluded, VisitStatus.Audited);

    /// <summary>Approves visits.</summary>
    public static WorkStep Approve { get; } = Head(
        "visit.approve", nameof(VisitWorkflow.ApproveAsync), "审批检查", "Approve a visit", "visit.approved", VisitStatus.Planned, VisitStatus.Underway, VisitStatus.Concluded, VisitStatus.Audited);

    /// <summary>Checks in with the visit's code.</summary>
    public static WorkStep CheckIn { get; } = Team(
        "visit.checkIn", nameof(VisitWorkflow.CheckInAsync), "扫码入企", "Check in", "visit.checkedIn", VisitStatus.Planned, VisitStatus.Underway);

    /// <summary>The inspected party enters the code.</summary>
    public static WorkStep CheckInAsParty { get; } = new(
        "visit.checkInAsParty", typeof(VisitWorkflow), nameof(VisitWorkflow.CheckInAsPartyAsync), "被检查对象扫码", "Check in as the inspected party", StepReach.Everywhere, Role.InspectedParty)
    {
        States = [VisitStatus.Planned, VisitStatus.Underway],
        WrongState = [InspectionRefusals.WrongState],
        Events = ["visit.checkedIn"],
    };

    /// <summary>Sends the notice of inspection ahead.</summary>
    public static WorkStep SendNotice { get; } = Team(
        "visit.sendNotice", nameof(VisitWorkflow.SendNoticeAheadAsync), "提前送达检查通知", "Send the notice ahead", "visit.noticeSentAhead", VisitStatus.Planned);

    /// <summary>Keeps evidence.</summary>
    public static WorkStep KeepEvidence { get; } = Team(
        "visit.keepEvidence", nameof(VisitWorkflow.KeepEvidenceAsync), "留存证据", "Keep evidence", "visit.evidenceKept", VisitStatus.Underway, VisitStatus.Concluded, VisitStatus.Audited);

    /// <summary>Takes down an objection.</summary>
    public static WorkStep Object { get; } = Team(
        "visit.object", nameof(VisitWorkflow.ObjectAsync), "记录异议", "Take down an objection", "visit.objected", VisitStatus.Concluded, VisitStatus.Audited);

    /// <summary>Decides on an objection.</summary>
    public static WorkStep DecideObjection { get; } = Head(
        "visit.decideObjection", nameof(VisitWorkflow.DecideObjectionAsync), "处理异议", "Decide on an objection", "visit.objectionDecided", VisitStatus.Concluded, VisitStatus.Audited);

    /// <summary>Corrects a result after an upheld objection.</summary>
    public static WorkStep Correct { get; } = Team(
        "visit.correct", nameof(VisitWorkflow.CorrectAsync), "更正检查结果", "Correct a result", "visit.corrected", VisitStatus.Concluded, VisitStatus.Audited);

    /// <summary>Lays down by when an order is to be done.</summary>
    public static WorkStep Follow { get; } = Team(
        "visit.follow", nameof(VisitWorkflow.FollowAsync), "登记整改期限", "Lay down a follow-up", "visit.followUpSet", VisitStatus.Concluded, VisitStatus.Audited);

    /// <summary>Enters a re-check.</summary>
    public static WorkStep Recheck { get; } = Team(
        "visit.recheck", nameof(VisitWorkflow.RecheckAsync), "复查整改", "Enter a re-check", "visit.rechecked", VisitStatus.Concluded, VisitStatus.Audited);

    private static WorkStep Head(string name, string command, string chinese, string english, string happened, params ReadOnlySpan<VisitStatus> states) =>
        new(name, typeof(VisitWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.AuthorityHead)
        {
            States = [.. states.ToArray().Cast<Enum>()],
            WrongState = [InspectionRefusals.WrongState],
            FourEyes = [NotOfTheTeam],
            Events = [happened],
        };

    private static WorkStep Team(string name, string command, string chinese, string english, string happened, params ReadOnlySpan<VisitStatus> states) =>
        new(name, typeof(VisitWorkflow), command, chinese, english, StepReach.WithSubordinates, Role.Inspector)
        {
            States = [.. states.ToArray().Cast<Enum>()],
            WrongState = [InspectionRefusals.WrongState],
            Events = [happened],
        };

    private static WorkStep Second(string name, string command, string chinese, string english, string happened) =>
        new(name, typeof(VisitWorkflow), command, chinese, english, StepReach.OwnDepartment, Role.ResultAuditor)
        {
            States = [VisitStatus.Concluded],
            WrongState = [InspectionRefusals.WrongState],
            FourEyes = [NotOfTheTeam],
            Events = [happened],
        };
}
