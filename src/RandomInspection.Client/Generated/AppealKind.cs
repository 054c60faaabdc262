// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>AppealKind</c>.</summary>
public enum AppealKind
{
    /// <summary><c>reconsideration</c>.</summary>
    Reconsideration = 0,

    /// <summary><c>lawsuit</c>.</summary>
    Lawsuit = 1,
}
