// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>Conclusion</c>.</summary>
public enum Conclusion
{
    /// <summary><c>noProblemFound</c>.</summary>
    NoProblemFound = 0,

    /// <summary><c>problemsFound</c>.</summary>
    ProblemsFound = 1,

    /// <summary><c>uncooperative</c>.</summary>
    Uncooperative = 2,

    /// <summary><c>cannotBeContacted</c>.</summary>
    CannotBeContacted = 3,

    /// <summary><c>noActivityFound</c>.</summary>
    NoActivityFound = 4,

    /// <summary><c>subjectEnded</c>.</summary>
    SubjectEnded = 5,
}
