// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A party's public key, for example <c>ecdsa-p256:MFkw…</c>.</summary>
public sealed record KeyBody
{
    /// <summary><c>key</c>.</summary>
    public required string Key { get; init; }
}
