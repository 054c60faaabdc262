// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>TaskKind</c>.</summary>
public enum TaskKind
{
    /// <summary><c>adHoc</c>.</summary>
    AdHoc = 0,

    /// <summary><c>special</c>.</summary>
    Special = 1,
}
