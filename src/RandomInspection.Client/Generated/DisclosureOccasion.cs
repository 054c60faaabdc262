// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>DisclosureOccasion</c>.</summary>
public enum DisclosureOccasion
{
    /// <summary><c>planApproved</c>.</summary>
    PlanApproved = 0,

    /// <summary><c>taskApproved</c>.</summary>
    TaskApproved = 1,

    /// <summary><c>adHocTaskApproved</c>.</summary>
    AdHocTaskApproved = 2,

    /// <summary><c>listDrawn</c>.</summary>
    ListDrawn = 3,

    /// <summary><c>resultFormed</c>.</summary>
    ResultFormed = 4,

    /// <summary><c>measureDecided</c>.</summary>
    MeasureDecided = 5,

    /// <summary><c>penaltyDecided</c>.</summary>
    PenaltyDecided = 6,

    /// <summary><c>decisionWithdrawn</c>.</summary>
    DecisionWithdrawn = 7,

    /// <summary><c>listingDecided</c>.</summary>
    ListingDecided = 8,

    /// <summary><c>catalogueReported</c>.</summary>
    CatalogueReported = 9,

    /// <summary><c>legalBasisChanged</c>.</summary>
    LegalBasisChanged = 10,
}
