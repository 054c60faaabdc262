namespace RandomInspection.Directories;

/// <summary>How many subjects have a tag.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Subjects">How many.</param>
public sealed record TagCount(string Tag, long Subjects);
