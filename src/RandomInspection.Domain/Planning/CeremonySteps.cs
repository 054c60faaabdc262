using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>The steps of a ceremony, which gives a draw or a match its seed. Source: random-inspection-draw/1 §3.</summary>
public static class CeremonySteps
{
    private static readonly RefusalDefinition[] Wrong =
        [CeremonyRefusals.WrongState, CeremonyRefusals.RevealBeforeCommitments, CeremonyRefusals.AlreadyDone];

    private static readonly Enum[] NotEnded =
    [
        CeremonyStatus.Prepared, CeremonyStatus.Committing, CeremonyStatus.Revealing, CeremonyStatus.AwaitingPublicValue, CeremonyStatus.Ready,
    ];

    /// <summary>The drawing operator joins.</summary>
    public static WorkStep EnrolOperator { get; } =
        Own("ceremony.enrolOperator", nameof(DrawWorkflow.EnrolOperatorAsync), "经办方加入", "Join as the drawing department", "draw.partyEnrolled", CeremonyStatus.Prepared);

    /// <summary>A witness joins.</summary>
    public static WorkStep EnrolWitness { get; } = new(
        "ceremony.enrolWitness", typeof(DrawWorkflow), nameof(DrawWorkflow.EnrolWitnessAsync), "见证方加入", "Join as a witness", StepReach.OtherDepartments, Role.Witness)
    {
        States = [CeremonyStatus.Prepared],
        WrongState = [.. Wrong],
        FourEyes =
        [
            new("本部门的抽取", "a draw of the own department", CeremonyRefusals.WitnessOfDrawingDepartment),
            new("本部门参与的共同抽取", "a draw that the own department shares", CeremonyRefusals.WitnessOfSharingDepartment),
            new("已参与的一方", "who takes part already", CeremonyRefusals.AlreadyParty, "draw.partyEnrolled"),
        ],
        Events = ["draw.partyEnrolled"],
    };

    /// <summary>Lays down that nobody witnesses.</summary>
    public static WorkStep EnrolSystem { get; } =
        Own("ceremony.enrolSystem", nameof(DrawWorkflow.EnrolSystemAsync), "采用系统随机值", "Rest on the system's own value", "draw.partyEnrolled", CeremonyStatus.Prepared);

    /// <summary>Lays down a public value.</summary>
    public static WorkStep AddPublicValue { get; } =
        Own("ceremony.addPublicValue", nameof(DrawWorkflow.AddPublicValueAsync), "指定公共值", "Lay down a public value", "draw.partyEnrolled", CeremonyStatus.Prepared);

    /// <summary>Publishes the opening.</summary>
    public static WorkStep Open { get; } =
        Own("ceremony.open", nameof(DrawWorkflow.OpenAsync), "公布开启文件", "Publish the opening", "draw.opened", CeremonyStatus.Prepared);

    /// <summary>A party commits.</summary>
    public static WorkStep Commit { get; } =
        Partake("ceremony.commit", nameof(DrawWorkflow.CommitAsync), "提交承诺", "Commit", "draw.committed", CeremonyStatus.Committing);

    /// <summary>A party reveals.</summary>
    public static WorkStep Reveal { get; } =
        Partake("ceremony.reveal", nameof(DrawWorkflow.RevealAsync), "揭示", "Reveal", "draw.revealed", CeremonyStatus.Revealing);

    /// <summary>Enters the public value.</summary>
    public static WorkStep EnterPublicValue { get; } = Own(
        "ceremony.enterPublicValue", nameof(DrawWorkflow.EnterPublicValueAsync), "录入公共值", "Enter the public value", "draw.revealed", CeremonyStatus.AwaitingPublicValue);

    /// <summary>Strikes out who missed a deadline.</summary>
    public static WorkStep Strike { get; } = Own(
        "ceremony.strike",
        nameof(DrawWorkflow.StrikeAsync),
        "剔除逾期方",
        "Strike out a late party",
        "draw.struck",
        CeremonyStatus.Committing,
        CeremonyStatus.Revealing,
        CeremonyStatus.AwaitingPublicValue);

    /// <summary>Draws.</summary>
    public static WorkStep Draw { get; } = new(
        "draw.draw", typeof(DrawWorkflow), nameof(DrawWorkflow.DrawAsync), "抽取", "Draw", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [CeremonyStatus.Ready],
        WrongState = [.. Wrong],
        Events = ["draw.drawn", "draw.revealed", "list.supplemented", "task.choicesDrawn"],
    };

    /// <summary>Asks to void a draw or a match.</summary>
    public static WorkStep ProposeVoid { get; } = new(
        "ceremony.proposeVoid", typeof(DrawWorkflow), nameof(DrawWorkflow.ProposeVoidAsync), "提出作废", "Propose to void", StepReach.OwnDepartment, Role.DrawingOperator)
    {
        States = [.. NotEnded],
        WrongState = [.. Wrong],
        Events = ["draw.voidProposed"],
    };

    /// <summary>A second person agrees.</summary>
    public static WorkStep ConfirmVoid { get; } = new(
        "ceremony.confirmVoid", typeof(DrawWorkflow), nameof(DrawWorkflow.ConfirmVoidAsync), "确认作废", "Confirm the voiding", StepReach.OwnDepartment, Role.AuthorityHead)
    {
        States = [.. NotEnded],
        WrongState = [.. Wrong],
        FourEyes = [new("提出人", "who proposed it", CeremonyRefusals.SecondPersonNeeded, "draw.voidProposed")],
        Events = ["draw.voided", "task.released", "task.matchReleased", "task.choicesReleased", "list.supplementReleased"],
    };

    private static WorkStep Own(string name, string command, string chinese, string english, string happened, params ReadOnlySpan<CeremonyStatus> states) =>
        Of(name, command, chinese, english, happened, states, StepReach.OwnDepartment, Role.DrawingOperator);

    private static WorkStep Partake(string name, string command, string chinese, string english, string happened, CeremonyStatus state) =>
        Of(name, command, chinese, english, happened, [state], StepReach.Everywhere, Role.DrawingOperator, Role.Witness);

    private static WorkStep Of(
        string name, string command, string chinese, string english, string happened, ReadOnlySpan<CeremonyStatus> states, StepReach reach, params ReadOnlySpan<Role> roles) =>
        new(name, typeof(DrawWorkflow), command, chinese, english, reach, roles)
        {
            States = [.. states.ToArray().Cast<Enum>()],
            WrongState = [.. Wrong],
            Events = [happened],
        };
}
