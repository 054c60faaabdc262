// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>How the notice was served.</summary>
public sealed record ServiceBody
{
    /// <summary><c>method</c>.</summary>
    public required ServiceMethod Method { get; init; }

    /// <summary><c>on</c>.</summary>
    public required LocalDate On { get; init; }

    /// <summary><c>receipt</c>.</summary>
    public required ServiceReceipt Receipt { get; init; }
}
