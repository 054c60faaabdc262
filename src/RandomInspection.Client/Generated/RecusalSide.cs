// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>RecusalSide</c>.</summary>
public enum RecusalSide
{
    /// <summary><c>officer</c>.</summary>
    Officer = 0,

    /// <summary><c>party</c>.</summary>
    Party = 1,
}
