// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ServiceReceipt</c>.</summary>
public enum ServiceReceipt
{
    /// <summary><c>signed</c>.</summary>
    Signed = 0,

    /// <summary><c>refused</c>.</summary>
    Refused = 1,

    /// <summary><c>notNeeded</c>.</summary>
    NotNeeded = 2,
}
