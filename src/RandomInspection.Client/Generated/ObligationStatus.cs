// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ObligationStatus</c>.</summary>
public enum ObligationStatus
{
    /// <summary><c>open</c>.</summary>
    Open = 0,

    /// <summary><c>exemptionProposed</c>.</summary>
    ExemptionProposed = 1,

    /// <summary><c>exempt</c>.</summary>
    Exempt = 2,

    /// <summary><c>published</c>.</summary>
    Published = 3,

    /// <summary><c>withdrawalOrdered</c>.</summary>
    WithdrawalOrdered = 4,

    /// <summary><c>withdrawn</c>.</summary>
    Withdrawn = 5,

    /// <summary><c>lapsed</c>.</summary>
    Lapsed = 6,
}
