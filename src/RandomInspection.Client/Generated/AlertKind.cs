// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>AlertKind</c>.</summary>
public enum AlertKind
{
    /// <summary><c>visitedTooOften</c>.</summary>
    VisitedTooOften = 0,

    /// <summary><c>cleanVisitsByOneOfficer</c>.</summary>
    CleanVisitsByOneOfficer = 1,

    /// <summary><c>publicationOverdue</c>.</summary>
    PublicationOverdue = 2,

    /// <summary><c>visitOverdue</c>.</summary>
    VisitOverdue = 3,

    /// <summary><c>manyAdHocTasks</c>.</summary>
    ManyAdHocTasks = 4,

    /// <summary><c>certificateExpiring</c>.</summary>
    CertificateExpiring = 5,

    /// <summary><c>smallPool</c>.</summary>
    SmallPool = 6,

    /// <summary><c>calendarYearMissing</c>.</summary>
    CalendarYearMissing = 7,

    /// <summary><c>planOverdue</c>.</summary>
    PlanOverdue = 8,

    /// <summary><c>approvalOverdue</c>.</summary>
    ApprovalOverdue = 9,

    /// <summary><c>recheckOverdue</c>.</summary>
    RecheckOverdue = 10,

    /// <summary><c>referralOverdue</c>.</summary>
    ReferralOverdue = 11,
}
