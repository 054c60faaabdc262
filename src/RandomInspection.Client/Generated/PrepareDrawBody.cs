// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A draw that begins: its frame is frozen under a key that the host makes by chance.</summary>
public sealed record PrepareDrawBody
{
    /// <summary>Other tasks that are frozen together with this one.</summary>
    public required IReadOnlyList<string> With { get; init; }

    /// <summary>The name of the hash; <c>sha-256</c> where it is left out.</summary>
    public string? Hash { get; init; }
}
