// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>LoadPolicy</c>.</summary>
public enum LoadPolicy
{
    /// <summary><c>balanced</c>.</summary>
    Balanced = 0,

    /// <summary><c>capacityOnly</c>.</summary>
    CapacityOnly = 1,
}
