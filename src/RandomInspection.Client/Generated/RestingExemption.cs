// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>RestingExemption</c>.</summary>
public enum RestingExemption
{
    /// <summary><c>complaint</c>.</summary>
    Complaint = 0,

    /// <summary><c>transferred</c>.</summary>
    Transferred = 1,

    /// <summary><c>monitoring</c>.</summary>
    Monitoring = 2,

    /// <summary><c>specialCheck</c>.</summary>
    SpecialCheck = 3,
}
