// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>PlanStatus</c>.</summary>
public enum PlanStatus
{
    /// <summary><c>draft</c>.</summary>
    Draft = 0,

    /// <summary><c>submitted</c>.</summary>
    Submitted = 1,

    /// <summary><c>approved</c>.</summary>
    Approved = 2,
}
