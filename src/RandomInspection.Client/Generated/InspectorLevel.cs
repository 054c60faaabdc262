// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>InspectorLevel</c>.</summary>
public enum InspectorLevel
{
    /// <summary><c>city</c>.</summary>
    City = 0,

    /// <summary><c>district</c>.</summary>
    District = 1,
}
