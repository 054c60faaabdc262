// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>InspectionMethod</c>.</summary>
public enum InspectionMethod
{
    /// <summary><c>onSite</c>.</summary>
    OnSite = 0,

    /// <summary><c>documents</c>.</summary>
    Documents = 1,

    /// <summary><c>sampling</c>.</summary>
    Sampling = 2,

    /// <summary><c>online</c>.</summary>
    Online = 3,
}
