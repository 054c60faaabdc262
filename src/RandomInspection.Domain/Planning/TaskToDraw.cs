using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>A task whose frame is to be frozen for a draw.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="FrameKey">32 random bytes of the host's generator, for this frame alone.</param>
public sealed record TaskToDraw(string TaskId, FrameKey FrameKey);
