// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ReplacementGround</c>.</summary>
public enum ReplacementGround
{
    /// <summary><c>deregistered</c>.</summary>
    Deregistered = 0,

    /// <summary><c>revoked</c>.</summary>
    Revoked = 1,

    /// <summary><c>movedOut</c>.</summary>
    MovedOut = 2,

    /// <summary><c>notReached</c>.</summary>
    NotReached = 3,
}
