namespace RandomInspection.Matching;

/// <summary>An inspector who must not take part in a visit.</summary>
/// <param name="Visit">The visit's id.</param>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="Code">Why: a code of <see cref="MatchingReasons"/>, or a host's own word; a label.</param>
public sealed record MatchExclusion(string Visit, string Inspector, string Code);
