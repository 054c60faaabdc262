// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>VisitStatus</c>.</summary>
public enum VisitStatus
{
    /// <summary><c>planned</c>.</summary>
    Planned = 0,

    /// <summary><c>underway</c>.</summary>
    Underway = 1,

    /// <summary><c>concluded</c>.</summary>
    Concluded = 2,

    /// <summary><c>audited</c>.</summary>
    Audited = 3,

    /// <summary><c>closed</c>.</summary>
    Closed = 4,
}
