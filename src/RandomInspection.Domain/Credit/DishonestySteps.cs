using System.Collections.Immutable;

namespace RandomInspection.Credit;

/// <summary>The steps of <see cref="DishonestyWorkflow"/>. Source: 沈政办发〔2020〕19号 三(十), 总局令第44号.</summary>
public static class DishonestySteps
{
    private static readonly FourEyes NoPart = new(
        "提出、告知、听取陈述申辩的人", "who proposed, told or heard it", DishonestyRefusals.OwnStep, "dishonesty.proposed", "dishonesty.told", "dishonesty.heard", "dishonesty.waived");

    private static readonly FourEyes NotWhoAsked = new("提出移出或撤销的人", "who asked for it", DishonestyRefusals.OwnStep, "dishonesty.exitRequested");

    /// <summary>Proposes an entry.</summary>
    public static WorkStep Propose { get; } = Of(
        "dishonesty.propose", nameof(DishonestyWorkflow.ProposeAsync), "提出列入失信名单", "Propose an entry on the dishonesty list", Role.Inspector, "dishonesty.proposed", []);

    /// <summary>Enters how the subject was told.</summary>
    public static WorkStep Tell { get; } = Of(
        "dishonesty.tell", nameof(DishonestyWorkflow.TellAsync), "登记告知", "Enter how the subject was told", Role.Inspector, "dishonesty.told", [DishonestyStatus.Proposed]);

    /// <summary>Enters statement and defence.</summary>
    public static WorkStep Hear { get; } = Of(
        "dishonesty.hear", nameof(DishonestyWorkflow.HearAsync), "听取陈述申辩", "Hear statement and defence", Role.Inspector, "dishonesty.heard", [DishonestyStatus.Told]);

    /// <summary>Enters that the subject does not want to be heard.</summary>
    public static WorkStep Waive { get; } = Of(
        "dishonesty.waive", nameof(DishonestyWorkflow.WaiveAsync), "登记放弃陈述申辩", "Enter that it waived being heard", Role.Inspector, "dishonesty.waived", [DishonestyStatus.Told]);

    /// <summary>Enters the subject on the list.</summary>
    public static WorkStep List { get; } = Of(
        "dishonesty.list",
        nameof(DishonestyWorkflow.ListAsync),
        "决定列入失信名单",
        "Enter on the dishonesty list",
        Role.AuthorityHead,
        "dishonesty.listed",
        [DishonestyStatus.Told, DishonestyStatus.Heard],
        NoPart);

    /// <summary>Decides against it.</summary>
    public static WorkStep Decline { get; } = Of(
        "dishonesty.decline",
        nameof(DishonestyWorkflow.DeclineAsync),
        "决定不予列入",
        "Decide against an entry",
        Role.AuthorityHead,
        "dishonesty.notListed",
        [DishonestyStatus.Proposed, DishonestyStatus.Told, DishonestyStatus.Heard],
        NoPart);

    /// <summary>Enters an appeal.</summary>
    public static WorkStep Appeal { get; } = Of(
        "dishonesty.appeal", nameof(DishonestyWorkflow.AppealAsync), "登记复议或诉讼", "Enter an appeal", Role.Inspector, "dishonesty.appealed", [DishonestyStatus.Listed]);

    /// <summary>Enters what an appeal led to.</summary>
    public static WorkStep DecideAppeal { get; } = Of(
        "dishonesty.decideAppeal",
        nameof(DishonestyWorkflow.DecideAppealAsync),
        "登记复议或诉讼结果",
        "Enter an appeal's outcome",
        Role.Inspector,
        "dishonesty.appealDecided",
        [DishonestyStatus.Listed]);

    /// <summary>Asks that an entry leave.</summary>
    public static WorkStep RequestExit { get; } = Of(
        "dishonesty.requestExit",
        nameof(DishonestyWorkflow.RequestExitAsync),
        "申请移出或撤销",
        "Ask that an entry leave",
        Role.Inspector,
        "dishonesty.exitRequested",
        [DishonestyStatus.Listed]);

    /// <summary>Decides on that.</summary>
    public static WorkStep DecideExit { get; } = Of(
        "dishonesty.decideExit",
        nameof(DishonestyWorkflow.DecideExitAsync),
        "决定移出或撤销",
        "Decide whether an entry leaves",
        Role.AuthorityHead,
        "dishonesty.exitDecided",
        [DishonestyStatus.Listed],
        NotWhoAsked);

    private static WorkStep Of(
        string name, string command, string chinese, string english, Role role, string happened, ImmutableArray<DishonestyStatus> states, params ImmutableArray<FourEyes> eyes) =>
        new(name, typeof(DishonestyWorkflow), command, chinese, english, StepReach.OwnDepartment, role)
        {
            States = [.. states.Select(state => (Enum)state)],
            WrongState = states.IsEmpty ? [] : [DishonestyRefusals.WrongState],
            FourEyes = eyes,
            Events = [happened],
        };
}
