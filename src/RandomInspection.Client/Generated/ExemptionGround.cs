// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ExemptionGround</c>.</summary>
public enum ExemptionGround
{
    /// <summary><c>stateSecret</c>.</summary>
    StateSecret = 0,

    /// <summary><c>businessSecret</c>.</summary>
    BusinessSecret = 1,

    /// <summary><c>privacy</c>.</summary>
    Privacy = 2,
}
