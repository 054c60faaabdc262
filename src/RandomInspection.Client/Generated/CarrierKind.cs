// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>CarrierKind</c>.</summary>
public enum CarrierKind
{
    /// <summary><c>product</c>.</summary>
    Product = 0,

    /// <summary><c>project</c>.</summary>
    Project = 1,

    /// <summary><c>site</c>.</summary>
    Site = 2,

    /// <summary><c>point</c>.</summary>
    Point = 3,
}
