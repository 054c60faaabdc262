using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection;

/// <summary>What states and roles are called, in both languages: on pages and in refusals alike.</summary>
public static partial class StateWords
{
    /// <summary>Where a draw's or a match's ceremony stands.</summary>
    /// <param name="status">The state.</param>
    public static (string Chinese, string English) Of(CeremonyStatus status) => status switch
    {
        CeremonyStatus.Prepared => ("名单已冻结", "Frame frozen"),
        CeremonyStatus.Committing => ("等待承诺", "Awaiting commitments"),
        CeremonyStatus.Revealing => ("等待揭示", "Awaiting reveals"),
        CeremonyStatus.AwaitingPublicValue => ("等待公共值", "Awaiting the public value"),
        CeremonyStatus.Ready => ("可以抽取", "Ready to draw"),
        CeremonyStatus.Drawn => ("已抽取", "Drawn"),
        CeremonyStatus.Matched => ("已匹配", "Matched"),
        CeremonyStatus.Void => ("已作废", "Void"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What a seed rests on.</summary>
    /// <param name="assurance">The assurance.</param>
    public static (string Chinese, string English) Of(Assurance assurance) => assurance switch
    {
        Assurance.Witnessed => ("见证抽取", "Witnessed"),
        Assurance.Operator => ("自行抽取", "Operator only"),
        _ => throw new ArgumentOutOfRangeException(nameof(assurance)),
    };

    /// <summary>What remains possible without a public value, plainly (random-inspection-draw/1 §3).</summary>
    public static (string Chinese, string English) BreakOff { get; } = (
        "没有公共值：最后揭示的一方可以用沉默使抽取中断，但不能改变结果。",
        "There was no public value: the last to reveal could have broken the draw off by silence, but not changed it.");

    /// <summary>Where a plan stands.</summary>
    /// <param name="status">The state.</param>
    public static (string Chinese, string English) Of(PlanStatus status) => status switch
    {
        PlanStatus.Draft => ("编制中", "Draft"),
        PlanStatus.Submitted => ("待政府批准", "Awaiting approval"),
        PlanStatus.Approved => ("已批准", "Approved"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Who says on which day a subject is visited.</summary>
    /// <param name="rule">The rule.</param>
    public static (string Chinese, string English) Of(VisitDayRule rule) => rule switch
    {
        VisitDayRule.ByTheTeam => ("检查组在任务期内安排", "The team chooses within the period"),
        VisitDayRule.Drawn => ("检查日随机抽定", "The day is drawn at random"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>Where a version of a catalogue stands.</summary>
    /// <param name="status">The state.</param>
    public static (string Chinese, string English) Of(CatalogueStatus status) => status switch
    {
        CatalogueStatus.Draft => ("编制中", "Being prepared"),
        CatalogueStatus.Submitted => ("待司法行政审核", "Awaiting judicial review"),
        CatalogueStatus.Reviewed => ("待报送协调小组", "Awaiting the coordinating group"),
        CatalogueStatus.Reported => ("待公布", "Awaiting publication"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Why a task stands outside the plan.</summary>
    /// <param name="ground">The ground.</param>
    public static (string Chinese, string English) Of(TaskGround ground) => ground switch
    {
        TaskGround.KeyField => ("特殊重点领域", "Special key field"),
        TaskGround.Complaint => ("投诉举报", "Complaints and reports"),
        TaskGround.Referral => ("转办交办", "Transferred or assigned"),
        TaskGround.DataMonitoring => ("数据监测", "What the data show"),
        TaskGround.SuperiorOrder => ("上级部署", "Laid down by a superior"),
        TaskGround.SuddenSituation => ("突发监管情况", "Sudden situation"),
        TaskGround.SuperiorTask => ("上级计划任务", "A superior's planned task"),
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    /// <summary>Where a visit stands.</summary>
    /// <param name="status">The state.</param>
    public static (string Chinese, string English) Of(VisitStatus status) => status switch
    {
        VisitStatus.Planned => ("待检查", "To be visited"),
        VisitStatus.Underway => ("检查中", "On site"),
        VisitStatus.Concluded => ("待审核", "Awaiting audit"),
        VisitStatus.Audited => ("已审核", "Audited"),
        VisitStatus.Closed => ("对象已更换", "Subject replaced"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>How far a task is.</summary>
    /// <param name="stage">The stage.</param>
    public static (string Chinese, string English) Of(TaskStage stage) => stage switch
    {
        TaskStage.Open => ("未冻结", "Not frozen"),
        TaskStage.Frozen => ("名单已冻结", "Frame frozen"),
        TaskStage.Drawn => ("已抽取", "Drawn"),
        TaskStage.MatchFrozen => ("匹配已冻结", "Match frozen"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>Where a request for recusal stands.</summary>
    /// <param name="stage">The stage.</param>
    public static (string Chinese, string English) Of(RecusalStage stage) => stage switch
    {
        RecusalStage.Open => ("待决定", "Awaiting a decision"),
        RecusalStage.Decided => ("已决定", "Decided"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>Where a change of a drawn list stands.</summary>
    /// <param name="state">The state.</param>
    public static (string Chinese, string English) Of(ListChangeState state) => state switch
    {
        ListChangeState.Proposed => ("待机关负责人决定", "Waits for the authority's head"),
        ListChangeState.Declined => ("未予批准", "Declined"),
        ListChangeState.Overtaken => ("登记已证明", "Overtaken by the register"),
        ListChangeState.Replaced => ("已递补", "Replaced"),
        ListChangeState.Short => ("缺额，待补充抽取", "Short: a supplementary draw follows"),
        ListChangeState.BeingSupplemented => ("补充抽取中", "Supplementary draw under way"),
        ListChangeState.Supplemented => ("已补充抽取", "Supplemented"),
        ListChangeState.NobodyLeft => ("单元格已无对象", "Nobody left in the cell"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Where an entry of a dishonesty list stands.</summary>
    /// <param name="status">The state.</param>
    public static (string Chinese, string English) Of(DishonestyStatus status) => status switch
    {
        DishonestyStatus.Proposed => ("拟列入", "Proposed"),
        DishonestyStatus.Told => ("已告知，待陈述申辩", "Told, may state and defend"),
        DishonestyStatus.Heard => ("待决定", "Awaiting the decision"),
        DishonestyStatus.Listed => ("已列入", "Listed"),
        DishonestyStatus.NotListed => ("不予列入", "Not listed"),
        DishonestyStatus.Removed => ("已移出", "Removed"),
        DishonestyStatus.Withdrawn => ("已撤销", "Withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Where a duty to publish stands.</summary>
    /// <param name="status">The state.</param>
    public static (string Chinese, string English) Of(ObligationStatus status) => status switch
    {
        ObligationStatus.Open => ("待公示", "Open"),
        ObligationStatus.ExemptionProposed => ("申请不予公开", "Exemption proposed"),
        ObligationStatus.Exempt => ("依法不予公开", "Exempt"),
        ObligationStatus.Published => ("已公示", "Published"),
        ObligationStatus.WithdrawalOrdered => ("待撤下", "To be taken down"),
        ObligationStatus.Withdrawn => ("已撤下", "Taken down"),
        ObligationStatus.Lapsed => ("无须公示", "Nothing to publish"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What a state of a step is called (<see cref="WorkStep.States"/>).</summary>
    /// <param name="state">A value of one of the enumerations of states.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no state of a step.</exception>
    public static (string Chinese, string English) Of(Enum state) => state switch
    {
        CatalogueStatus status => Of(status),
        PlanStatus status => Of(status),
        TaskStage stage => Of(stage),
        CeremonyStatus status => Of(status),
        VisitStatus status => Of(status),
        ListChangeState change => Of(change),
        RecusalStage stage => Of(stage),
        ObligationStatus status => Of(status),
        DishonestyStatus status => Of(status),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What a role is called.</summary>
    /// <param name="role">The role.</param>
    public static (string Chinese, string English) Of(Role role) => role switch
    {
        Role.Drafter => ("计划编制", "Drafter"),
        Role.DirectoryKeeper => ("名录管理", "Directory keeper"),
        Role.GovernmentApprover => ("政府审批", "Government approver"),
        Role.JudicialReviewer => ("司法行政审核", "Judicial reviewer"),
        Role.CoordinatingGroup => ("协调小组", "Coordinating group"),
        Role.DrawingOperator => ("抽取经办", "Drawing operator"),
        Role.Witness => ("见证", "Witness"),
        Role.AuthorityHead => ("机关负责人", "Head of authority"),
        Role.Inspector => ("执法检查", "Inspector"),
        Role.ResultAuditor => ("结果审核", "Result auditor"),
        Role.Publisher => ("公示", "Publisher"),
        Role.Supervisor => ("督查", "Supervisor"),
        Role.InspectedParty => ("被检查对象", "Inspected party"),
        Role.Administrator => ("系统管理", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
