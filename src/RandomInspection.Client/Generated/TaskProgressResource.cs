// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>How far a task's draw is.</summary>
public sealed record TaskProgressResource
{
    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>How far it is.</summary>
    public required TaskDrawStep Step { get; init; }

    /// <summary>The code of what stopped it; <c>null</c> if nothing did.</summary>
    public required string? StoppedCode { get; init; }

    /// <summary>The same in words.</summary>
    public required string? StoppedReason { get; init; }

    /// <summary>The parts of its frame.</summary>
    public required IReadOnlyList<PartProgressResource> Parts { get; init; }
}
