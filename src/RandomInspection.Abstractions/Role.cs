namespace RandomInspection;

/// <summary>岗位：what a person may do. One person may hold several, never two that must watch each other in the same matter.</summary>
public enum Role
{
    /// <summary>计划编制：drafts plans and tasks.</summary>
    Drafter = 0,

    /// <summary>名录管理：keeps the directories.</summary>
    DirectoryKeeper = 1,

    /// <summary>政府审批：approves plans for the government of the same level.</summary>
    GovernmentApprover = 2,

    /// <summary>司法行政审核：reviews the item catalogue.</summary>
    JudicialReviewer = 3,

    /// <summary>协调小组：receives catalogues and coordinates joint inspections.</summary>
    CoordinatingGroup = 4,

    /// <summary>抽取经办：freezes frames and runs draws and matches.</summary>
    DrawingOperator = 5,

    /// <summary>见证：contributes a value of its own to a draw.</summary>
    Witness = 6,

    /// <summary>机关负责人：approves visits, decides recusals and direct assignments.</summary>
    AuthorityHead = 7,

    /// <summary>执法检查：carries out visits.</summary>
    Inspector = 8,

    /// <summary>结果审核：audits results.</summary>
    ResultAuditor = 9,

    /// <summary>公示：publishes.</summary>
    Publisher = 10,

    /// <summary>督查：supervises, reads everything, changes nothing.</summary>
    Supervisor = 11,

    /// <summary>被检查对象：a subject's own person.</summary>
    InspectedParty = 12,

    /// <summary>系统管理：keeps the system running; takes part in no matter.</summary>
    Administrator = 13,
}
