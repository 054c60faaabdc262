// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ItemResult</c>.</summary>
public enum ItemResult
{
    /// <summary><c>noProblemFound</c>.</summary>
    NoProblemFound = 0,

    /// <summary><c>disclosureMissing</c>.</summary>
    DisclosureMissing = 1,

    /// <summary><c>disclosureFalse</c>.</summary>
    DisclosureFalse = 2,

    /// <summary><c>cannotBeContacted</c>.</summary>
    CannotBeContacted = 3,

    /// <summary><c>orderedToCorrect</c>.</summary>
    OrderedToCorrect = 4,

    /// <summary><c>uncooperative</c>.</summary>
    Uncooperative = 5,

    /// <summary><c>noActivityFound</c>.</summary>
    NoActivityFound = 6,

    /// <summary><c>pendingHandling</c>.</summary>
    PendingHandling = 7,

    /// <summary><c>deregistered</c>.</summary>
    Deregistered = 8,

    /// <summary><c>licenceRevoked</c>.</summary>
    LicenceRevoked = 9,

    /// <summary><c>registrationRevoked</c>.</summary>
    RegistrationRevoked = 10,

    /// <summary><c>movedAway</c>.</summary>
    MovedAway = 11,

    /// <summary><c>outOfBusiness</c>.</summary>
    OutOfBusiness = 12,
}
