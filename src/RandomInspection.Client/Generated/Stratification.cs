// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>Stratification</c>.</summary>
public enum Stratification
{
    /// <summary><c>none</c>.</summary>
    None = 0,

    /// <summary><c>region</c>.</summary>
    Region = 1,

    /// <summary><c>trade</c>.</summary>
    Trade = 2,

    /// <summary><c>regionAndTrade</c>.</summary>
    RegionAndTrade = 3,
}
