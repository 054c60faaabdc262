// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One result for all items.</summary>
public sealed record AllResultsBody
{
    /// <summary><c>result</c>.</summary>
    public required ItemResult Result { get; init; }

    /// <summary><c>note</c>.</summary>
    public required string Note { get; init; }
}
