// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>How the notice of inspection was sent before the visit.</summary>
public sealed record NoticeAheadBody
{
    /// <summary><c>method</c>.</summary>
    public required ServiceMethod Method { get; init; }
}
