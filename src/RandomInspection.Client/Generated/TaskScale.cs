// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>TaskScale</c>.</summary>
public enum TaskScale
{
    /// <summary><c>proportional</c>.</summary>
    Proportional = 0,

    /// <summary><c>full</c>.</summary>
    Full = 1,
}
