// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Results of items, all or none.</summary>
public sealed record ResultsBody
{
    /// <summary><c>results</c>.</summary>
    public required IReadOnlyList<ResultBody> Results { get; init; }
}
