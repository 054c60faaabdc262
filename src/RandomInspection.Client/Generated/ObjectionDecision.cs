// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ObjectionDecision</c>.</summary>
public enum ObjectionDecision
{
    /// <summary><c>upheld</c>.</summary>
    Upheld = 0,

    /// <summary><c>rejected</c>.</summary>
    Rejected = 1,
}
