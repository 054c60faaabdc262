// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ListChangeState</c>.</summary>
public enum ListChangeState
{
    /// <summary><c>proposed</c>.</summary>
    Proposed = 0,

    /// <summary><c>declined</c>.</summary>
    Declined = 1,

    /// <summary><c>overtaken</c>.</summary>
    Overtaken = 2,

    /// <summary><c>replaced</c>.</summary>
    Replaced = 3,

    /// <summary><c>short</c>.</summary>
    Short = 4,

    /// <summary><c>beingSupplemented</c>.</summary>
    BeingSupplemented = 5,

    /// <summary><c>supplemented</c>.</summary>
    Supplemented = 6,

    /// <summary><c>nobodyLeft</c>.</summary>
    NobodyLeft = 7,
}
