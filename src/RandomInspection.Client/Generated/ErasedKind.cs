// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>ErasedKind</c>.</summary>
public enum ErasedKind
{
    /// <summary><c>subject</c>.</summary>
    Subject = 0,

    /// <summary><c>inspector</c>.</summary>
    Inspector = 1,
}
