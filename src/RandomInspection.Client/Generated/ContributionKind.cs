// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ContributionKind</c>.</summary>
public enum ContributionKind
{
    /// <summary><c>committed</c>.</summary>
    Committed = 0,

    /// <summary><c>public</c>.</summary>
    Public = 1,

    /// <summary><c>system</c>.</summary>
    System = 2,
}
