// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ListingExit</c>.</summary>
public enum ListingExit
{
    /// <summary><c>time</c>.</summary>
    Time = 0,

    /// <summary><c>repair</c>.</summary>
    Repair = 1,

    /// <summary><c>withdrawal</c>.</summary>
    Withdrawal = 2,

    /// <summary><c>appeal</c>.</summary>
    Appeal = 3,
}
