// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A cell of a preview.</summary>
public sealed record PreviewCell
{
    /// <summary><c>stratum</c>.</summary>
    public required string Stratum { get; init; }

    /// <summary><c>class</c>.</summary>
    public required string Class { get; init; }

    /// <summary><c>population</c>.</summary>
    public required long Population { get; init; }

    /// <summary><c>drawable</c>.</summary>
    public required long Drawable { get; init; }

    /// <summary><c>expectedNano</c>.</summary>
    public required string ExpectedNano { get; init; }
}
