namespace RandomInspection.Exchange;

/// <summary>What messages say: the names of their types. A name once used keeps its meaning.</summary>
public static class ExchangeTypes
{
    /// <summary>公示：something was published; its payload is <see cref="PublicationMessages"/>'s.</summary>
    public const string Publication = "cn.random-inspection.publication.v1";

    /// <summary>公示更正：what was published was corrected; it says all that is published now.</summary>
    public const string Correction = "cn.random-inspection.correction.v1";

    /// <summary>公示撤下：what was published was taken down.</summary>
    public const string Withdrawal = "cn.random-inspection.withdrawal.v1";

    /// <summary>监管对象（全量或增量）：subjects as the sender's directory has them; of a full list, what it does not name leaves.</summary>
    public const string Subjects = "cn.random-inspection.subjects.v1";

    /// <summary>执法检查人员（全量或增量）：inspectors as the sender's directory has them; of a full list, whom it does not name leaves.</summary>
    public const string Inspectors = "cn.random-inspection.inspectors.v1";

    /// <summary>随机抽查事项：items of a department's catalogue; they become its version under way and go the usual way of review.</summary>
    public const string Items = "cn.random-inspection.items.v1";

    /// <summary>上级部门的计划任务：a task of a superior authority, which is taken over as an ad-hoc task.</summary>
    public const string SuperiorTask = "cn.random-inspection.superior-task.v1";

    /// <summary>检查结果：results that were entered in a department's own system.</summary>
    public const string Results = "cn.random-inspection.results.v1";

    /// <summary>信用（风险）等级：credit classes of subjects that are known, each with its day and its source.</summary>
    public const string Credit = "cn.random-inspection.credit.v1";

    /// <summary>放假通知：notices of public holidays; they are kept until an administrator has looked at them and loads them.</summary>
    public const string Notices = "cn.random-inspection.notices.v1";
}
