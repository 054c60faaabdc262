// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A task whose frame is frozen.</summary>
public sealed record FrozenTaskResource
{
    /// <summary><c>taskId</c>.</summary>
    public required string TaskId { get; init; }

    /// <summary><c>frameRoot</c>.</summary>
    public required string FrameRoot { get; init; }

    /// <summary><c>frameSize</c>.</summary>
    public required int FrameSize { get; init; }

    /// <summary><c>designDigest</c>.</summary>
    public required string DesignDigest { get; init; }

    /// <summary><c>directoryVersion</c>.</summary>
    public required long DirectoryVersion { get; init; }
}
