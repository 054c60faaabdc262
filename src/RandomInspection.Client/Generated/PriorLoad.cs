// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>PriorLoad</c>.</summary>
public enum PriorLoad
{
    /// <summary><c>ignored</c>.</summary>
    Ignored = 0,

    /// <summary><c>thisYear</c>.</summary>
    ThisYear = 1,
}
