// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ServiceMethod</c>.</summary>
public enum ServiceMethod
{
    /// <summary><c>inPerson</c>.</summary>
    InPerson = 0,

    /// <summary><c>leftBehind</c>.</summary>
    LeftBehind = 1,

    /// <summary><c>byPost</c>.</summary>
    ByPost = 2,

    /// <summary><c>electronic</c>.</summary>
    Electronic = 3,

    /// <summary><c>byAnnouncement</c>.</summary>
    ByAnnouncement = 4,
}
