// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ComplianceStatus</c>.</summary>
public enum ComplianceStatus
{
    /// <summary><c>nothingYet</c>.</summary>
    NothingYet = 0,

    /// <summary><c>held</c>.</summary>
    Held = 1,

    /// <summary><c>notHeld</c>.</summary>
    NotHeld = 2,
}
