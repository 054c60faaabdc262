// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ExitDecision</c>.</summary>
public enum ExitDecision
{
    /// <summary><c>granted</c>.</summary>
    Granted = 0,

    /// <summary><c>refused</c>.</summary>
    Refused = 1,
}
