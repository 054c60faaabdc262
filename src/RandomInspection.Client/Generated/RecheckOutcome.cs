// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>RecheckOutcome</c>.</summary>
public enum RecheckOutcome
{
    /// <summary><c>corrected</c>.</summary>
    Corrected = 0,

    /// <summary><c>notCorrected</c>.</summary>
    NotCorrected = 1,
}
