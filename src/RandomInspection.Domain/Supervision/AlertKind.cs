namespace RandomInspection.Supervision;

/// <summary>What supervision is warned of.</summary>
public enum AlertKind
{
    /// <summary>频繁入企：too many visits to one subject within a day, a week or a month.</summary>
    VisitedTooOften = 0,

    /// <summary>人员固化：the same officer found nothing at the same subject again and again.</summary>
    CleanVisitsByOneOfficer = 1,

    /// <summary>逾期未公示：the last day of a duty to publish has passed.</summary>
    PublicationOverdue = 2,

    /// <summary>逾期未检查：the last day of a visit has passed without a conclusion.</summary>
    VisitOverdue = 3,

    /// <summary>临时任务偏多：too many ad-hoc tasks.</summary>
    ManyAdHocTasks = 4,

    /// <summary>执法证即将到期：a certificate ends soon, or has ended.</summary>
    CertificateExpiring = 5,

    /// <summary>可匹配人员过少：so few officers that chance decides nothing.</summary>
    SmallPool = 6,

    /// <summary>缺少放假通知：the next year's notice is missing.</summary>
    CalendarYearMissing = 7,

    /// <summary>年度计划未按期报批：31 March has passed and a department's annual plan is not submitted.</summary>
    PlanOverdue = 8,

    /// <summary>逾期未补办审批：a visit began in an emergency and the time for its approval has passed.</summary>
    ApprovalOverdue = 9,

    /// <summary>逾期未复查：what was ordered is not closed, and its last day has passed or none was laid down.</summary>
    RecheckOverdue = 10,

    /// <summary>逾期未移送：a subject could not be contacted, and it is not referred to the registration authority.</summary>
    ReferralOverdue = 11,
}
