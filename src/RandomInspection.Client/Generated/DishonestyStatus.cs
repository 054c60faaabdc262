// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>DishonestyStatus</c>.</summary>
public enum DishonestyStatus
{
    /// <summary><c>proposed</c>.</summary>
    Proposed = 0,

    /// <summary><c>told</c>.</summary>
    Told = 1,

    /// <summary><c>heard</c>.</summary>
    Heard = 2,

    /// <summary><c>listed</c>.</summary>
    Listed = 3,

    /// <summary><c>notListed</c>.</summary>
    NotListed = 4,

    /// <summary><c>removed</c>.</summary>
    Removed = 5,

    /// <summary><c>withdrawn</c>.</summary>
    Withdrawn = 6,
}
