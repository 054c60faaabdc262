// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>SubjectStatus</c>.</summary>
public enum SubjectStatus
{
    /// <summary><c>active</c>.</summary>
    Active = 0,

    /// <summary><c>deregistered</c>.</summary>
    Deregistered = 1,

    /// <summary><c>revoked</c>.</summary>
    Revoked = 2,

    /// <summary><c>movedOut</c>.</summary>
    MovedOut = 3,

    /// <summary><c>suspended</c>.</summary>
    Suspended = 4,
}
