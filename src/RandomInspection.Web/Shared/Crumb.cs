namespace RandomInspection.Web.Shared;

/// <summary>A page above the one that is being read.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Where it is.</param>
public sealed record Crumb(string Text, string Href);
