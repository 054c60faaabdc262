// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>With which task it is to be drawn or inspected together.</summary>
public sealed record OfferBody
{
    /// <summary><c>with</c>.</summary>
    public required string With { get; init; }
}
