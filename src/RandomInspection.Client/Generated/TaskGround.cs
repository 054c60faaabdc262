// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>TaskGround</c>.</summary>
public enum TaskGround
{
    /// <summary><c>keyField</c>.</summary>
    KeyField = 0,

    /// <summary><c>complaint</c>.</summary>
    Complaint = 1,

    /// <summary><c>referral</c>.</summary>
    Referral = 2,

    /// <summary><c>dataMonitoring</c>.</summary>
    DataMonitoring = 3,

    /// <summary><c>superiorOrder</c>.</summary>
    SuperiorOrder = 4,

    /// <summary><c>suddenSituation</c>.</summary>
    SuddenSituation = 5,

    /// <summary><c>superiorTask</c>.</summary>
    SuperiorTask = 6,
}
