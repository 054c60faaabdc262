// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>RegionRule</c>.</summary>
public enum RegionRule
{
    /// <summary><c>subjectsRegion</c>.</summary>
    SubjectsRegion = 0,

    /// <summary><c>anywhere</c>.</summary>
    Anywhere = 1,
}
