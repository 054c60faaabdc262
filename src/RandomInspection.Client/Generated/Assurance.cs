// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>Assurance</c>.</summary>
public enum Assurance
{
    /// <summary><c>operator</c>.</summary>
    Operator = 0,

    /// <summary><c>witnessed</c>.</summary>
    Witnessed = 1,
}
