// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ExemptionDecision</c>.</summary>
public enum ExemptionDecision
{
    /// <summary><c>granted</c>.</summary>
    Granted = 0,

    /// <summary><c>denied</c>.</summary>
    Denied = 1,
}
