namespace EmbeddedDraw.Registry;

/// <summary>A draw: what was frozen, what happened to it, and its record.</summary>
public sealed class Draw
{
    /// <summary>The id, for example <c>D2026-0001</c>.</summary>
    public required string Id { get; set; }

    /// <summary>What is drawn: <c>firms</c> or <c>officers</c>.</summary>
    public required string Among { get; set; }

    /// <summary>The frozen list.</summary>
    public required byte[] Frame { get; set; }

    /// <summary>The key of the frozen list, secret.</summary>
    public required string FrameKey { get; set; }

    /// <summary>The bureau's own value, secret until it is revealed.</summary>
    public required string OwnValue { get; set; }

    /// <summary>The auditor's record, once it is drawn.</summary>
    public byte[]? Record { get; set; }

    /// <summary>What happened, in order.</summary>
    public List<DrawStep> Steps { get; } = [];
}
