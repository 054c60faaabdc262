// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>AppealOutcome</c>.</summary>
public enum AppealOutcome
{
    /// <summary><c>upheld</c>.</summary>
    Upheld = 0,

    /// <summary><c>revoked</c>.</summary>
    Revoked = 1,

    /// <summary><c>takenBack</c>.</summary>
    TakenBack = 2,
}
