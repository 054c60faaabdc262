// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>GeneralDirectory</c>.</summary>
public enum GeneralDirectory
{
    /// <summary><c>forProfit</c>.</summary>
    ForProfit = 0,

    /// <summary><c>nonProfit</c>.</summary>
    NonProfit = 1,
}
