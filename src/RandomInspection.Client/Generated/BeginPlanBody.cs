// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A plan that begins.</summary>
public sealed record BeginPlanBody
{
    /// <summary>2020 to 2099.</summary>
    public required int Year { get; init; }

    /// <summary>1 to 100 characters; it is published under this name.</summary>
    public required string Title { get; init; }
}
