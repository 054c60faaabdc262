// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>Certainty</c>.</summary>
public enum Certainty
{
    /// <summary><c>confirmed</c>.</summary>
    Confirmed = 0,

    /// <summary><c>tailOpen</c>.</summary>
    TailOpen = 1,

    /// <summary><c>provisional</c>.</summary>
    Provisional = 2,
}
