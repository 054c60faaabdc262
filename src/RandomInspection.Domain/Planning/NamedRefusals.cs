namespace RandomInspection.Planning;

/// <summary>What naming subjects instead of drawing them refuses: RI2470 to RI2479.</summary>
public static class NamedRefusals
{
    private const string Clause = "沈政办发〔2020〕19号 一";

    /// <summary>The terms do not allow it.</summary>
    public static RefusalDefinition NotForThisGround { get; } = new(
        "RI2470",
        "事由“{groundZh}”不能点名检查：只有特殊重点领域、投诉举报、转办交办、数据监测可以不随机抽取。",
        "Subjects are not named on the ground \"{groundEn}\": only a special key field, complaints, referrals and what the data show are exceptions to drawing.",
        "请改为随机抽取，或另行说明符合的事由。",
        "Draw them, or give a ground that is one of these.",
        Clause);

    /// <summary>Nobody or too many are named.</summary>
    public static RefusalDefinition WrongNumber { get; } = new(
        "RI2471",
        "任务 {task} 点名 {count} 户；经批准可以点名 1 至 {most} 户。",
        "{count} subjects are named for the task {task}; 1 to {most} are approved.",
        "请减少点名的对象；需要更多的，另立临时任务报批。",
        "Name fewer; for more, have another ad-hoc task approved.",
        Clause);

    /// <summary>A subject is named twice.</summary>
    public static RefusalDefinition Twice { get; } = new(
        "RI2472",
        "{code} 点名了两次。",
        "{code} is named twice.",
        "请删去重复的一行。",
        "Take out one of the two.",
        Clause);

    /// <summary>A subject cannot be inspected.</summary>
    public static RefusalDefinition NotActive { get; } = new(
        "RI2473",
        "名录第 {version} 版中没有在册的对象 {code}。",
        "Version {version} of the directory has no active subject {code}.",
        "请核对代码；已注销、吊销、迁出、停业的不能检查。",
        "Check the code; who is deregistered, revoked, moved out or suspended is not inspected.",
        Clause);

    /// <summary>Nobody is named.</summary>
    public static RefusalDefinition NobodyNamed { get; } = new(
        "RI2474",
        "任务 {task} 没有点名的对象，无须批准。",
        "The task {task} names nobody: there is nothing to approve.",
        "请先列明对象及理由。",
        "Name the subjects and say why first.",
        Clause);

    /// <summary>They are approved already.</summary>
    public static RefusalDefinition Approved { get; } = new(
        "RI2475",
        "任务 {task} 点名的对象已由 {person} 批准。",
        "The subjects that the task {task} names were approved by {person}.",
        "无须再次批准；改动名单后须重新批准。",
        "It is not approved twice; a changed list is approved anew.",
        Clause);

    /// <summary>Whoever named them does not approve them.</summary>
    public static RefusalDefinition OwnNaming { get; } = new(
        "RI2476",
        "{person} 是任务 {task} 点名对象的提出人，不能自己批准。",
        "{person} named the subjects of the task {task} and does not approve them.",
        "请由另一人批准。",
        "Let somebody else approve them.",
        Clause);

    /// <summary>They are not approved.</summary>
    public static RefusalDefinition NotApproved { get; } = new(
        "RI2477",
        "任务 {task} 点名的对象尚未经第二人批准。",
        "The subjects that the task {task} names are not approved by a second person.",
        "请由机关负责人批准。",
        "Let the head of the authority approve them.",
        Clause);

    /// <summary>The task names its subjects, or draws them.</summary>
    public static RefusalDefinition NotThisWay { get; } = new(
        "RI2478",
        "任务 {task} {howZh}。",
        "The task {task} {howEn}.",
        "临时任务立项时写明是否点名及户数，报批后不能改变。",
        "Whether subjects are named, and how many, is laid down when an ad-hoc task is begun, and does not change once it is approved.",
        Clause);

    /// <summary>More subjects are to be named than the profile allows.</summary>
    public static RefusalDefinition TooMany { get; } = new(
        "RI2479",
        "一项临时任务点名 {named} 户，应为 1 至 {most} 户（{basis}）。",
        "{named} subjects are to be named in one ad-hoc task; it is 1 to {most} ({basis}).",
        "请改为随机抽取，或缩小范围。",
        "Draw them, or make it smaller.",
        "沈政办发〔2020〕19号 三(五)");
}
