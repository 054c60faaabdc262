// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>How far a draw on a cluster is, see docs/cluster.md.</summary>
public sealed record DrawProgressResource
{
    /// <summary>Whether this host draws on a cluster.</summary>
    public required bool Elsewhere { get; init; }

    /// <summary>The draw's tasks that are under way.</summary>
    public required IReadOnlyList<TaskProgressResource> Tasks { get; init; }
}
