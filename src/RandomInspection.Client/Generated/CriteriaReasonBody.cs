// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A special directory as it is to be.</summary>
public sealed record CriteriaReasonBody
{
    /// <summary><c>criteria</c>.</summary>
    public required CriteriaBody Criteria { get; init; }

    /// <summary><c>reason</c>.</summary>
    public required string Reason { get; init; }
}
