namespace RandomInspection.Drawing;

/// <summary>What a ceremony refuses: RI132x to RI135x.</summary>
public static class CeremonyRefusals
{
    private const string Section3 = "random-inspection-draw/1 §3";

    /// <summary>The command does not fit the ceremony's state.</summary>
    public static RefusalDefinition WrongState { get; } = new(
        "RI1320",
        "抽取 {draw} 处于“{stateZh}”阶段，不能{commandZh}。",
        "The draw {draw} stands at \"{stateEn}\": {commandEn} is not possible.",
        "请按页面显示的当前阶段办理；如他人已办理，刷新后可见。",
        "Do what the present state asks for; reload the page if somebody else has already done it.",
        Section3);

    /// <summary>A name or a person takes part twice.</summary>
    public static RefusalDefinition AlreadyParty { get; } = new(
        "RI1321",
        "“{person}”已是本次抽取的参与方（{party}），同一人不得兼任。",
        "\"{person}\" already takes part in this draw as {party}; one person cannot take part twice.",
        "经办与见证须由不同的人担任；请由另一人登录参加。",
        "Operator and witness are different persons; let somebody else sign in and join.",
        Section3);

    /// <summary>A reveal came before all commitments.</summary>
    public static RefusalDefinition RevealBeforeCommitments { get; } = new(
        "RI1322",
        "尚有参与方未提交承诺：{missing}；全部承诺提交前不得揭示。",
        "Commitments are still missing: {missing}; nothing is revealed before all are in.",
        "请等待其余各方提交承诺，或在期限过后将其剔除。",
        "Wait for the others to commit, or strike them out after the deadline.",
        Section3);

    /// <summary>A revealed value does not match its commitment.</summary>
    public static RefusalDefinition RevealMismatch { get; } = new(
        "RI1323",
        "“{party}”揭示的值与其承诺不符；未记录。",
        "The value that \"{party}\" reveals does not match its commitment; nothing was recorded.",
        "请揭示提交承诺时的原值；无法找回时，期限过后该方将被剔除。",
        "Reveal the very value that was committed to; if it is lost, the party is struck out after the deadline.",
        Section3);

    /// <summary>A party did this already.</summary>
    public static RefusalDefinition AlreadyDone { get; } = new(
        "RI1324",
        "“{party}”已{whatZh}，不能再次提交。",
        "\"{party}\" has {whatEn} already; it cannot do so again.",
        "一经提交即不可更改；无需再办理。",
        "What is given stands; nothing more is needed.",
        Section3);

    /// <summary>The drawing department has not revealed yet.</summary>
    public static RefusalDefinition DrawingRevealsFirst { get; } = new(
        "RI1325",
        "抽取部门（{drawing}）须首先揭示。",
        "The drawing department ({drawing}) reveals first.",
        "请等待抽取部门揭示后再揭示。",
        "Wait until it has revealed.",
        Section3);

    /// <summary>A person acts for a party that is somebody else's.</summary>
    public static RefusalDefinition NotYourParty { get; } = new(
        "RI1326",
        "“{party}”由 {owner} 负责，{person} 不能代为办理。",
        "\"{party}\" is {owner}'s; {person} cannot act for it.",
        "请由该参与方本人登录办理。",
        "Let that person sign in and act.",
        Section3);

    /// <summary>A party has a malformed key or signature.</summary>
    public static RefusalDefinition SignatureInvalid { get; } = new(
        "RI1327",
        "“{party}”的公钥或签名无效。",
        "The key or the signature of \"{party}\" is not valid.",
        "请在登记公钥的同一浏览器中提交，或用 ri commit --key-file 重新签名。",
        "Commit from the browser in which the key was registered, or sign again with ri commit --key-file.",
        Section3);

    /// <summary>An opening would have no party of the drawing department.</summary>
    public static RefusalDefinition NoParties { get; } = new(
        "RI1328",
        "抽取 {draw} 还没有抽取部门的随机值参与方。",
        "The draw {draw} has no party of the drawing department yet.",
        "请先由抽取经办人登记参加。",
        "Let the drawing operator join first.",
        Section3);

    /// <summary>A deadline has not passed yet.</summary>
    public static RefusalDefinition DeadlineNotPassed { get; } = new(
        "RI1329",
        "期限 {deadline} 尚未届满，不能剔除“{party}”。",
        "The deadline {deadline} has not passed: \"{party}\" cannot be struck out.",
        "请等待期限届满。",
        "Wait until it has passed.",
        Section3);

    /// <summary>A deadline has passed.</summary>
    public static RefusalDefinition DeadlinePassed { get; } = new(
        "RI1330",
        "期限 {deadline} 已过，“{party}”的提交不予接受。",
        "The deadline {deadline} has passed: what \"{party}\" gives now does not count.",
        "该方将被剔除并留痕；抽取继续进行。",
        "The party is struck out, which is recorded, and the draw goes on without it.",
        Section3);

    /// <summary>The deadlines of an opening are not in order.</summary>
    public static RefusalDefinition DeadlinesOutOfOrder { get; } = new(
        "RI1331",
        "期限次序不符：承诺期限 {commit}，揭示期限 {reveal}，现在 {now}。",
        "The deadlines are out of order: commit by {commit}, reveal by {reveal}, now {now}.",
        "承诺期限须晚于现在，揭示期限须晚于承诺期限。",
        "The commitment deadline is after now, the reveal deadline after it.",
        Section3);

    /// <summary>The same person proposes and confirms.</summary>
    public static RefusalDefinition SecondPersonNeeded { get; } = new(
        "RI1332",
        "作废须由两人办理：{person} 已提出，须由另一人确认。",
        "Voiding takes two persons: {person} proposed it, somebody else must confirm.",
        "请由另一人登录确认。",
        "Let somebody else sign in and confirm.",
        Section3);

    /// <summary>A reason is missing.</summary>
    public static RefusalDefinition ReasonMissing { get; } = new(
        "RI1333",
        "请说明理由。",
        "A reason is needed.",
        "理由将留痕并公开，请写明事实。",
        "It is recorded and published; state the facts.",
        Section3);

    /// <summary>A witness belongs to the drawing department.</summary>
    public static RefusalDefinition WitnessOfDrawingDepartment { get; } = new(
        "RI1334",
        "{person} 属于抽取部门 {department}，不能作见证人。",
        "{person} belongs to the drawing department {department} and cannot be its witness.",
        "请邀请抽取部门以外的人员见证。",
        "Invite somebody from outside the department.",
        Section3);

    /// <summary>A public value would be fixed before the last reveal.</summary>
    public static RefusalDefinition PublicValueTooEarly { get; } = new(
        "RI1335",
        "公共值“{party}”定于 {time}，早于揭示期限 {reveal}：最后揭示的一方可以事先知道它。",
        "The public value \"{party}\" is fixed at {time}, before the reveal deadline {reveal}: the last to reveal could know it.",
        "请约定揭示期限之后才确定的公共值，或提前揭示期限。",
        "Choose a value that is fixed after the reveal deadline, or set an earlier deadline.",
        Section3);

    /// <summary>A public value is not fixed yet.</summary>
    public static RefusalDefinition PublicValueNotFixed { get; } = new(
        "RI1336",
        "公共值“{party}”到 {time} 才确定，现在（{now}）不能录入。",
        "The public value \"{party}\" is fixed at {time} only; it cannot be entered now ({now}).",
        "请在其公布之后录入。",
        "Enter it once it is published.",
        Section3);

    /// <summary>A secret task would share a draw.</summary>
    public static RefusalDefinition SecretTaskShares { get; } = new(
        "RI1350",
        "任务 {task} 是突击检查，须单独抽取，不得与其他任务共用种子。",
        "The task {task} is a surprise inspection: it is drawn alone and shares its seed with no other task.",
        "请为它单独立项抽取；其余任务可另行共同抽取。",
        "Give it a draw of its own; the other tasks may share theirs.",
        Section3);

    /// <summary>A draw would have too many tasks.</summary>
    public static RefusalDefinition TooManyTasks { get; } = new(
        "RI1351",
        "一次抽取至多 {most} 项任务，现有 {count} 项。",
        "One draw takes {most} tasks at most, not {count}.",
        "请分作几次抽取。",
        "Make several draws of them.",
        null);

    /// <summary>A system value is what is due.</summary>
    public static RefusalDefinition SystemValueMissing { get; } = new(
        "RI1352",
        "抽取 {draw} 由系统随机数单独生成种子，尚未给出该值。",
        "The seed of the draw {draw} is made from the host's own value alone, which was not given.",
        "随机数由主机在抽取的同一步骤中生成；请从抽取页面办理。",
        "The host makes it in the very step that draws; draw from the draw's page.",
        Section3);

    /// <summary>A witness belongs to a department whose task is drawn too.</summary>
    public static RefusalDefinition WitnessOfSharingDepartment { get; } = new(
        "RI1353",
        "{person} 属于 {department}，该部门的任务 {task} 也在这次抽取中，不能作见证人。",
        "{person} belongs to {department}, whose task {task} is in this draw, and cannot be its witness.",
        "请邀请与各项任务都无关的人员见证。",
        "Invite somebody who has no part in any of its tasks.",
        Section3);
}
