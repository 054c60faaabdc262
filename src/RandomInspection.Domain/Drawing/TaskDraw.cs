namespace RandomInspection.Drawing;

/// <summary>What is drawn: one task of a draw.</summary>
/// <param name="Draw">The draw's id.</param>
/// <param name="TaskId">The task's id.</param>
/// <param name="FrameFile">The evidence's digest of its canonical frame file.</param>
/// <param name="Frame">The same frame, read.</param>
/// <param name="Key">The frame's key.</param>
/// <param name="Design">The design.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Hash">The draw's hash.</param>
public sealed record TaskDraw(string Draw, string TaskId, string FrameFile, Frame Frame, FrameKey Key, DrawDesign Design, Seed Seed, string Hash);
