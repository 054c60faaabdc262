// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>InspectorStatus</c>.</summary>
public enum InspectorStatus
{
    /// <summary><c>active</c>.</summary>
    Active = 0,

    /// <summary><c>left</c>.</summary>
    Left = 1,
}
