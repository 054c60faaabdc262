// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>PlanKind</c>.</summary>
public enum PlanKind
{
    /// <summary><c>annual</c>.</summary>
    Annual = 0,

    /// <summary><c>adHoc</c>.</summary>
    AdHoc = 1,
}
