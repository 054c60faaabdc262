namespace RandomInspection.Frames;

/// <summary>An id that stands more than once among sorted units.</summary>
/// <param name="Id">The id.</param>
/// <param name="First">The number of the first unit that has it.</param>
/// <param name="Later">The number of this one.</param>
public sealed record FrameDuplicate(string Id, long First, long Later);
