// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>OfficerSource</c>.</summary>
public enum OfficerSource
{
    /// <summary><c>ownDepartment</c>.</summary>
    OwnDepartment = 0,

    /// <summary><c>withSubordinates</c>.</summary>
    WithSubordinates = 1,
}
