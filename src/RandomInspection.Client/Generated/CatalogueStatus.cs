// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>CatalogueStatus</c>.</summary>
public enum CatalogueStatus
{
    /// <summary><c>draft</c>.</summary>
    Draft = 0,

    /// <summary><c>submitted</c>.</summary>
    Submitted = 1,

    /// <summary><c>reviewed</c>.</summary>
    Reviewed = 2,

    /// <summary><c>reported</c>.</summary>
    Reported = 3,
}
