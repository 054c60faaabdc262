// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>AssignmentCase</c>.</summary>
public enum AssignmentCase
{
    /// <summary><c>nobodyMatched</c>.</summary>
    NobodyMatched = 0,

    /// <summary><c>specialExpertise</c>.</summary>
    SpecialExpertise = 1,

    /// <summary><c>emergency</c>.</summary>
    Emergency = 2,
}
