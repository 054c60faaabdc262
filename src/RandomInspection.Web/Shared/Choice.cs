namespace RandomInspection.Web.Shared;

/// <summary>Something that can be chosen in a form.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">A line below it, or nothing.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
