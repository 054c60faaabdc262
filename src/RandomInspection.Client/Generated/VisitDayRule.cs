// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>VisitDayRule</c>.</summary>
public enum VisitDayRule
{
    /// <summary><c>byTheTeam</c>.</summary>
    ByTheTeam = 0,

    /// <summary><c>drawn</c>.</summary>
    Drawn = 1,
}
